import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { asTenant, platformOf, type Tenant } from "~/db/scope.server";
import { platformFigures } from "~/domain/job/standing.server";
import { PLATFORM_SCOPE } from "~/domain/job/timetable";
import { kpiTrend } from "~/domain/kpi/kpi-trend.server";
import { readinessCheck } from "~/server/readiness";

import { targetsOf } from "../../jobs/job";
import { TIMETABLE } from "../../jobs/schedule";
import { migrationNames } from "../../prisma/engine";
import { aPerson } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";
import { aRow } from "../setup/rows";

const DAY = "2027-03-01";
let tenant: Tenant & { code: string };
let userId: string;

beforeAll(async () => {
  tenant = await aContract({ code: "C1" });
  userId = (await aPerson("manager", tenant)).userId;
  await aWorker(tenant);
});

/** Does a job's work as of a day, for the contract or the platform. */
async function work(key: string, day: string) {
  const job = TIMETABLE.find((one) => one.key === key);
  const targets = job ? await targetsOf(job) : [];
  return targets.find(({ scope }) => scope === tenant.code || scope === PLATFORM_SCOPE)?.work(day);
}

async function idsIn(table: string, id = "id"): Promise<string[]> {
  const { rows } = await asOwner((owner) =>
    owner.query<{ id: string }>(`SELECT ${id}::text AS id FROM ${table} ORDER BY 1`),
  );
  return rows.map((row) => row.id);
}

describe("the clean-up", () => {
  test("forgets what has done its work, keeps what has not by a day, and finds nothing the second time", async () => {
    await asOwner(async (owner) => {
      await owner.query("DELETE FROM sign_in_session; DELETE FROM one_time_link; DELETE FROM job_run");
      const session = "INSERT INTO sign_in_session (id, user_id, expires_at, absolute_end) VALUES ($1, $2, $3, $4)";
      await owner.query(session, ["idle", userId, "2027-02-28T00:00+09", "2027-03-10T00:00+09"]);
      await owner.query(session, ["over", userId, "2027-03-10T00:00+09", "2027-02-28T00:00+09"]);
      await owner.query(session, ["alive", userId, "2027-03-01T05:00+09", "2027-03-10T00:00+09"]);
      const link =
        "INSERT INTO one_time_link (token_hash, kind, user_id, expires_at, used_at) VALUES ($1, 'reset', $2, $3, $4)";
      await owner.query(link, ["used", userId, "2027-03-10T00:00+09", "2027-02-28T00:00+09"]);
      await owner.query(link, ["expired", userId, "2027-02-28T00:00+09", null]);
      await owner.query(link, ["open", userId, "2027-03-02T00:00+09", null]);
      await owner.query("INSERT INTO rate_limit (key, points, expire) VALUES ('past', 1, 0), ('coming', 1, $1)", [
        Date.parse("2027-03-01T05:00+09:00"),
      ]);
      const mail =
        "INSERT INTO outgoing_mail (key, kind, to_address, sent_at, failed_at) VALUES ($1, 'test', 'a@b.jp', $2, $3)";
      // 90 days before 1 March 2027 is 1 December 2026.
      await owner.query(mail, ["sent long ago", "2026-11-30T23:59+09", null]);
      await owner.query(mail, ["sent", "2026-12-01T00:00+09", null]);
      await owner.query(mail, ["given up", null, "2026-01-01T00:00+09"]);
      const notice = `INSERT INTO notification (user_id, ward_id, key, kind, params, path, day, read_at)
        VALUES ($1, $2, $3, 'survey.opened', '{}', '/me', '2026-01-01', $4)`;
      await owner.query(notice, [userId, tenant.wardId, "read long ago", "2026-02-28T23:59+09"]);
      await owner.query(notice, [userId, tenant.wardId, "read", "2026-03-01T00:00+09"]);
      await owner.query(notice, [userId, tenant.wardId, "unread", null]);
      const run = "INSERT INTO job_run (job, scheduled_for, scope, outcome) VALUES ($1, $2, $3, $4)";
      // 400 days before is 25 January 2026; runs of every hour are kept 30 days where they were done.
      await owner.query(run, ["evaluate", "2026-01-24T02:00+09", "old", "done"]);
      await owner.query(run, ["evaluate", "2026-01-25T02:00+09", "kept", "done"]);
      await owner.query(run, ["reminders", "2027-01-29T08:00+09", "hourly", "done"]);
      await owner.query(run, ["reminders", "2027-01-29T09:00+09", "hourly failed", "failed"]);
    });
    expect(await work("cleanUp", DAY)).toEqual({
      ...{ sessions: 2, links: 2, counters: 1, mails: 1, notifications: 1, runs: 2 },
    });
    expect(await idsIn("sign_in_session")).toEqual(["alive"]);
    expect(await idsIn("one_time_link", "token_hash")).toEqual(["open"]);
    expect(await idsIn("rate_limit", "key")).toEqual(["coming"]);
    expect(await idsIn("outgoing_mail", "key")).toEqual(["given up", "sent"]);
    expect(await idsIn("notification", "key")).toEqual(["read", "unread"]);
    expect(await idsIn("job_run", "scope")).toEqual(["hourly failed", "kept"]);
    expect(Object.values((await work("cleanUp", DAY)) ?? {})).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("throws away uploads that nobody confirmed, with their files, and no confirmed one", async () => {
    for (const [status, createdAt] of [
      ["previewed", "2027-01-29T12:00+09"],
      ["confirmed", "2027-01-29T12:00+09"],
      ["previewed", "2027-01-30T12:00+09"],
    ] as const) {
      const id = randomUUID();
      await aRow(tenant, "import_batch", { id, created_by: userId, created_at: createdAt, status, summary: "{}" });
      await aRow(tenant, "import_file", { batch_id: id, name: status, content: "x" });
    }
    expect(await work("importCleanUp", DAY)).toEqual({ imports: 1 });
    expect(await idsIn("import_file", "name")).toEqual(["confirmed", "previewed"]);
  });
});

test("the last twelve month ends are kept once, and are what a trend then shows", async () => {
  expect(await work("snapshots", DAY)).toEqual({ kept: 12 });
  expect(await work("snapshots", DAY)).toEqual({ kept: 0 });
  const days = await asTenant(
    tenant,
    (tx) => tx.$queryRaw<{ day: string }[]>`SELECT DISTINCT day::text FROM kpi_snapshot ORDER BY day`,
  );
  expect([days.length, days[0]?.day, days[11]?.day]).toEqual([12, "2026-03-31", "2027-02-28"]);
  expect((await kpiTrend(tenant, tenant.contractId, null, DAY)).map(({ day }) => day)).toContain("2027-02-28");
});

test("returns are counted as due soon and late", async () => {
  await aRow(tenant, "specification", { fiscal_year: 2026, version: 1, return_due_day: 10 });
  for (const month of ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"])
    await aRow(tenant, "return_filing", { month: `${month}-01`, status: "submitted", submitted_on: "2026-12-01" });
  // Missing: March 2026 (due 10 April), December and January (due 10 January and 10 February), February, due on 10 March.
  expect(await work("returnsDue", "2027-03-08")).toEqual({ dueSoon: 1, late: 3 });
});

test("readiness knows the database's migrations, and the figures add up contracts' last evaluations", async () => {
  const clock = () => new Date("2027-03-01T09:00:00+09:00");
  expect(await readinessCheck(migrationNames(), clock)()).toMatchObject({
    ready: true,
    migrations: "ok",
    jobs: "late",
  });
  expect(await readinessCheck([...migrationNames(), "20990101000000_tomorrow"], clock)()).toMatchObject({
    ...{ ready: false, database: "ok", migrations: "pending" },
  });
  await expect(asTenant(tenant, (tx) => tx.$executeRaw`DELETE FROM _prisma_migrations`)).rejects.toThrow(
    "permission denied",
  );
  const second = await aContract({ code: "C2" });
  const run =
    "INSERT INTO job_run (job, scheduled_for, scope, outcome, counts) VALUES ('evaluate', $1, $2, 'done', $3)";
  await asOwner(async (owner) => {
    for (const [day, scope, open] of [
      ["2027-02-28", "C1", 9],
      ["2027-03-01", "C1", 4],
      ["2027-03-01", second.code, 3],
    ] as const)
      await owner.query(run, [`${day}T02:00+09`, scope, JSON.stringify({ raised: 1, changed: 0, resolved: 0, open })]);
  });
  const figures = await platformFigures(platformOf(), clock());
  expect(figures.flags).toEqual({ raised: 2, changed: 0, resolved: 0, open: 7 });
  expect(figures.jobs.find(({ job }) => job === "evaluate")).toMatchObject({ isLate: false });
  expect(figures.runs).toEqual([{ job: "evaluate", outcome: "done", count: 2 }]);
  expect(figures.mails).toEqual([
    { state: "failed", count: 1 },
    { state: "sent", count: 1 },
  ]);
});
