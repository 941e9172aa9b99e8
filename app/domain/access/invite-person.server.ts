/** Invites a person to a membership: the account is made where there is none, the membership waits until it is accepted. */
import { randomUUID } from "node:crypto";

import { asPlatform, asTenant, Prisma, type Platform, type Tenant, type Tx } from "~/db/scope.server";

import { recordAudit } from "./audit.server";
import { issueLink } from "./one-time-link.server";
import type { Role } from "./policy";

export type Invitation = { email: string; name: string; locale: "ja" | "en" };
/** Where the person will belong; which parts are needed depends on the role. */
export type PlatformPlace = { role: Role; wardId?: string; contractId?: string; staffCode?: string };
export type ContractPlace =
  { role: "worker"; staffId: string } | { role: "supervisor"; staffId?: string; superviseeIds: string[] };

export type InviteProblem = "alreadyMember" | "unknownStaff" | "unknownPlace";
export type InviteResult =
  { ok: true; userId: string; membershipId: string; token: string } | { ok: false; problem: InviteProblem };

type Place = { role: Role; wardId: string | null; contractId: string | null; staffId: string | null };

/** The platform administrator invites anyone to anything. */
export async function inviteByAdmin(
  platform: Platform,
  invitation: Invitation,
  place: PlatformPlace,
  at: Date,
): Promise<InviteResult> {
  return asPlatform(platform, async (tx) => {
    const found = await placeOnPlatform(tx, place);
    if ("problem" in found) return { ok: false, problem: found.problem };
    return invite(tx, invitation, found, { actorId: platform.userId, actorRole: "admin" }, at);
  });
}

/** A contract's manager invites a worker or a supervisor of the own contract. */
export async function inviteByManager(
  tenant: Tenant,
  invitation: Invitation,
  place: ContractPlace,
  at: Date,
): Promise<InviteResult> {
  return asTenant(tenant, async (tx) => {
    const superviseeIds = place.role === "supervisor" ? [...new Set(place.superviseeIds)] : [];
    const wanted = [...new Set([...superviseeIds, ...(place.staffId ? [place.staffId] : [])])];
    const known = await tx.staff.count({ where: { id: { in: wanted } } });
    if (known !== wanted.length) return { ok: false, problem: "unknownStaff" };
    const { wardId, contractId, userId } = tenant;
    const full: Place = { role: place.role, wardId, contractId, staffId: place.staffId ?? null };
    const result = await invite(tx, invitation, full, { actorId: userId, actorRole: "manager" }, at);
    if (result.ok && superviseeIds.length > 0) {
      await tx.supervisee.createMany({
        data: superviseeIds.map((staffId) => ({ wardId, contractId, membershipId: result.membershipId, staffId })),
      });
    }
    return result;
  });
}

async function placeOnPlatform(tx: Tx, place: PlatformPlace): Promise<Place | { problem: InviteProblem }> {
  const { role } = place;
  if (role === "admin") return { role, wardId: null, contractId: null, staffId: null };
  if (role === "ward") {
    const ward = place.wardId ? await tx.ward.findUnique({ where: { id: place.wardId } }) : null;
    return ward ? { role, wardId: ward.id, contractId: null, staffId: null } : { problem: "unknownPlace" };
  }
  const contract = place.contractId ? await tx.contract.findFirst({ where: { id: place.contractId } }) : null;
  if (!contract) return { problem: "unknownPlace" };
  const { wardId, id: contractId } = contract;
  const staffId =
    place.staffCode && role !== "manager" ? await staffOfCode(tx, wardId, contractId, place.staffCode) : null;
  if (!staffId && (role === "worker" || (role === "supervisor" && place.staffCode))) return { problem: "unknownStaff" };
  return { role, wardId, contractId, staffId };
}

async function staffOfCode(tx: Tx, wardId: string, contractId: string, code: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT staff_of_code(${wardId}::uuid, ${contractId}::uuid, ${code})::text AS id`;
  return row?.id ?? null;
}

type By = { actorId: string | null; actorRole: Role };

async function invite(tx: Tx, invitation: Invitation, place: Place, by: By, at: Date): Promise<InviteResult> {
  const userId = await accountFor(tx, invitation, at);
  const same = place.staffId ? Prisma.sql`staff_id = ${place.staffId}::uuid` : Prisma.sql`staff_id IS NULL`;
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM membership WHERE user_id = ${userId}::uuid AND role = ${place.role} AND ended_at IS NULL
      AND ward_id IS NOT DISTINCT FROM ${place.wardId}::uuid AND contract_id IS NOT DISTINCT FROM ${place.contractId}::uuid
      AND (${same} OR role <> 'worker')`;
  if (taken.length > 0) return { ok: false, problem: "alreadyMember" };
  const membership = await tx.membership.create({ data: { userId, ...place, createdAt: at, acceptedAt: null } });
  const token = await issueLink(tx, {
    kind: "invitation",
    userId,
    membershipId: membership.id,
    createdBy: by.actorId,
    at,
  });
  await recordAudit(tx, {
    ...{ wardId: place.wardId, contractId: place.contractId, ...by, action: "access.invite" },
    ...{ subject: "membership", subjectId: membership.id, detail: { role: place.role } },
  });
  return { ok: true, userId, membershipId: membership.id, token };
}

/** The account of an address; a new one has no password until its invitation is accepted. */
async function accountFor(tx: Tx, { email, name, locale }: Invitation, at: Date): Promise<string> {
  const address = email.toLowerCase();
  // why: the inviting side may not read a new account before a membership ties it to them, so nothing is returned by the insert.
  await tx.$executeRaw`
    INSERT INTO user_account (id, email, name, locale, created_at) VALUES (${randomUUID()}::uuid, ${address}, ${name}, ${locale}, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT account_of(${address})::text AS id`;
  if (!row) throw new Error("The account that was just made is not there.");
  return row.id;
}
