import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";

import { asTenant, type Tenant } from "~/db/scope.server";
import { resolveFlag } from "~/domain/flag/answers.server";
import { evaluatedDays, listEpisodes, savePlan } from "~/domain/flag/episode-store.server";
import { planEpisodes, type Counts } from "~/domain/flag/episodes";
import { DEFAULT_THRESHOLDS } from "~/domain/flag/thresholds";
import type { WorkerFinding } from "~/domain/flag/finding";
import { getFlag, listFlags } from "~/domain/flag/repository.server";
import type { Severity } from "~/domain/workforce/vocabulary";

import { aContract, asOwner, aWorker } from "../../setup/factories";

let tenant: Tenant;
let staffId: string;

beforeEach(async () => {
  tenant = await aContract();
  staffId = await aWorker(tenant, { staffCode: "S1" });
});

/** Records what a rule found on a day, as an evaluation does. */
function observe(day: string, severity: Severity | null, load = 31): Promise<Counts> {
  const finding: WorkerFinding[] = severity
    ? [{ rule: "overload.active", version: 1, severity, figures: { load }, staffId, officeId: null }]
    : [];
  return asTenant(tenant, async (tx) => {
    const { next } = await evaluatedDays(tx, tenant, day);
    const { raised, changed, resolved, open, ...plan } = planEpisodes(
      finding,
      await listEpisodes(tx, tenant, day, next),
      day,
      next,
    );
    await savePlan(tx, tenant, { ...plan, raised, changed, resolved, open }, next, DEFAULT_THRESHOLDS);
    await tx.$executeRaw`INSERT INTO evaluation_day VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${day}::date) ON CONFLICT DO NOTHING`;
    return { raised, changed, resolved, open };
  });
}

async function openOn(asOf: string) {
  const { flags } = await listFlags(tenant, { asOf });
  return flags.map(({ severity, raisedOn, figures }) => ({ severity, raisedOn, load: figures.load }));
}

async function episodes() {
  const found = await asOwner((owner) =>
    owner.query<{ span: string }>(
      "SELECT concat(raised_on, ' ', coalesce(resolved_on::text, 'open')) AS span FROM flag WHERE contract_id = $1 ORDER BY raised_on",
      [tenant.contractId],
    ),
  );
  return found.rows.map((row) => row.span);
}

async function onlyFlag() {
  const rows = await asOwner((owner) =>
    owner.query<{ id: string }>("SELECT id FROM flag WHERE contract_id = $1 ORDER BY raised_on DESC", [
      tenant.contractId,
    ]),
  );
  return getFlag(tenant, rows.rows[0]?.id ?? "");
}

const manager = { name: "管理 花子", role: "manager" as const };

describe("the life of a flag", () => {
  test("it is raised, changes, is resolved and raised again as a new episode", async () => {
    expect(await observe("2026-01-01", "watch")).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
    expect(await observe("2026-01-02", "warning")).toEqual({ raised: 0, changed: 1, resolved: 0, open: 1 });
    expect(await observe("2026-01-03", "warning")).toEqual({ raised: 0, changed: 0, resolved: 0, open: 1 });
    expect(await observe("2026-01-04", null)).toEqual({ raised: 0, changed: 0, resolved: 1, open: 0 });
    expect(await observe("2026-01-05", "watch")).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
    expect(await episodes()).toEqual(["2026-01-01 2026-01-04", "2026-01-05 open"]);
    const flag = await onlyFlag();
    expect(flag?.history.map((event) => [event.day, event.kind])).toEqual([["2026-01-05", "reopened"]]);
    expect(flag?.dueOn).toBe("2026-01-19");
    expect(flag?.earlier).toMatchObject([{ raisedOn: "2026-01-01", resolvedOn: "2026-01-04" }]);
  });

  test("any past day is listed with the severity and the figures of that day", async () => {
    await observe("2026-01-01", "watch", 31);
    await observe("2026-01-03", "watch", 35);
    await observe("2026-01-05", "critical", 55);
    await observe("2026-01-07", null);
    const raisedOn = "2026-01-01";
    expect(await openOn("2025-12-31")).toEqual([]);
    expect(await openOn("2026-01-02")).toEqual([{ severity: "watch", raisedOn, load: 31 }]);
    expect(await openOn("2026-01-04")).toEqual([{ severity: "watch", raisedOn, load: 35 }]);
    expect(await openOn("2026-01-06")).toEqual([{ severity: "critical", raisedOn, load: 55 }]);
    expect(await openOn("2026-01-07")).toEqual([]);
  });

  test("new figures alone are stored and not counted as a change", async () => {
    await observe("2026-01-01", "watch", 31);
    expect(await observe("2026-01-02", "watch", 32)).toEqual({ raised: 0, changed: 0, resolved: 0, open: 1 });
    expect(await openOn("2026-01-02")).toMatchObject([{ load: 32 }]);
  });

  test("a second run on the same day changes nothing, also in the history", async () => {
    const events = () => asOwner(async (owner) => (await owner.query("SELECT * FROM flag_event ORDER BY id")).rows);
    await observe("2026-01-01", "watch");
    await observe("2026-01-02", "critical");
    const before = await events();
    expect(await observe("2026-01-02", "critical")).toEqual({ raised: 0, changed: 0, resolved: 0, open: 1 });
    expect(await observe("2026-01-01", "watch")).toEqual({ raised: 0, changed: 0, resolved: 0, open: 1 });
    expect(await events()).toEqual(before);
  });

  test("records corrected on the same day end and restore the same episode", async () => {
    await observe("2026-01-01", "watch");
    expect(await observe("2026-01-01", null)).toMatchObject({ resolved: 1, open: 0 });
    expect(await openOn("2026-01-01")).toEqual([]);
    expect(await observe("2026-01-01", "warning")).toMatchObject({ raised: 1, open: 1 });
    expect(await episodes()).toEqual(["2026-01-01 open"]);
    expect(await openOn("2026-01-01")).toMatchObject([{ severity: "warning" }]);
  });
});

describe("days evaluated out of order", () => {
  test("a flag that held already on an earlier day is moved back to it", async () => {
    await observe("2026-03-31", "critical", 60);
    expect(await observe("2025-12-31", "watch", 31)).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
    expect(await episodes()).toEqual(["2025-12-31 open"]);
    expect(await openOn("2026-03-30")).toMatchObject([{ severity: "watch", load: 31 }]);
    expect(await openOn("2026-03-31")).toMatchObject([{ severity: "critical", load: 60 }]);
    expect(await onlyFlag()).toMatchObject({ severity: "critical", dueOn: "2026-01-14" });
  });

  test("one that no longer held on the next evaluated day is a closed episode", async () => {
    await observe("2026-03-31", null);
    expect(await observe("2025-12-31", "watch")).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
    expect(await episodes()).toEqual(["2025-12-31 2026-03-31"]);
    expect(await openOn("2026-02-01")).toHaveLength(1);
    expect(await openOn("2026-03-31")).toEqual([]);
  });

  test("a day between, on which the rule did not hold, is a gap in the episode and leaves it otherwise alone", async () => {
    await observe("2026-01-01", "watch");
    await observe("2026-01-31", "watch");
    expect(await observe("2026-01-15", null)).toEqual({ raised: 0, changed: 0, resolved: 1, open: 0 });
    expect(await episodes()).toEqual(["2026-01-01 open"]);
    expect(await openOn("2026-01-14")).toHaveLength(1);
    expect(await openOn("2026-01-20")).toEqual([]);
    expect(await openOn("2026-01-31")).toHaveLength(1);
  });

  test("whatever the order, each evaluated day is listed as it was found, and a second round changes nothing", async () => {
    const days = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"];
    const found = fc.array(fc.constantFrom<Severity | null>(null, "watch", "critical"), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(found, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (severities, order) => {
        tenant = await aContract();
        staffId = await aWorker(tenant);
        for (const index of order) await observe(days[index] ?? "", severities[index] ?? null, index);
        for (const [index, day] of days.entries()) {
          const severity = severities[index] ?? null;
          expect((await openOn(day)).map((flag) => [flag.severity, flag.load])).toEqual(
            severity ? [[severity, index]] : [],
          );
          expect(await observe(day, severity, index)).toEqual({
            raised: 0,
            changed: 0,
            resolved: 0,
            open: severity ? 1 : 0,
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("a flag that a person resolved", () => {
  const at = (day: string) => ({ ...manager, at: new Date(`${day}T09:00:00+09:00`) });

  test("stays resolved while the rule holds at the same severity, and is raised when it rises", async () => {
    await observe("2026-01-01", "warning");
    const flag = await onlyFlag();
    expect(await resolveFlag(tenant, flag?.flagId ?? "", "配置を見直しました", at("2026-01-02"))).toBe("done");
    expect(await resolveFlag(tenant, flag?.flagId ?? "", "もう一度", at("2026-01-02"))).toBe("closed");
    expect(await observe("2026-01-03", "warning")).toEqual({ raised: 0, changed: 0, resolved: 0, open: 0 });
    expect(await observe("2026-01-04", "watch")).toEqual({ raised: 0, changed: 0, resolved: 0, open: 0 });
    expect(await observe("2026-01-05", "critical")).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
    expect(await episodes()).toEqual(["2026-01-01 2026-01-02", "2026-01-05 open"]);
  });

  test("may be raised again at the same severity once the rule has not held", async () => {
    await observe("2026-01-01", "watch");
    await resolveFlag(tenant, (await onlyFlag())?.flagId ?? "", "確認しました", at("2026-01-02"));
    expect(await observe("2026-01-03", null)).toMatchObject({ raised: 0, resolved: 0 });
    expect(await observe("2026-01-04", "watch")).toEqual({ raised: 1, changed: 0, resolved: 0, open: 1 });
  });
});
