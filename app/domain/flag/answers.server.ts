/** What people do with a flag: look at it, comment on it, acknowledge it, resolve it with a reason. */
import { asTenant, Prisma, type Tenant, type Tx } from "../../db/scope.server";
import { dayOfInstant } from "../../lib/calendar";
import { recordDeed } from "../access/audit.server";
import type { Role } from "../access/policy";
import { tellOfFlags } from "../notification/flag-deeds.server";
import { lockFlags } from "./episode-store.server";
import { asReader, type FlagReader } from "./reading.server";

/** Who acts, as the history will name them, and when. */
export type FlagActor = { name: string; role: Role; at: Date };

/** What came of it: `gone` = there is no such flag in the reader's scope, `closed` = it is resolved already. */
export type AnswerOutcome = "done" | "gone" | "closed";

type EventKind = "resolved" | "comment" | "viewed";

/** Marks an open flag as seen by the contractor. Acknowledging twice changes nothing. */
export function acknowledgeFlag(tenant: Tenant, flagId: string, by: FlagActor): Promise<AnswerOutcome> {
  return asTenant(tenant, async (tx) => {
    if ((await acknowledge(tx, tenant, [flagId], by)) === 0)
      return (await statusOf(tx, tenant, flagId)) === "resolved" ? "closed" : existing(tx, tenant, flagId);
    await audit(tx, tenant, flagId, by, "flag.acknowledge");
    return "done";
  });
}

/** Acknowledges those of a contract's flags that are open; gives how many. */
export function acknowledgeFlags(tenant: Tenant, flagIds: readonly string[], by: FlagActor): Promise<number> {
  return asTenant(tenant, async (tx) => {
    const count = await acknowledge(tx, tenant, flagIds, by);
    if (count > 0)
      await recordDeed(tx, tenant, by.role, { action: "flag.acknowledge", subject: "flag", detail: { count } });
    return count;
  });
}

/** Marks the open ones among flags as acknowledged, and tells those concerned; gives how many. */
export async function acknowledge(tx: Tx, tenant: Tenant, flagIds: readonly string[], by: FlagActor): Promise<number> {
  const answered = await tx.$queryRaw<{ id: string }[]>`WITH answered AS (
      UPDATE flag SET status = 'acknowledged', acknowledged_at = ${by.at.toISOString()}::timestamptz, acknowledged_by = ${tenant.userId}::uuid
      WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND id = ANY (${[...flagIds]}::uuid[])
        AND status = 'open' RETURNING id)
    ${eventOfAnswered(tenant, "acknowledged", by)} RETURNING flag_id::text AS id`;
  const ids = answered.map(({ id }) => id);
  if (ids.length > 0) await tellOfFlags(tx, tenant, ids, { kind: "flag.acknowledged", at: by.at });
  return ids.length;
}

/**
 * Resolves an open flag although its rule may still hold. It stays resolved while the rule goes on holding at no
 * higher severity; once the rule has not held, or holds at a higher one, a new flag is raised.
 */
export function resolveFlag(tenant: Tenant, flagId: string, reason: string, by: FlagActor): Promise<AnswerOutcome> {
  return asTenant(tenant, async (tx) => {
    await lockFlags(tx, tenant);
    const day = dayOfInstant(by.at);
    const resolved =
      await tx.$executeRaw`UPDATE flag SET status = 'resolved', resolved_on = greatest(${day}::date, raised_on)
      WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND id = ${flagId}::uuid AND resolved_on IS NULL`;
    if (resolved === 0) return (await statusOf(tx, tenant, flagId)) === null ? "gone" : "closed";
    await addEvent(tx, tenant, flagId, "resolved", by, reason);
    await audit(tx, tenant, flagId, by, "flag.resolve");
    await tellOfFlags(tx, tenant, [flagId], { kind: "flag.resolved", at: by.at });
    return "done";
  });
}

/** Adds a person's word to a flag's history, also after it was resolved. */
export function commentOnFlag(reader: FlagReader, flagId: string, text: string, by: FlagActor): Promise<AnswerOutcome> {
  return asReader(reader, async (tx) => {
    if ((await statusOf(tx, reader, flagId)) === null) return "gone";
    await addEvent(tx, reader, flagId, "comment", by, text);
    await tellOfFlags(tx, reader, [flagId], { kind: "flag.comment", at: by.at });
    return "done";
  });
}

/** Notes that a person looked at a flag, once a day and person. */
export async function recordView(reader: FlagReader, flagId: string, by: FlagActor): Promise<void> {
  await asReader(reader, async (tx) => {
    const day = dayOfInstant(by.at);
    const seen = await tx.$queryRaw<object[]>`SELECT 1 FROM flag_event
      WHERE ward_id = ${reader.wardId}::uuid AND contract_id = ${reader.contractId}::uuid AND flag_id = ${flagId}::uuid
        AND kind = 'viewed' AND day = ${day}::date AND actor_id IS NOT DISTINCT FROM ${reader.userId}::uuid LIMIT 1`;
    if (seen.length === 0 && (await statusOf(tx, reader, flagId)) !== null)
      await addEvent(tx, reader, flagId, "viewed", by, null);
  });
}

async function existing(tx: Tx, tenant: Tenant, flagId: string): Promise<AnswerOutcome> {
  return (await statusOf(tx, tenant, flagId)) === null ? "gone" : "done";
}

async function statusOf(tx: Tx, reader: FlagReader, flagId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ status: string }[]>`SELECT status FROM flag
    WHERE ward_id = ${reader.wardId}::uuid AND contract_id = ${reader.contractId}::uuid AND id = ${flagId}::uuid`;
  return rows[0]?.status ?? null;
}

async function addEvent(
  tx: Tx,
  reader: FlagReader,
  flagId: string,
  kind: EventKind,
  by: FlagActor,
  note: string | null,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, figures, note, actor_id, at)
    SELECT f.ward_id, f.contract_id, f.id, coalesce(CASE WHEN ${kind} = 'resolved' THEN f.resolved_on END, ${dayOfInstant(by.at)}::date),
      ${kind}, ${namedActor(by)}::jsonb, ${note}, ${reader.userId}::uuid, ${by.at.toISOString()}::timestamptz
    FROM flag f WHERE f.ward_id = ${reader.wardId}::uuid AND f.contract_id = ${reader.contractId}::uuid AND f.id = ${flagId}::uuid`;
}

/** Adds the event to the history of each flag that the statement's part named `answered` gives. */
export function eventOfAnswered(tenant: Tenant, kind: "acknowledged" | "agreed", by: FlagActor): Prisma.Sql {
  const at = by.at.toISOString();
  return Prisma.sql`INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, figures, actor_id, at)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, answered.id, ${dayOfInstant(by.at)}::date, ${kind},
      ${namedActor(by)}::jsonb, ${tenant.userId}::uuid, ${at}::timestamptz FROM answered`;
}

/** Accounts are out of the reader's scope, so the history keeps the name and role of the time itself. */
function namedActor(by: FlagActor): string {
  return JSON.stringify({ actorName: by.name, actorRole: by.role });
}

function audit(tx: Tx, tenant: Tenant, subjectId: string, by: FlagActor, action: string): Promise<void> {
  return recordDeed(tx, tenant, by.role, { action, subject: "flag", subjectId });
}
