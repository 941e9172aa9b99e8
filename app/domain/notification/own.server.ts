/** A person's own notifications, over all memberships in use: those of a place where the person no longer is are not shown. */
import { asSelf, Prisma } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { HOMES, type Role } from "../access/policy";
import { NOTIFICATION_KINDS, paramsSchema, topicOf, type Params, type Topic } from "./happenings";
import { MOST_COUNTED, type OwnNotification } from "./own";

/** A membership, as far as it says which notifications it may open. */
export type Place = {
  id: string;
  role: Role;
  wardId: string | null;
  contractId: string | null;
  isFormer: boolean;
};
/** Who reads, as what, and on which day: what is told from a later day on is not shown yet. */
export type OwnReader = { userId: string; memberships: readonly Place[]; day: Day };

export type OwnPage = { rows: OwnNotification[]; page: number; pages: number; total: number };

const PAGE_SIZE = 25;

/** How many are unread, counted up to one more than MOST_COUNTED. */
export function countUnread(reader: OwnReader): Promise<number> {
  return asSelf(reader.userId, async (tx) => {
    const [row] = await tx.$queryRaw<{ unread: number }[]>`
      SELECT count(*)::int AS unread FROM (SELECT FROM notification n WHERE ${shownTo(reader)} AND n.read_at IS NULL
        LIMIT ${MOST_COUNTED + 1}) counted`;
    return row?.unread ?? 0;
  });
}

/** A page, the newest first. */
export function listOwn(
  reader: OwnReader,
  wished: { unread: boolean; topic: Topic | null; page: number },
): Promise<OwnPage> {
  const kinds = NOTIFICATION_KINDS.filter((kind) => wished.topic === null || topicOf(kind) === wished.topic);
  const unread = wished.unread ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty;
  const matching = Prisma.sql`${shownTo(reader)} AND n.kind = ANY (${[...kinds]}) ${unread}`;
  return asSelf(reader.userId, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM notification n WHERE ${matching}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, wished.page, PAGE_SIZE);
    const rows = await tx.$queryRaw<(Omit<OwnNotification, "params"> & { params: unknown })[]>`
      SELECT n.id::text, n.kind, n.severity, n.params, split_part(n.path, '/', 2) AS area, n.day::text, n.read_at IS NOT NULL AS "isRead"
      FROM notification n WHERE ${matching} ORDER BY n.day DESC, n.created_at DESC, n.id LIMIT ${PAGE_SIZE} OFFSET ${offset}`;
    return { rows: rows.map((row) => ({ ...row, params: readParams(row.params) })), page, pages, total };
  });
}

/** Marks everything shown as read. */
export function markAllRead(reader: OwnReader): Promise<number> {
  return asSelf(
    reader.userId,
    (tx) => tx.$executeRaw`UPDATE notification n SET ${READ} WHERE ${shownTo(reader)} AND n.read_at IS NULL`,
  );
}

/** Marks one as read; gives where it leads and the membership that may go there, or null where there is no such one. */
export function openOwn(reader: OwnReader, id: string): Promise<{ path: string; membershipId: string } | null> {
  return asSelf(reader.userId, async (tx) => {
    await tx.$executeRaw`UPDATE notification n SET ${READ} WHERE ${shownTo(reader)} AND n.id = ${id}::uuid AND n.read_at IS NULL`;
    const [found] = await tx.$queryRaw<{ path: string; wardId: string; contractId: string | null }[]>`
      SELECT n.path, n.ward_id::text AS "wardId", n.contract_id::text AS "contractId" FROM notification n
      WHERE ${shownTo(reader)} AND n.id = ${id}::uuid`;
    const area = found?.path.split("/")[1];
    const member = placesOf(reader).find(
      (one) =>
        one.area === area && one.ward === found?.wardId && (one.contract === null || one.contract === found.contractId),
    );
    return found && member ? { path: found.path, membershipId: member.id } : null;
  });
}

// why: the day alone. The hour at which somebody looked at "a survey is open" is nobody's business.
const READ = Prisma.sql`read_at = date_trunc('day', now(), 'Asia/Tokyo')`;

function placesOf({ memberships }: OwnReader) {
  return memberships
    .filter(({ wardId, isFormer }) => wardId !== null && !isFormer)
    .map(({ id, role, wardId, contractId }) => ({
      id,
      area: HOMES[role].slice(1),
      ward: wardId,
      contract: contractId,
    }));
}

function shownTo(reader: OwnReader): Prisma.Sql {
  return Prisma.sql`n.user_id = ${reader.userId}::uuid AND n.day <= ${reader.day}::date
    AND EXISTS (SELECT FROM jsonb_to_recordset(${JSON.stringify(placesOf(reader))}::jsonb) AS p(area text, ward uuid, contract uuid)
      WHERE p.ward = n.ward_id AND (p.contract IS NULL OR p.contract = n.contract_id) AND p.area = split_part(n.path, '/', 2))`;
}

function readParams(stored: unknown): Params {
  const parsed = paramsSchema.safeParse(stored);
  return parsed.success ? parsed.data : {};
}
