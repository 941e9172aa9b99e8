import { beforeAll, describe, expect, test } from "vitest";

import { asFacts, asTenant, wardViewOf, type Tenant } from "~/db/scope.server";
import { computeKpi, computeWardKpi, listWorkers } from "~/domain/kpi/compute-kpi.server";
import { kpiTrend, trendDays } from "~/domain/kpi/kpi-trend.server";
import { indicatorIn } from "~/domain/kpi/rules";
import { dropSnapshots } from "~/domain/kpi/snapshots.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const DAY = "2026-03-31";
let tenant: Tenant & { code: string };
let large: string;
const staff: string[] = [];
const small: string[] = [];

/** One office of six, two offices of two: the small ones stay below five even together and take the large one in. */
beforeAll(async () => {
  tenant = await aContract({ code: "KPI1" });
  large = await anOffice(tenant, "A");
  small.push(await anOffice(tenant, "B"), await anOffice(tenant, "C"));
  const places = [...Array.from({ length: 6 }, () => large), ...small, ...small];
  for (const [index, officeId] of places.entries())
    staff.push(await aWorker(tenant, { staffCode: `S${index}`, officeId }));
  await aRow(tenant, "qualification", { staff_id: staff[0] ?? "", kind: "care_worker", obtained_on: "2020-04-01" });
  const id = crypto.randomUUID();
  await aRow(tenant, "support_case", { id, case_ref: "handed over", opened_on: "2025-05-01" });
  await aRow(tenant, "case_assignment", {
    case_id: id,
    staff_id: staff[6] ?? "",
    from_on: "2025-05-01",
    to_on: "2025-06-30",
  });
  await aRow(tenant, "case_assignment", { case_id: id, staff_id: staff[7] ?? "", from_on: "2025-07-01" });
});

const snapshots = async () =>
  Number((await asOwner((owner) => owner.query("SELECT count(DISTINCT day) AS n FROM kpi_snapshot"))).rows[0]?.n);

describe("a contract's figures", () => {
  test("for its own side come with every office", async () => {
    const kpi = await computeKpi(tenant, tenant.contractId, DAY);
    expect(kpi).toMatchObject({ contractCode: "KPI1", fiscalYear: 2025, supportStaff: 10 });
    expect(kpi?.groups.map(({ offices, supportStaff }) => [offices[0]?.officeCode, supportStaff])).toEqual([
      ["A", 6],
      ["B", 2],
      ["C", 2],
    ]);
  });

  test("for a ward pool the small offices, a case led in two of them counted once", async () => {
    const kpi = await computeKpi(wardViewOf(tenant.wardId), tenant.contractId, DAY);
    expect(kpi?.groups).toHaveLength(1);
    const [group] = kpi?.groups ?? [];
    expect(group).toMatchObject({ scope: "contract", supportStaff: 10 });
    expect(indicatorIn(group?.indicators ?? [], "caseloadPerWorker").numerator).toBe(1);
    // 1 of 10 qualified, as in the contract's own figure
    expect(indicatorIn(group?.indicators ?? [], "qualifiedShare")).toMatchObject({ numerator: 1, denominator: 10 });
    expect(kpi?.indicators).toEqual((await computeKpi(tenant, tenant.contractId, DAY))?.indicators);
  });

  test("for a ward tell nothing of single people", async () => {
    const text = JSON.stringify(await computeWardKpi(wardViewOf(tenant.wardId), DAY));
    for (const id of staff) expect(text).not.toContain(id);
    expect(text).not.toMatch(/staffCode|"S\d+"|支援 S/);
  });

  test("are no one else's", async () => {
    const other = await aContract();
    expect(await computeKpi(wardViewOf(other.wardId), tenant.contractId, DAY)).toBeNull();
    expect(await computeKpi(other, tenant.contractId, DAY)).toBeNull();
    expect(await kpiTrend(wardViewOf(other.wardId), tenant.contractId, null, DAY)).toEqual([]);
    expect((await computeWardKpi(wardViewOf(other.wardId), DAY)).contracts).toHaveLength(1);
  });
});

test("a ward's list leaves out contracts that ended before the year or have not begun", async () => {
  const old = await aContract({ startsOn: "2020-04-01", endsOn: "2025-03-31" });
  expect((await computeWardKpi(wardViewOf(old.wardId), "2025-03-31")).contracts).toHaveLength(1);
  expect((await computeWardKpi(wardViewOf(old.wardId), "2025-04-01")).contracts).toHaveLength(0);
  expect((await computeWardKpi(wardViewOf(old.wardId), "2020-03-31")).contracts).toHaveLength(0);
});

test("workers come by name to the contract, by staff code", async () => {
  const workers = await listWorkers(tenant, DAY);
  expect(workers.map(({ name, figures }) => [name, figures.staffCode]).slice(0, 2)).toEqual([
    ["支援 S0", "S0"],
    ["支援 S1", "S1"],
  ]);
  expect(workers).toHaveLength(10);
});

describe("a trend", () => {
  test("has the ends of the months before, and the day", () => {
    expect(trendDays("2026-05-15", 4)).toEqual(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-15"]);
    expect(trendDays("2024-03-31", 2)).toEqual(["2024-02-29", "2024-03-31"]);
  });

  test("is the figures of each of its days, kept for month ends and dropped as soon as a record changes", async () => {
    await asTenant(tenant, (tx) => dropSnapshots(tx, tenant));
    const first = await kpiTrend(tenant, tenant.contractId, null, "2026-05-15", 3);
    expect(first.map(({ day }) => day)).toEqual(["2026-03-31", "2026-04-30", "2026-05-15"]);
    expect(first[0]?.values.qualifiedShare).toBe(10);
    expect(await snapshots()).toBe(2); // not the 15th
    expect(await kpiTrend(tenant, tenant.contractId, null, "2026-05-15", 3)).toEqual(first);

    await aRow(tenant, "qualification", { staff_id: staff[1] ?? "", kind: "care_worker", obtained_on: "2026-04-30" });
    expect(await snapshots()).toBe(0);
    const again = await kpiTrend(tenant, tenant.contractId, null, "2026-05-15", 3);
    expect(again.map(({ values }) => values.qualifiedShare)).toEqual([10, 20, 20]);
  });

  test("for a ward is kept too, and shows an office only where it stands alone", async () => {
    const view = wardViewOf(tenant.wardId);
    await asTenant(tenant, (tx) => dropSnapshots(tx, tenant));
    expect((await kpiTrend(view, tenant.contractId, large, DAY, 2)).map(({ values }) => values)).toEqual([{}, {}]);
    expect(await snapshots()).toBe(2);
    for (const officeId of small)
      expect((await kpiTrend(view, tenant.contractId, officeId, DAY, 1))[0]?.values).toEqual({});
    // With a third worker in each small office the two reach five together and the large one stands alone.
    for (const officeId of small) await aWorker(tenant, { officeId, hiredOn: "2026-03-01" });
    const alone = await kpiTrend(view, tenant.contractId, large, DAY, 2);
    expect(alone[0]?.values).toEqual({}); // 28 February: not yet
    expect(alone[1]?.values.qualifiedShare).toBeCloseTo(100 / 6, 9);
    expect((await kpiTrend(tenant, tenant.contractId, large, DAY, 2))[0]?.values.qualifiedShare).toBeCloseTo(
      100 / 6,
      9,
    );
  });

  test("is not kept while records are being changed", async () => {
    await asTenant(tenant, (tx) => dropSnapshots(tx, tenant));
    await asOwner(async (owner) => {
      await owner.query("BEGIN");
      await owner.query("UPDATE staff SET weekly_hours = 39 WHERE id = $1", [staff[0]]);
      await kpiTrend(tenant, tenant.contractId, null, DAY, 1);
      await owner.query("ROLLBACK");
    });
    expect(await snapshots()).toBe(0);
  });

  test("a ward cannot change what is kept", async () => {
    await kpiTrend(tenant, tenant.contractId, null, DAY, 1);
    const view = wardViewOf(tenant.wardId);
    await asFacts(view, (tx) => tx.$executeRaw`UPDATE kpi_snapshot SET value = 0`);
    await asFacts(view, (tx) => tx.$executeRaw`DELETE FROM kpi_snapshot`);
    expect((await kpiTrend(view, tenant.contractId, null, DAY, 1))[0]?.values.qualifiedShare).toBeGreaterThan(0);
  });
});
