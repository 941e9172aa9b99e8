/**
 * Whose data may be read: every query runs in a transaction that names its scope, and
 * PostgreSQL's row-level security keeps to it. The scopes, from narrow to wide:
 *
 * - people: a worker's or supervisor's own list of staff within one contract
 * - contract: one contract, by name (contractor manager, import, evaluation)
 * - ward: a ward's contracts and aggregates; no row about a person
 * - facts: read-only, a ward's person-level rows without names or pay, to compute aggregates from
 * - platform: wards, contracts, users and jobs; nothing about staff
 * - accounts: sign-in
 * - survey: one contract's anonymous surveys: opens, shuffles, closes and counts; reads posts without names
 * - ballot: puts an answer in and reads nothing of anyone
 * - self: one person's own notifications, whatever the membership in use
 * - rotation: sealed confidential notes, to seal them under another key
 */
import { Prisma } from "./generated/client";
import { client, KEPT_MARK } from "./client.server";

/** A transaction in which a scope is set. */
export type Tx = Prisma.TransactionClient;

declare const proof: unique symbol;
/** Proof of the right to one contract's named data. */
export type Tenant = { wardId: string; contractId: string; userId: string | null; readonly [proof]: "tenant" };
/** Proof of the right to some people's data within one contract. */
export type People = Omit<Tenant, typeof proof> & { staffIds: string[]; readonly [proof]: "people" };
/** Proof of the right to a ward's totals. No function that returns a named worker accepts it. */
export type WardView = { wardId: string; userId: string | null; readonly [proof]: "ward-view" };
/** Proof of the right to the platform's configuration. */
export type Platform = { userId: string | null; readonly [proof]: "platform" };

/** Only auth, jobs, the command line and tests make these. */
export function tenantOf(wardId: string, contractId: string, userId: string | null = null): Tenant {
  return { wardId, contractId, userId } as Tenant;
}
export function peopleOf(wardId: string, contractId: string, staffIds: string[], userId: string | null): People {
  return { wardId, contractId, staffIds, userId } as People;
}
export function wardViewOf(wardId: string, userId: string | null = null): WardView {
  return { wardId, userId } as WardView;
}
export function platformOf(userId: string | null = null): Platform {
  return { userId } as Platform;
}

/** `plansOnce`: kept statements are planned once a connection, for whatever contract; for work that goes through all of them. */
type Options = { timeoutMs?: number; plansOnce?: boolean };

/** Runs queries on one contract, by name. */
export function asTenant<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run(
    { scope: "contract", ward: tenant.wardId, contract: tenant.contractId, user: tenant.userId },
    work,
    options,
  );
}

/** Runs queries on a worker's or a supervisor's own list of staff. */
export function asPeople<T>(people: People, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  const { wardId, contractId, userId, staffIds } = people;
  return run({ scope: "people", ward: wardId, contract: contractId, user: userId, staff: staffIds }, work, options);
}

/** Runs queries on a ward's contracts; tables about persons are empty here. */
export function asWard<T>(view: WardView, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "ward", ward: view.wardId, user: view.userId }, work, options);
}

/** Reads a ward's person-level rows, without names and pay, to compute aggregates from. Return aggregates only. */
export function asFacts<T>(view: WardView | Tenant, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "facts", ward: view.wardId, user: view.userId }, work, options);
}

/** Runs queries on wards, contracts, users and jobs. */
export function asPlatform<T>(platform: Platform, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "platform", user: platform.userId }, work, options);
}

/** Runs sign-in's queries. Only app/auth calls this. */
export function asAccounts<T>(work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "accounts" }, work, options);
}

/** Opens, shuffles, closes and counts a contract's surveys. Only app/domain/survey calls this. */
export function asSurvey<T>(
  at: Pick<Tenant, "wardId" | "contractId">,
  work: (tx: Tx) => Promise<T>,
  options?: Options,
): Promise<T> {
  return run({ scope: "survey", ward: at.wardId, contract: at.contractId }, work, options);
}

/** Puts an answer into the box, for nobody in particular. Only app/domain/survey calls this. */
export function asBallot<T>(work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "ballot" }, work, options);
}

/** Runs queries on one person's own notifications. */
export function asSelf<T>(userId: string, work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "self", user: userId }, work, options);
}

/** Runs the change of keys over sealed notes. Only the command line calls this. */
export function asRotation<T>(work: (tx: Tx) => Promise<T>, options?: Options): Promise<T> {
  return run({ scope: "rotation" }, work, options);
}

type Settings = { scope: string; ward?: string; contract?: string; user?: string | null; staff?: string[] };

async function run<T>(settings: Settings, work: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> {
  const database = await client();
  return database.$transaction(
    async (tx) => {
      // why: transaction-local settings cannot leak through the pool to the next borrower.
      await tx.$queryRaw`${KEPT} SELECT set_config('app.scope', ${settings.scope}, true),
        set_config('app.ward', ${settings.ward ?? ""}, true), set_config('app.contract', ${settings.contract ?? ""}, true),
        set_config('app.user', ${settings.user ?? ""}, true), set_config('app.staff', ${`{${(settings.staff ?? []).join(",")}}`}, true),
        set_config('plan_cache_mode', ${options.plansOnce ? "force_generic_plan" : "auto"}, true)`;
      return work(tx);
    },
    { timeout: options.timeoutMs ?? 15_000, maxWait: 10_000 },
  );
}

/**
 * Opens a statement that each connection keeps prepared, so that it is planned once and not for every contract of a night.
 * Its text must be one of a few: lists go in as arrays.
 */
export const KEPT = Prisma.raw(KEPT_MARK);

/** A query's rows as one value, so that a statement may carry several queries' rows. */
export function rowsOf(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(r), '[]') FROM (${query}) r)`;
}

export { Prisma };
