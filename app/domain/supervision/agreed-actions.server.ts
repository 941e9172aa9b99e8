/** Agreed actions: written down in a session, back in the next one until their owner closes them. The employer reads none. */
import { asPeople, Prisma, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { entryRef } from "../workforce/entry-ref.server";
import { byDueDay, type ActionOwner, type AgreedAction } from "./actions";
import { sessionIn } from "./repository.server";
import type { ActionEntry } from "./schema";

function actionsWhere(tx: Tx, people: People, condition: Prisma.Sql): Promise<AgreedAction[]> {
  return tx.$queryRaw<AgreedAction[]>`
    SELECT g.id::text, g.session_id::text AS "sessionId", s.held_on::text AS "agreedOn", g.staff_id::text AS "staffId",
      coalesce(i.name, p.staff_code) AS "staffName", g.owner, g.text, g.due_on::text AS "dueOn", g.state, g.closed_on::text AS "closedOn", g.version
    FROM agreed_action g JOIN supervision_session s ON s.contract_id = g.contract_id AND s.id = g.session_id
      JOIN staff p ON p.contract_id = g.contract_id AND p.id = g.staff_id
      LEFT JOIN staff_identity i ON i.contract_id = g.contract_id AND i.staff_id = g.staff_id
    WHERE g.contract_id = ${people.contractId}::uuid AND ${condition}`;
}

/** The actions agreed in a session, and what is still open of its participants from elsewhere, the earliest due first. */
export async function listActionsAt(
  people: People,
  session: { id: string; participants: readonly { staffId: string }[] },
): Promise<{ here: AgreedAction[]; open: AgreedAction[] }> {
  const staffIds = session.participants.map(({ staffId }) => staffId);
  const condition = Prisma.sql`(g.session_id = ${session.id}::uuid OR (g.state = 'open' AND g.staff_id = ANY (${staffIds}::uuid[])))`;
  const actions = (await asPeople(people, (tx) => actionsWhere(tx, people, condition))).sort(byDueDay);
  const isHere = (action: AgreedAction) => action.sessionId === session.id;
  return { here: actions.filter(isHere), open: actions.filter((action) => !isHere(action)) };
}

/** A worker's own actions, open or all, the earliest due first; all of them the newest first. */
export async function listOwnActions(people: People, staffId: string, which: "open" | "all"): Promise<AgreedAction[]> {
  const condition = Prisma.sql`g.staff_id = ${staffId}::uuid AND (g.state = 'open' OR ${which === "all"})`;
  const actions = (await asPeople(people, (tx) => actionsWhere(tx, people, condition))).sort(byDueDay);
  return which === "open" ? actions : actions.sort((a, b) => b.agreedOn.localeCompare(a.agreedOn));
}

/** What the supervisor took on and that is due by a day. */
export async function listSupervisorDue(people: People, until: Day): Promise<AgreedAction[]> {
  const condition = Prisma.sql`g.state = 'open' AND g.owner = 'supervisor' AND g.due_on <= ${until}::date
    AND (g.created_by = ${people.userId}::uuid OR app_session_supervisor(g.session_id) = ${people.userId}::uuid)`;
  return (await asPeople(people, (tx) => actionsWhere(tx, people, condition))).sort(byDueDay);
}

/** Writes an action down, once for a form sent twice. Of a session's participant whom the reader supervises alone. */
export async function agreeAction(
  people: People,
  sessionId: string,
  entry: ActionEntry,
): Promise<{ ok: true } | { ok: false; reason: "notFound" }> {
  const { actionRef, ...content } = entry;
  const id = entryRef(people.userId, actionRef, { ...content, sessionId });
  return asPeople(people, async (tx) => {
    const session = await sessionIn(tx, people, sessionId);
    const isThere = session?.participants.some(({ staffId }) => staffId === entry.staffId);
    if (!session || !isThere || session.status === "cancelled") return { ok: false, reason: "notFound" };
    await tx.$executeRaw`
      INSERT INTO agreed_action (ward_id, contract_id, id, session_id, staff_id, owner, text, due_on, created_by)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${id}::uuid, ${sessionId}::uuid, ${entry.staffId}::uuid, ${entry.owner},
        ${entry.text}, ${entry.dueOn ?? null}::date, ${people.userId}::uuid)
      ON CONFLICT (ward_id, contract_id, id) DO NOTHING`;
    return { ok: true };
  });
}

export type ActionClosed =
  { ok: true } | { ok: false; reason: "notFound" } | { ok: false; reason: "stale"; stands: AgreedAction };

/** Closes an action for the side that owns it; stale where it changed since it was opened. */
export async function closeAction(
  people: People,
  side: ActionOwner,
  given: { actionId: string; version: number; state: "done" | "dropped" },
  today: Day,
): Promise<ActionClosed> {
  return asPeople(people, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE agreed_action SET state = ${given.state}, closed_on = ${today}::date, version = version + 1
      WHERE contract_id = ${people.contractId}::uuid AND id = ${given.actionId}::uuid AND version = ${given.version} AND state = 'open'
        AND owner = ${side}`;
    if (changed > 0) return { ok: true };
    const [stands] = await actionsWhere(tx, people, Prisma.sql`g.id = ${given.actionId}::uuid`);
    if (!stands || stands.owner !== side) return { ok: false, reason: "notFound" };
    // why: the same button pressed twice has done its work the first time.
    if (stands.state === given.state) return { ok: true };
    return { ok: false, reason: "stale", stands };
  });
}
