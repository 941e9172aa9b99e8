import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { verifyPassword } from "~/auth/password.server";
import { run as demoCommand } from "~/cli/commands/demo";
import { asTenant, peopleOf, tenantOf, type Tenant } from "~/db/scope.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { indicatorIn, indicators } from "~/domain/kpi/rules";
import { violations } from "~/domain/planner/checker";
import { confirmPlan } from "~/domain/planner/confirm-plan.server";
import { proposePlan, readPlan, type Planner } from "~/domain/planner/drafts.server";
import { DEFAULT_SETTINGS } from "~/domain/planner/plan";
import { superviseesOn } from "~/domain/supervision/overview.server";

import { migrate } from "../../prisma/migrate";
import { DEMO_PASSWORD, demoSignIns } from "../../prisma/seed/sign-ins";
import { asOwner } from "../setup/factories";

const TODAY = "2026-11-24";
const run = promisify(execFile);
const other = new URL(process.env.DATABASE_URL ?? "");
other.pathname = `/demo_${randomBytes(5).toString("hex")}`;
const said = { out: [] as string[], err: [] as string[] };
const io = {
  out: (text: string) => said.out.push(text),
  err: (text: string) => said.err.push(text),
  locale: "ja" as const,
};

beforeAll(async () => {
  expect(await demoCommand(["--today", TODAY, "--json"], io)).toBe(0);
}, 120_000);

afterAll(async () => {
  await asOwner((owner) => owner.query(`DROP DATABASE IF EXISTS ${other.pathname.slice(1)} WITH (FORCE)`));
});

async function rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  return asOwner(async (owner) => (await owner.query<T>(sql)).rows);
}

async function tenant(code: string): Promise<Tenant> {
  const [found] = await rows<{ ward_id: string; id: string }>(
    `SELECT ward_id, id FROM contract WHERE code = '${code}'`,
  );
  return tenantOf(found?.ward_id ?? "", found?.id ?? "");
}

/** All rows, without what differs from one database to the next: generated ids, instants, salted hashes and keys of open surveys. */
async function comparable(url: string): Promise<Record<string, string[]>> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const tables = await owner.query<{ name: string; columns: string }>(
    `SELECT table_name AS name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name) AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'audit_entry', 'job_run', 'rate_limit')
       AND (table_name, column_name) NOT IN (('notification', 'key'), ('notification', 'path')) AND data_type NOT IN ('uuid', 'timestamp with time zone') AND column_name NOT IN ('password_hash', 'public_key', 'private_key_id', 'private_key_nonce', 'sealed_private_key') GROUP BY 1 ORDER BY 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name, columns } of tables.rows) {
    const found = await owner.query<{ line: string }>(`SELECT ROW(${columns})::text AS line FROM ${name} ORDER BY 1`);
    all[name] = found.rows.map(({ line }) => line);
  }
  await owner.end();
  return all;
}

test("two demos of the same day are the same, flags included", async () => {
  await migrate(other.toString());
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const { stdout } = await run(process.execPath, [tsx, "app/cli/main.ts", "demo", "--today", TODAY, "--json"], {
    env: { ...process.env, DATABASE_URL: other.toString() },
  });
  const printed = JSON.parse(stdout) as { signIns: { email: string }[] };
  expect(printed.signIns.map(({ email }) => email)).toEqual(demoSignIns.map(({ email }) => email));
  const [here, there] = [await comparable(process.env.DATABASE_URL ?? ""), await comparable(other.toString())];
  expect(here.flag?.length).toBeGreaterThan(50);
  expect(there).toEqual(here);
}, 120_000);

test("there are two wards, five contracts, three fiscal years and at least sixty support workers", async () => {
  const [counts] =
    await rows(`SELECT (SELECT count(*)::int FROM ward) AS wards, (SELECT count(*)::int FROM contract) AS contracts,
    (SELECT array_agg(DISTINCT fiscal_year ORDER BY fiscal_year) FROM specification) AS years,
    (SELECT count(*)::int >= 60 FROM staff WHERE role NOT IN ('supervisor', 'manager', 'clerk') AND (left_on IS NULL OR left_on >= '${TODAY}')) AS enough`);
  expect(counts).toEqual({ wards: 2, contracts: 5, years: [2024, 2025, 2026], enough: true });
});

test("two offices and more have fewer than five support staff", async () => {
  const small =
    await rows(`SELECT office_id FROM staff WHERE role NOT IN ('supervisor', 'manager', 'clerk') AND (left_on IS NULL OR left_on >= '${TODAY}')
    GROUP BY 1 HAVING count(*) < 5`);
  expect(small.length).toBeGreaterThanOrEqual(2);
});

test("one office of the contract in trouble has critical flags of overload, supervision and burnout", async () => {
  const critical =
    await rows(`SELECT rule, count(*)::int >= 3 AS several FROM flag JOIN office ON office.id = flag.office_id
    WHERE office_code = 'SJ1-A' AND staff_id IS NOT NULL AND status <> 'resolved' AND severity = 'critical' GROUP BY 1 ORDER BY 1`);
  expect(critical).toEqual(
    ["burnout.conditions", "overload.active", "overload.cap", "supervision.due"].map((rule) => ({
      rule,
      several: true,
    })),
  );
});

test("the exemplary contract meets every target that its records decide, and the one in trouble misses them", async () => {
  const keys = [
    "retention3y",
    "caseloadPerWorker",
    "qualifiedShare",
    "trainingHours",
    "supervisionRate",
    "worthwhileShare",
  ] as const;
  for (const [code, met] of [
    ["SG-1", true],
    ["SJ-1", false],
  ] as const) {
    const place = await tenant(code);
    const facts = await asTenant(place, (tx) => loadContractFacts(tx, place, TODAY));
    expect([code, keys.map((key) => indicatorIn(indicators(facts), key).met)]).toEqual([code, keys.map(() => met)]);
  }
});

test("a survey's answers fall in the contract in trouble, which is flagged for it, and in no other", async () => {
  const flags =
    await rows(`SELECT c.code, f.subject_kind AS kind, o.office_code AS office, f.severity FROM flag f JOIN contract c ON c.id = f.contract_id
    LEFT JOIN office o ON o.id = f.office_id WHERE rule = 'burnout.survey' AND f.status <> 'resolved' ORDER BY 2 DESC`);
  expect(flags).toEqual([
    { code: "SJ-1", kind: "office", office: "SJ1-A", severity: "critical" },
    { code: "SJ-1", kind: "contract", office: null, severity: "critical" },
  ]);
});

test("what the surveys publish speaks of five answers or more, and a pulse is open where people can answer it", async () => {
  const surveys =
    await rows(`SELECT c.code, v.kind, v.status FROM survey_campaign v JOIN contract c ON c.id = v.contract_id
    ORDER BY c.code, v.opens_on`);
  const closed = (code: string) => [
    { code, kind: "annual", status: "closed" },
    { code, kind: "pulse", status: "closed" },
  ];
  const open = (code: string) => ({ code, kind: "pulse", status: "open" });
  expect(surveys).toEqual([...closed("SG-1"), open("SG-1"), ...closed("SJ-1"), open("SJ-1"), ...closed("SJ-2")]);
  const [least] = await rows(`SELECT min((cell ->> 'answered')::int) >= 5 AS enough, count(*)::int > 12 AS several
    FROM survey_result, jsonb_array_elements(cells -> 'satisfaction') cell`);
  expect(least).toEqual({ enough: true, several: true });
  const [odd] =
    await rows(`SELECT count(*)::int AS number FROM survey_result r WHERE answered <> (SELECT count(*) FROM survey_answer a
    WHERE a.campaign_id = r.campaign_id) OR eligible <> (SELECT count(*) FROM survey_eligible e WHERE e.campaign_id = r.campaign_id)`);
  expect(odd).toEqual({ number: 0 });
});

test("flags have a history of half a year, and some are resolved", async () => {
  const [history] = await rows(`SELECT min(day)::text AS first, max(day)::text AS last FROM evaluation_day`);
  expect(history).toEqual({ first: "2026-05-31", last: TODAY });
  expect((await rows("SELECT FROM flag WHERE status = 'resolved'")).length).toBeGreaterThan(10);
});

test("nobody is recorded at work before being hired, after leaving or while on leave", async () => {
  const odd = await rows(`SELECT staff_code, attended_on AS day FROM training_record JOIN staff ON staff.id = staff_id
      WHERE attended_on < hired_on OR attended_on > left_on OR attended_on > '${TODAY}'
    UNION ALL SELECT staff_code, from_on FROM case_assignment JOIN staff ON staff.id = staff_id WHERE from_on < hired_on OR to_on > left_on OR (to_on IS NULL AND left_on < '${TODAY}')
    UNION ALL SELECT staff_code, from_on FROM case_assignment a JOIN staff ON staff.id = a.staff_id JOIN staff_leave l ON l.staff_id = a.staff_id
      WHERE daterange(a.from_on, a.to_on, '[]') && daterange(l.starts_on, l.ends_on, '[]')`);
  expect(odd).toEqual([]);
});

test("every sign-in has its password and exactly the memberships of its role", async () => {
  const accounts = await rows<{ email: string; password_hash: string; roles: string[] }>(
    `SELECT email, password_hash, array_agg(role) AS roles FROM user_account JOIN membership ON user_id = user_account.id GROUP BY 1, 2`,
  );
  for (const signIn of demoSignIns) {
    const account = accounts.find(({ email }) => email === signIn.email);
    expect([signIn.email, account?.roles]).toEqual([
      signIn.email,
      Array.from({ length: (signIn.contracts?.length ?? 1) + (signIn.left ? 1 : 0) }, () => signIn.role),
    ]);
    expect(await verifyPassword(account?.password_hash ?? "", DEMO_PASSWORD)).toBe(true);
  }
});

test("a database that is not empty is refused in both languages and left alone", async () => {
  const before = await comparable(process.env.DATABASE_URL ?? "");
  said.err.length = 0;
  expect(await demoCommand(["--today", TODAY], io)).toBe(1);
  expect(said.err.join("\n")).toMatch(/空のデータベース[\s\S]*empty database only/);
  expect(await comparable(process.env.DATABASE_URL ?? "")).toEqual(before);
});

async function demoPlanner(): Promise<Planner> {
  const [one] = await rows<{ id: string; user_id: string; ward_id: string; contract_id: string; staff: string[] }>(
    `SELECT m.id, m.user_id, m.ward_id, m.contract_id, array(SELECT staff_id::text FROM supervisee WHERE membership_id = m.id) AS staff
     FROM membership m JOIN user_account u ON u.id = m.user_id WHERE u.email = 'supervisor@demo.example'`,
  );
  if (!one) throw new Error("The demo has no supervisor.");
  const people = peopleOf(one.ward_id, one.contract_id, one.staff, one.user_id);
  return { people, membershipId: one.id, today: TODAY };
}

test("the demo's largest contract is planned for both quarters that lie ahead, and everyone who is there has a session", async () => {
  const planner = await demoPlanner();
  for (const quarter of [
    { fiscalYear: 2026, quarter: 3 },
    { fiscalYear: 2026, quarter: 4 },
  ] as const) {
    const made = await proposePlan(planner, quarter, { ...DEFAULT_SETTINGS });
    if (!made.ok) throw new Error("stale");
    const { input, unplaced, draft } = await readPlan(planner, quarter);
    expect(input.workers.length).toBeGreaterThan(10);
    expect(violations(draft?.items ?? [], input)).toEqual([]);
    expect(made.draft.settings.proven).toBe(true);
    // Whoever is left out is on leave or not employed on every open day that is left.
    expect(
      unplaced.filter(({ blockers }) => !blockers.every(({ code }) => /onLeave|notEmployed|away/.test(code))),
    ).toEqual([]);
  }
});

test("confirmed, nobody of the running quarter is without a session, done or planned, who is not away throughout", async () => {
  const planner = await demoPlanner();
  const quarter = { fiscalYear: 2026, quarter: 3 } as const;
  const { draft, unplaced } = await readPlan(planner, quarter);
  const plan = { planId: draft?.planId ?? "", version: draft?.version ?? 0 };
  const writing = { at: new Date(`${TODAY}T00:00:00Z`), mailing: null };
  expect(await confirmPlan(planner, plan, "", writing)).toMatchObject({ ok: true, sessions: draft?.items.length });
  const away = unplaced.map(({ workerId }) => workerId);
  const supervisees = (await superviseesOn(planner.people, TODAY)).rows;
  const open = supervisees.filter(({ cells, staffId }) => cells[2]?.state === "due" && !away.includes(staffId));
  expect(open.map(({ staffCode }) => staffCode)).toEqual([]);
});
