import type { Role } from "~/domain/access/policy";
import { chosenLocale } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/i18n";

import { readSession, type LiveSession } from "./lucia.server";
import type { StoredMembership } from "./session-store.server";

export type Membership = {
  id: string;
  role: Role;
  wardId: string | null;
  contractId: string | null;
  staffId: string | null;
  /** A worker who has left keeps the own record, and nothing else. */
  isFormer: boolean;
};
/** A membership with its names in the actor's language. */
export type NamedMembership = Membership & {
  wardName: string | null;
  contractCode: string | null;
  contractName: string | null;
  contractorName: string | null;
};

/** Who is signed in, and as what: one of their memberships is in use. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  locale: Locale;
  membership: Membership;
  memberships: NamedMembership[];
};

/** The signed-in person with session and list of supervisees, for app/auth; routes take `currentActor`. */
export type SignedIn = { actor: Actor; session: LiveSession; superviseeIds: string[] };

/** Who sent the request, or null where nobody is signed in. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  const session = await readSession(request);
  const inUse = session?.user.memberships.find((one) => one.id === session.membershipId);
  if (!session || !inUse) return null;
  const { id, email, name, locale: setting, memberships, superviseeIds } = session.user;
  const locale = chosenLocale(request) ?? setting;
  const { role, wardId, contractId, staffId, isFormer } = inUse;
  const actor: Actor = {
    userId: id,
    name,
    email,
    locale,
    membership: { id: inUse.id, role, wardId, contractId, staffId, isFormer },
    memberships: memberships.map((one) => named(one, locale)),
  };
  return { actor, session, superviseeIds };
}

/** Who sent the request, or null where nobody is signed in. */
export async function currentActor(request: Request): Promise<Actor | null> {
  return (await signedIn(request))?.actor ?? null;
}

function named(one: StoredMembership, locale: Locale): NamedMembership {
  const { id, role, wardId, contractId, staffId, isFormer, contractCode } = one;
  const pick = (ja: string | null, en: string | null) => (locale === "en" ? (en ?? ja) : ja);
  return {
    ...{ id, role, wardId, contractId, staffId, isFormer, contractCode },
    wardName: pick(one.wardName, one.wardNameEn),
    contractName: pick(one.contractName, one.contractNameEn),
    contractorName: pick(one.contractorName, one.contractorNameEn),
  };
}
