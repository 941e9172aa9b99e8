import { asAccounts, type Tx } from "~/db/scope.server";
import { recordAudit } from "~/domain/access/audit.server";
import { issueLink, linkPath } from "~/domain/access/one-time-link.server";
import { now } from "~/lib/clock.server";
import { env } from "~/lib/env.server";

import { hashPassword } from "./password.server";

const PLACEHOLDER = "first-administrator@sasae.invalid";

/**
 * Sees to it that someone can administer. Where nobody can: the account that the environment names is made, or a link is
 * returned under which the first administrator chooses address and password. An earlier link ends when a new one is made.
 */
export async function ensureFirstAdmin(
  origin: string,
  given: FirstAdmin | null = fromEnvironment(),
): Promise<string | null> {
  const passwordHash = given ? await hashPassword(given.password) : null;
  return asAccounts(async (tx) => {
    // why: of several processes that start at once, one makes the account and the others find it.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`;
    if (await someoneAdministers(tx)) return null;
    const email = given ? given.email.toLowerCase() : PLACEHOLDER;
    const user =
      (await tx.userAccount.findUnique({ where: { email } })) ??
      (await tx.userAccount.create({ data: { email, name: given ? (email.split("@")[0] ?? email) : "" } }));
    if (passwordHash) await tx.userAccount.update({ where: { id: user.id }, data: { passwordHash, disabledAt: null } });
    const own = { userId: user.id, role: "admin", endedAt: null };
    if ((await tx.membership.count({ where: own })) === 0) await tx.membership.create({ data: own });
    await recordAudit(tx, {
      actorId: null,
      actorRole: "system",
      action: "access.firstAdmin",
      subject: "account",
      subjectId: user.id,
    });
    if (passwordHash) return null;
    const token = await issueLink(tx, { kind: "first_admin", userId: user.id, createdBy: null, at: now() });
    return new URL(linkPath(token), origin).toString();
  });
}

export type FirstAdmin = { email: string; password: string };

function fromEnvironment(): FirstAdmin | null {
  const { SASAE_ADMIN_EMAIL: email, SASAE_ADMIN_PASSWORD: password } = env();
  return email && password ? { email, password } : null;
}

async function someoneAdministers(tx: Tx): Promise<boolean> {
  const found = await tx.membership.findFirst({
    where: {
      role: "admin",
      endedAt: null,
      acceptedAt: { not: null },
      user: { disabledAt: null, passwordHash: { not: null } },
    },
    select: { id: true },
  });
  return found !== null;
}
