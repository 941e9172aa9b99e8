/** Links that work once: only the hash of what stands in the address is kept. */
import { createHash, randomBytes } from "node:crypto";

import type { Tx } from "~/db/scope.server";

export const LINK_KINDS = ["invitation", "reset", "first_admin"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How long a link works, in hours. */
export const LINK_HOURS: Record<LinkKind, number> = { invitation: 7 * 24, reset: 24, first_admin: 7 * 24 };

export type NewLink = { kind: LinkKind; userId: string; membershipId?: string; createdBy: string | null; at: Date };

/** Makes a link and ends earlier ones for the same purpose; returns the 256-bit token for the address. */
export async function issueLink(tx: Tx, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { kind, userId, membershipId = null, createdBy, at } = link;
  const expiresAt = new Date(at.getTime() + LINK_HOURS[kind] * 3_600_000);
  await tx.oneTimeLink.deleteMany({ where: { kind, userId, membershipId, usedAt: null } });
  await tx.oneTimeLink.create({
    data: { tokenHash: hashOfLink(token), kind, userId, membershipId, createdBy, createdAt: at, expiresAt },
  });
  return token;
}

/** What of a link's token is kept. */
export function hashOfLink(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The path under which a link's token is shown to be copied. */
export function linkPath(token: string): string {
  return `/welcome/${token}`;
}
