/**
 * Whether a person receives the digest by mail. A mail program cannot sign in: whoever holds the link in a digest may end it or
 * begin it again, and nothing else.
 */
import { asAccounts } from "~/db/scope.server";
import { LOCALES, type Locale } from "~/i18n/resources";

import type { Actor } from "./actor.server";

const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the signed-in person receives it. */
export function wantsDigest({ userId }: Actor): Promise<boolean> {
  return asAccounts(async (tx) => {
    const found = await tx.userAccount.findUnique({ where: { id: userId }, select: { digest: true } });
    return found?.digest ?? false;
  });
}

/** Sets it for the signed-in person. */
export async function setDigest({ userId }: Actor, digest: boolean): Promise<void> {
  await asAccounts((tx) => tx.userAccount.update({ where: { id: userId }, data: { digest }, select: { id: true } }));
}

export type DigestLink = { isOn: boolean; locale: Locale };

/** What a digest's link leads to, or null where it leads nowhere. */
export async function readDigestLink(token: string): Promise<DigestLink | null> {
  if (!TOKEN.test(token)) return null;
  return asAccounts(async (tx) => {
    const found = await tx.userAccount.findFirst({
      where: { digestToken: token, disabledAt: null },
      select: { digest: true, locale: true },
    });
    return found && { isOn: found.digest, locale: LOCALES.find((one) => one === found.locale) ?? "ja" };
  });
}

/** Sets it by a digest's link; false where it leads nowhere. */
export async function setDigestByLink(token: string, digest: boolean): Promise<boolean> {
  if (!TOKEN.test(token)) return false;
  const { count } = await asAccounts((tx) =>
    tx.userAccount.updateMany({ where: { digestToken: token, disabledAt: null }, data: { digest } }),
  );
  return count > 0;
}
