/**
 * The first line of every loader and action: who may go on, and whose data they may read. Nobody signed in leads to the
 * sign-in page; another role's page and another tenant's record are both "not found"; a mutation must come from our own pages.
 */
import { redirect } from "@remix-run/node";

import {
  peopleOf,
  platformOf,
  tenantOf,
  wardViewOf,
  type People,
  type Platform,
  type Tenant,
  type WardView,
} from "~/db/scope.server";
import { mayAs, type Action } from "~/domain/access/policy";

import { currentActor, signedIn, type Actor, type NamedMembership, type SignedIn } from "./actor.server";
import { ownPath } from "./own-path";
import { requireSameOrigin } from "./same-origin.server";

export { currentActor };
export type { Actor };

/**
 * The signed-in person, if the membership in use may do the action.
 * @throws Response a redirect to sign-in, 403 (another site's request) or 404 (not this role's)
 */
export async function requireActor(request: Request, action: Action): Promise<Actor> {
  return (await requireSignedIn(request, action)).actor;
}

/** The same with the session behind it, for app/auth and the account screens. */
export async function requireSignedIn(request: Request, action: Action): Promise<SignedIn> {
  requireSameOrigin(request);
  const current = await signedIn(request);
  if (!current) throw redirect(`/login?next=${encodeURIComponent(wishedPath(request))}`);
  if (!mayAs(current.actor.membership, action)) throw notFound();
  return current;
}

/** The actor and one contract by name. Throws as requireActor does. */
export async function requireTenant(request: Request, action: Action): Promise<{ actor: Actor; tenant: Tenant }> {
  const actor = await requireActor(request, action);
  const { wardId, contractId, role } = actor.membership;
  if (!wardId || !contractId || role !== "manager") throw notFound();
  return { actor, tenant: tenantOf(wardId, contractId, actor.userId) };
}

/** The actor and the staff on their own list: a worker themselves, a supervisor the supervisees. Throws as requireActor does. */
export async function requirePeople(request: Request, action: Action): Promise<{ actor: Actor; people: People }> {
  const { actor, superviseeIds } = await requireSignedIn(request, action);
  const { wardId, contractId, staffId, role } = actor.membership;
  if (!wardId || !contractId) throw notFound();
  if (role === "worker" && staffId) return { actor, people: peopleOf(wardId, contractId, [staffId], actor.userId) };
  if (role === "supervisor") return { actor, people: peopleOf(wardId, contractId, superviseeIds, actor.userId) };
  throw notFound();
}

/** Another contract where the person works or worked, with the right to the own rows there. */
export type OwnElsewhere = { membership: NamedMembership; people: People };

/**
 * A worker, the own rows in the contract in use, and in each other contract where the person works or worked. Throws as
 * requireActor does.
 */
export async function requireTransfer(
  request: Request,
  action: Action,
): Promise<{ actor: Actor; people: People; elsewhere: OwnElsewhere[] }> {
  const { actor, people } = await requirePeople(request, action);
  if (actor.membership.role !== "worker") throw notFound();
  const elsewhere = actor.memberships.flatMap((membership): OwnElsewhere[] => {
    const { role, wardId, contractId, staffId } = membership;
    if (role !== "worker" || !wardId || !contractId || !staffId || contractId === people.contractId) return [];
    return [{ membership, people: peopleOf(wardId, contractId, [staffId], actor.userId) }];
  });
  return { actor, people, elsewhere };
}

/** The actor and a ward's totals. Throws as requireActor does. */
export async function requireWard(request: Request, action: Action): Promise<{ actor: Actor; view: WardView }> {
  const actor = await requireActor(request, action);
  const { wardId, role } = actor.membership;
  if (!wardId || role !== "ward") throw notFound();
  return { actor, view: wardViewOf(wardId, actor.userId) };
}

/** The actor and the platform's configuration. Throws as requireActor does. */
export async function requirePlatform(request: Request, action: Action): Promise<{ actor: Actor; platform: Platform }> {
  const actor = await requireActor(request, action);
  if (actor.membership.role !== "admin") throw notFound();
  return { actor, platform: platformOf(actor.userId) };
}

/** What every refusal looks like from outside. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** Where to go on after signing in: the page itself, without the parameters and suffix that the router adds to data requests. */
function wishedPath(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  url.searchParams.delete("index");
  const pathname = url.pathname.replace(/\/_root\.data$|\.data$/, "") || "/";
  return ownPath(pathname + url.search, "/");
}
