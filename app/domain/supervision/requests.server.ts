/** Requests for supervision: a worker's own, those of a supervisor's supervisees, and what of them a manager hears. */
import { asPeople, asTenant, Prisma, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { entryRef } from "../workforce/entry-ref.server";
import { storedOffers, type RequestEntry } from "./request-schema";
import { escalatesOn, isWithdrawable, type RequestStatus, type SupervisionRequest } from "./requests";

export type RequestPage = { rows: SupervisionRequest[]; page: number; pages: number; total: number };

/** Open before answered before settled, urgent first, then the one that waits longest. */
const BY_NEED = Prisma.sql`ORDER BY array_position(ARRAY['open', 'offered', 'scheduled', 'declined', 'withdrawn'], r.status),
  CASE WHEN r.status IN ('open', 'offered') THEN array_position(ARRAY['urgent', 'soon', 'routine'], r.urgency) END,
  CASE WHEN r.status IN ('open', 'offered') THEN r.made_at END, r.made_at DESC, r.id`;

async function requestsWhere(tx: Tx, people: People, condition: Prisma.Sql, order: Prisma.Sql) {
  const rows = await tx.$queryRaw<SupervisionRequest[]>`
    SELECT r.id::text, r.staff_id::text AS "staffId", coalesce(i.name, p.staff_code) AS "staffName", r.urgency, r.themes,
      r.case_ref AS "caseRef", r.made_on::text AS "madeOn", r.escalates_on::text AS "escalatesOn", r.status, r.offers, r.reply,
      (SELECT n.name FROM app_supervisor_names() n WHERE n.user_id = r.answered_by LIMIT 1) AS "answeredBy",
      r.session_id::text AS "sessionId", r.version
    FROM supervision_request r JOIN staff p ON p.contract_id = r.contract_id AND p.id = r.staff_id
      LEFT JOIN staff_identity i ON i.contract_id = r.contract_id AND i.staff_id = r.staff_id
    WHERE r.contract_id = ${people.contractId}::uuid AND ${condition} ${order}`;
  return rows.map((row) => ({ ...row, offers: storedOffers.parse(row.offers) }));
}

/** One request within a transaction, or null where the reader may see none. */
export async function requestIn(tx: Tx, people: People, requestId: string): Promise<SupervisionRequest | null> {
  return (await requestsWhere(tx, people, Prisma.sql`r.id = ${requestId}::uuid`, Prisma.empty))[0] ?? null;
}

/** One request, or null where the reader may see none. */
export async function getRequest(people: People, requestId: string): Promise<SupervisionRequest | null> {
  return asPeople(people, (tx) => requestIn(tx, people, requestId));
}

/** A page of the requests on the reader's list, those that wait first. */
export async function listRequests(
  people: People,
  given: { status: RequestStatus | null; page: number; pageSize: number },
): Promise<RequestPage> {
  const condition = given.status ? Prisma.sql`r.status = ${given.status}` : Prisma.sql`true`;
  return asPeople(people, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM supervision_request r WHERE r.contract_id = ${people.contractId}::uuid AND ${condition}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, given.page, given.pageSize);
    const order = Prisma.sql`${BY_NEED} LIMIT ${given.pageSize} OFFSET ${offset}`;
    return { rows: await requestsWhere(tx, people, condition, order), page, pages, total };
  });
}

/** All requests on the reader's list of one status or all, for a file or a home page. */
export async function allRequests(people: People, status: RequestStatus | null): Promise<SupervisionRequest[]> {
  const condition = status ? Prisma.sql`r.status = ${status}` : Prisma.sql`true`;
  return asPeople(people, (tx) => requestsWhere(tx, people, condition, BY_NEED));
}

/** The names of those who supervise the worker, and so read the request. */
export async function listOwnSupervisors(people: People, staffId: string): Promise<string[]> {
  const rows = await asPeople(
    people,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM app_supervisor_names() WHERE ${staffId}::uuid = ANY (supervises) ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** Stores a worker's request, once for a form sent twice. */
export async function makeRequest(
  people: People,
  staffId: string,
  entry: RequestEntry,
  { today, at }: { today: Day; at: Date },
): Promise<{ duplicate: boolean }> {
  const { requestRef: formRef, ...content } = entry;
  const requestRef = entryRef(staffId, formRef, content);
  const added = await asPeople(
    people,
    (tx) => tx.$executeRaw`
      INSERT INTO supervision_request (ward_id, contract_id, request_ref, staff_id, urgency, themes, case_ref, made_on, made_at, escalates_on)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${requestRef}, ${staffId}::uuid, ${entry.urgency}, ${entry.themes}::text[],
        ${entry.caseRef ?? null}, ${today}::date, ${at.toISOString()}::timestamptz, ${escalatesOn(entry.urgency, today)}::date)
      ON CONFLICT (ward_id, contract_id, request_ref) DO NOTHING`,
  );
  return { duplicate: added === 0 };
}

export type RequestChanged =
  { ok: true } | { ok: false; reason: "notFound" } | { ok: false; reason: "stale"; stands: SupervisionRequest };

/** Takes a request back that is not settled yet; stale where it was answered meanwhile. */
export async function withdrawRequest(people: People, requestId: string, version: number): Promise<RequestChanged> {
  return settle(people, requestId, version, Prisma.sql`status = 'withdrawn'`, "withdrawn");
}

/** Says that none of the offered times fits: the request is open again. */
export async function declineOffers(people: People, requestId: string, version: number): Promise<RequestChanged> {
  return settle(people, requestId, version, Prisma.sql`status = 'open', offers = '[]'::jsonb`, "open");
}

async function settle(
  people: People,
  requestId: string,
  version: number,
  change: Prisma.Sql,
  status: RequestStatus,
): Promise<RequestChanged> {
  return asPeople(people, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE supervision_request SET ${change}, version = version + 1
      WHERE contract_id = ${people.contractId}::uuid AND id = ${requestId}::uuid AND version = ${version}
        AND status IN ('open', 'offered') AND app_is_self(staff_id)`;
    if (changed > 0) return { ok: true };
    const stands = await requestIn(tx, people, requestId);
    if (!stands) return { ok: false, reason: "notFound" };
    if (stands.status === status) return { ok: true };
    return stands.version === version && !isWithdrawable(stands)
      ? { ok: false, reason: "notFound" }
      : { ok: false, reason: "stale", stands };
  });
}

/** Who waits for an answer to an urgent request, and since when: all that the employer hears of it. */
export type WaitingUrgently = { staffId: string; staffName: string; madeOn: Day; escalatesOn: Day };

/** The urgent requests that nobody answered in time, as of a day, longest waiting first. */
export async function listEscalated(tenant: Tenant, day: Day): Promise<WaitingUrgently[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<WaitingUrgently[]>`
      SELECT r.staff_id::text AS "staffId", coalesce(i.name, p.staff_code) AS "staffName", r.made_on::text AS "madeOn",
        r.escalates_on::text AS "escalatesOn"
      FROM supervision_request r JOIN staff p ON p.contract_id = r.contract_id AND p.id = r.staff_id
        LEFT JOIN staff_identity i ON i.contract_id = r.contract_id AND i.staff_id = r.staff_id
      WHERE r.contract_id = ${tenant.contractId}::uuid AND r.status = 'open' AND r.escalates_on <= ${day}::date
      ORDER BY r.made_at, p.staff_code`,
  );
}
