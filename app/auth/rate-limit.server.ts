/**
 * Slows down guessing of passwords and links. Failures are counted per account and address together, and per address:
 * an attacker elsewhere can neither lock nor slow the owner of an account. Keys are hashes; no mail address is stored.
 */
import { createHash } from "node:crypto";

import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { databaseUrls } from "~/db/urls.server";

/** Failures that cost nothing, per account and address in a day. */
export const FREE_FAILURES = 5;
/** Failures from one address, over all accounts, in a quarter of an hour. */
export const ADDRESS_FAILURES = 100;
const LONGEST_WAIT_SECONDS = 15 * 60;

type Limiters = { failures: RateLimiterPostgres; gate: RateLimiterPostgres; address: RateLimiterPostgres };
let opened: Promise<Limiters> | undefined;

export type Attempt = { subject: string; address: string };
export type Admission = { ok: true } | { ok: false; seconds: number };

/** Counts an attempt before it is tried; `forgive` takes it back where it succeeds. */
export async function admit(attempt: Attempt): Promise<Admission> {
  const { failures, gate, address } = await limiters();
  const { pair, from } = keysOf(attempt);
  const waiting = await gate.get(pair);
  if (waiting && waiting.consumedPoints > 0 && waiting.msBeforeNext > 0) return refused(waiting);
  if (from) {
    const admitted = await passes(address.consume(from));
    if (!admitted.ok) return admitted;
  }
  const { consumedPoints } = await failures.penalty(pair);
  if (consumedPoints <= FREE_FAILURES) return { ok: true };
  // why: of attempts sent at once only the first finds the gate open; it closes for longer each time.
  return passes(gate.consume(pair, 1, { customDuration: backOffSeconds(consumedPoints) }));
}

/** Clears the count of an account and address after a success. */
export async function forgive(attempt: Attempt): Promise<void> {
  const { failures, gate, address } = await limiters();
  const { pair, from } = keysOf(attempt);
  await Promise.all([failures.delete(pair), gate.delete(pair), from ? address.reward(from) : null]);
}

/** Seconds to wait after so many failures: 30 s for the first beyond the free ones, doubling up to 15 minutes. */
export function backOffSeconds(count: number): number {
  const beyond = Math.max(0, count - FREE_FAILURES);
  return beyond === 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, 30 * 2 ** (beyond - 1));
}

function limiters(): Promise<Limiters> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Limiters> {
  const pool = new pg.Pool({
    connectionString: (await databaseUrls()).app,
    max: 2,
    allowExitOnIdle: true,
    idleTimeoutMillis: 10_000,
  });
  // why: a dropped idle connection is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  const table = {
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
  };
  return {
    failures: new RateLimiterPostgres({ ...table, keyPrefix: "failures", points: FREE_FAILURES, duration: 86_400 }),
    gate: new RateLimiterPostgres({ ...table, keyPrefix: "gate", points: 1, duration: LONGEST_WAIT_SECONDS }),
    address: new RateLimiterPostgres({
      ...table,
      keyPrefix: "address",
      points: ADDRESS_FAILURES,
      duration: LONGEST_WAIT_SECONDS,
    }),
  };
}

async function passes(consumed: Promise<RateLimiterRes>): Promise<Admission> {
  try {
    await consumed;
    return { ok: true };
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return refused(rejection);
    throw rejection;
  }
}

function refused(result: RateLimiterRes): Admission {
  return { ok: false, seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) };
}

function keysOf({ subject, address }: Attempt): { pair: string; from: string | null } {
  const network = networkOf(address);
  return { pair: digest(`${subject.toLowerCase()}\n${network}`), from: network ? digest(network) : null };
}

/** An address as one reader holds it: of IPv6 the first 64 bits. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const end = tail === "" ? [] : tail.split(":");
    while (groups.length + end.length < 8) groups.push("0");
    groups.push(...end);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
