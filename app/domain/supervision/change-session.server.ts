/** Moving, confirming and cancelling planned sessions: one of a series or all that follow, never over somebody else's change. */
import { asPeople, Prisma, type People, type Tx } from "~/db/scope.server";
import { addDays, daysBetween, type Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import { queueInvitations } from "../notification/invitations.server";
import type { SessionKind } from "../workforce/vocabulary";
import { lockSupervisor, partyOn } from "./objections.server";
import { sessionIn } from "./repository.server";
import { checkSeries, openedDays } from "./schedule-rules";
import type { Objections } from "./schedule-session.server";
import type { Cancelling, Confirming, Rescheduling } from "./schema";
import type { SeriesScope } from "./series";
import type { SessionRow, Stale, Writing } from "./session";

export type Changed = { ok: true; sessions: number } | { ok: false; reason: "notFound" } | Stale;

type Target = { id: string; heldOn: Day; kind: SessionKind };
type Opened = { version: number; scope: SeriesScope };

/** Moves a planned session, or it and what follows in its series by as many days, with the checks of scheduling. */
export async function rescheduleSession(
  people: People,
  sessionId: string,
  change: Rescheduling,
  { today, at, mailing }: { today: Day } & Writing,
): Promise<Changed | Objections> {
  return asPeople(people, async (tx) => {
    const found = await targetsOf(tx, people, sessionId, change, (stands) => isSame(stands, change));
    if (!Array.isArray(found)) return found;
    const [first] = found;
    if (!first) return { ok: false, reason: "notFound" };
    await lockSupervisor(tx, people);
    const ids = found.map(({ id }) => id);
    const shift = daysBetween(first.heldOn, change.heldOn);
    const wished = found.map(({ heldOn }) => addDays(heldOn, shift));
    const participants = await participantsOf(tx, people, ids);
    const party = await partyOn(tx, people, participants, wished, ids);
    const plan = { kind: first.kind, startTime: change.startTime, minutes: change.minutes };
    const days = change.moved ? openedDays(plan, wished, party) : wished;
    const verdict = checkSeries(plan, days, party, today);
    // why: the reader may see fewer participants of a group than it has, so its number is not judged again.
    const refusals = verdict.refusals.filter((one) => one.code === "onLeave" || one.code === "notEmployed");
    const warnings = verdict.warnings.filter((one) => one.code !== "groupSize");
    if (refusals.length > 0 || (warnings.length > 0 && !change.confirmed))
      return { ok: false, reason: "against", refusals, warnings };
    const next = Prisma.sql`(one.day::date, ${change.startTime ?? null}::text, ${change.minutes}::int, ${change.place ?? null}::text, ${change.videoUrl ?? null}::text)`;
    await tx.$executeRaw`
      UPDATE supervision_session s SET (held_on, start_time, minutes, place, video_url) = ${next}, themes = ${change.themes}::text[],
        version = s.version + 1, changed_at = ${at.toISOString()}::timestamptz,
        sequence = s.sequence + CASE WHEN (s.held_on, s.start_time::text, s.minutes, s.place, s.video_url) IS DISTINCT FROM ${next} THEN 1 ELSE 0 END
      FROM unnest(${ids}::uuid[], ${days}::text[]) AS one (id, day)
      WHERE s.contract_id = ${people.contractId}::uuid AND s.id = one.id`;
    await audit(tx, people, "session.reschedule", sessionId, {
      heldOn: days[0] ?? change.heldOn,
      sessions: ids.length,
    });
    await queueInvitations(tx, people, ids, "REQUEST", mailing);
    return { ok: true, sessions: ids.length };
  });
}

/** Turns what was pencilled in into an appointment. */
export async function confirmSession(
  people: People,
  sessionId: string,
  change: Confirming,
  { at, mailing }: Writing,
): Promise<Changed> {
  return asPeople(people, async (tx) => {
    const found = await targetsOf(
      tx,
      people,
      sessionId,
      change,
      (stands) => !stands.tentative && stands.status === "planned",
    );
    if (!Array.isArray(found)) return found;
    const changed = await tx.$queryRaw<{ id: string }[]>`
      UPDATE supervision_session SET tentative = false, version = version + 1, sequence = sequence + 1, changed_at = ${at.toISOString()}::timestamptz
      WHERE contract_id = ${people.contractId}::uuid AND id = ANY (${found.map(({ id }) => id)}::uuid[]) AND tentative RETURNING id::text`;
    const ids = changed.map(({ id }) => id);
    if (ids.length > 0) await audit(tx, people, "session.confirm", sessionId, { sessions: ids.length });
    await queueInvitations(tx, people, ids, "REQUEST", mailing);
    return { ok: true, sessions: ids.length };
  });
}

/** Cancels a planned session, or it and what follows, with the reason: it stays on the list and never counts. */
export async function cancelSession(
  people: People,
  sessionId: string,
  change: Cancelling,
  { at, mailing }: Writing,
): Promise<Changed> {
  return asPeople(people, async (tx) => {
    const found = await targetsOf(
      tx,
      people,
      sessionId,
      change,
      (stands) => stands.status === "cancelled" && stands.cancelReason === change.reason,
    );
    if (!Array.isArray(found)) return found;
    const ids = found.map(({ id }) => id);
    await tx.$executeRaw`
      UPDATE supervision_session SET status = 'cancelled', cancel_reason = ${change.reason}, version = version + 1, sequence = sequence + 1,
        changed_at = ${at.toISOString()}::timestamptz
      WHERE contract_id = ${people.contractId}::uuid AND id = ANY (${ids}::uuid[])`;
    await audit(tx, people, "session.cancel", sessionId, { sessions: ids.length });
    await queueInvitations(tx, people, ids, "CANCEL", mailing);
    return { ok: true, sessions: ids.length };
  });
}

/**
 * The planned sessions that a change concerns, locked, the opened one first. Where the opened version is not the one that
 * stands, the change is stale, or already done by the same form sent before.
 */
async function targetsOf(
  tx: Tx,
  people: People,
  sessionId: string,
  opened: Opened,
  isDone: (stands: SessionRow) => boolean,
): Promise<Target[] | Changed> {
  // why: a lock asks for the right to change, so that a session the reader may only see is not found.
  const [row] = await tx.$queryRaw<(Target & { version: number; status: string; seriesId: string | null })[]>`
    SELECT id::text, held_on::text AS "heldOn", kind, version, status, series_id::text AS "seriesId" FROM supervision_session
    WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid FOR UPDATE`;
  if (!row) return { ok: false, reason: "notFound" };
  if (row.version !== opened.version) {
    const stands = await sessionIn(tx, people, sessionId);
    if (!stands) return { ok: false, reason: "notFound" };
    return isDone(stands) ? { ok: true, sessions: 0 } : { ok: false, reason: "stale", stands };
  }
  if (row.status !== "planned") return { ok: false, reason: "notFound" };
  if (opened.scope === "one" || row.seriesId === null) return [row];
  const later = await tx.$queryRaw<Target[]>`
    SELECT id::text, held_on::text AS "heldOn", kind FROM supervision_session
    WHERE contract_id = ${people.contractId}::uuid AND series_id = ${row.seriesId}::uuid AND id <> ${sessionId}::uuid
      AND held_on >= ${row.heldOn}::date AND status = 'planned' ORDER BY held_on, id FOR UPDATE`;
  return [row, ...later];
}

async function participantsOf(tx: Tx, people: People, sessionIds: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ staffId: string }[]>`
    SELECT DISTINCT staff_id::text AS "staffId" FROM supervision_attendance
    WHERE contract_id = ${people.contractId}::uuid AND session_id = ANY (${sessionIds}::uuid[])`;
  return rows.map(({ staffId }) => staffId);
}

function isSame(stands: SessionRow, change: Rescheduling): boolean {
  const [there, wished] = [stands, change].map((one) =>
    JSON.stringify([
      one.heldOn,
      one.startTime ?? null,
      one.minutes,
      one.place ?? null,
      one.videoUrl ?? null,
      one.themes,
    ]),
  );
  return stands.status === "planned" && there === wished;
}

function audit(
  tx: Tx,
  people: People,
  action: string,
  subjectId: string,
  detail: Record<string, string | number>,
): Promise<void> {
  return recordDeed(tx, people, "supervisor", { action, subject: "supervision_session", subjectId, detail });
}
