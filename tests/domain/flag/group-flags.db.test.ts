import { beforeEach, describe, expect, test } from "vitest";

import { peopleOf, wardViewOf, type Tenant } from "~/db/scope.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { flagRecords } from "~/domain/flag/records.server";
import { listFlags } from "~/domain/flag/repository.server";
import { listWardFlags } from "~/domain/flag/ward-flags.server";

import { aContract, anOffice, aWorker, asOwner } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const DAY = "2026-06-30";
const DAYS = ["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22", "2026-06-29", DAY];

let tenant: Tenant & { code: string };
beforeEach(async () => {
  tenant = await aContract();
});

/** A version of the specification as the ward saved it on a day. */
function agreedOn(day: string, version: number, values: Record<string, string | number | null> = {}): Promise<void> {
  const saved = { fiscal_year: 2026, version, created_at: `${day}T03:00:00Z`, required_outreach_workers: 0 };
  return aRow(tenant, "specification", { ...saved, ...values });
}

/** What is open on each day, as it was found. */
async function found(days = DAYS): Promise<unknown[]> {
  const result: unknown[] = [];
  for (const asOf of days) {
    const { flags } = await listFlags(tenant, { asOf });
    result.push(flags.map(({ rule, staffId, severity, figures }) => ({ rule, staffId, severity, figures })));
  }
  return result;
}

const rulesOf = async (asOf: string) =>
  (await listFlags(tenant, { asOf, rule: "overload.overtime" })).flags
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();

describe("rules about a contract", () => {
  beforeEach(async () => {
    await agreedOn("2026-04-01", 1, { pay_floor_jpy: 3_600_000, required_fte: 8, return_due_day: 10 });
    const north = await anOffice(tenant, "NORTH");
    // Five of eleven left on 25 June, so six are there: 5 / 11 = 45.45 % left, and 6 FTE of 8 since the 26th.
    for (let index = 0; index < 11; index += 1) {
      const leftOn = index < 5 ? { leftOn: "2026-06-25" } : {};
      const staffId = await aWorker(tenant, { officeId: north, staffCode: `STAFF-${index}`, ...leftOn });
      await aRow(tenant, "staff_pay", { staff_id: staffId, annual_pay_jpy: index === 10 ? 3_500_001 : 3_600_000 });
      if (index === 10)
        for (const [from_on, annual_pay_jpy] of [
          ["2022-04-01", 3_600_000],
          ["2026-06-11", 3_500_001],
        ] as const)
          await aRow(tenant, "pay_history", { staff_id: staffId, from_on, annual_pay_jpy });
    }
    for (const month of ["06", "07", "08", "09", "10", "11", "12"])
      await aRow(tenant, "return_filing", {
        month: `2025-${month}-01`,
        status: "submitted",
        submitted_on: "2026-01-05",
      });
    for (const month of ["01", "02", "03", "04"])
      await aRow(tenant, "return_filing", {
        month: `2026-${month}-01`,
        status: "accepted",
        submitted_on: "2026-05-08",
      });
    await evaluateContract(tenant, DAY);
  });

  test("find who left, too few staff, pay below the floor and a late return", async () => {
    const flags = (await listFlags(tenant, { asOf: DAY })).flags.filter(({ staffId }) => staffId === null);
    expect(
      Object.fromEntries(flags.map(({ rule, severity, figures }) => [rule, { severity, ...figures }])),
    ).toMatchObject({
      "retention.exits": { severity: "critical", leavers: 5, of: 11, percent: 45.45 },
      "staffing.below": { severity: "warning", fte: 6, requiredFte: 8, belowSince: "2026-06-26" },
      "pay.below": { severity: "warning", below: 1, known: 6, belowSince: "2026-06-11" },
      "return.late": { severity: "warning", month: "2026-05", dueOn: "2026-06-10", lateMonths: 1 },
    });
    expect(flags).toHaveLength(4);
    expect(flags.every(({ subject }) => subject === "contract")).toBe(true);
    expect(flags.find(({ rule }) => rule === "return.late")?.thresholds).toEqual({ returnNotice: 5, returnLate: 30 });
  });

  test("the ward reads the figures, of pay only that the floor is not met", async () => {
    const [told] = await listWardFlags(wardViewOf(tenant.wardId), tenant.contractId, DAY);
    const shown = told?.flags
      .filter(({ scope }) => scope === "contract")
      .map(({ rule, severity, scope, supportStaff, figures }) => ({
        ...{ rule, severity, scope, supportStaff, figures },
      }));
    const of = { scope: "contract", supportStaff: 6 };
    expect(shown).toMatchObject([
      { rule: "retention.exits", severity: "critical", ...of, figures: { leavers: 5, of: 11 } },
      { rule: "staffing.below", severity: "warning", ...of, figures: { fte: 6, requiredFte: 8 } },
      { rule: "pay.below", severity: "warning", ...of },
      { rule: "return.late", severity: "warning", ...of, figures: { month: "2026-05" } },
    ]);
    expect(shown?.find(({ rule }) => rule === "pay.below")?.figures).toEqual({});
    expect(JSON.stringify(told)).not.toMatch(/STAFF-|支援 |3500001|3600000/);
  });

  test("the contractor sees the records behind them, a worker none", async () => {
    const behind = (rule: "retention.exits" | "staffing.below" | "pay.below" | "return.late") =>
      flagRecords(tenant, { rule, staffId: null }, DAY);
    expect((await behind("retention.exits")).leavers).toHaveLength(5);
    expect((await behind("staffing.below")).posts).toHaveLength(6);
    expect((await behind("pay.below")).pay).toMatchObject([
      { staffCode: "STAFF-10", name: "支援 STAFF-10", annualPayJpy: 3_500_001, fte: 1 },
    ]);
    const { filings } = await behind("return.late");
    expect(filings).toHaveLength(12);
    expect(filings.at(-2)).toEqual({ month: "2026-05", dueOn: "2026-06-10", submittedOn: null });
    expect(filings.at(-3)).toMatchObject({ month: "2026-04", submittedOn: "2026-05-08" });
    const people = peopleOf(tenant.wardId, tenant.contractId, [await aWorker(tenant)], null);
    expect((await flagRecords(people, { rule: "pay.below", staffId: null }, DAY)).pay).toEqual([]);
    expect((await listFlags(people, { asOf: DAY })).flags).toEqual([]);
  });
});

describe("thresholds of a day", () => {
  beforeEach(async () => {
    // May's overtime of 40 h is below the limit of 45 h, and above the 30 h agreed on 15 June.
    const staffId = await aWorker(tenant);
    await aRow(tenant, "overtime_month", { staff_id: staffId, month: "2026-05-01", overtime_hours: 40 });
    const second = await aWorker(tenant);
    await aRow(tenant, "overtime_month", { staff_id: second, month: "2026-05-01", overtime_hours: 85 });
    await agreedOn("2026-04-10", 1);
    await agreedOn("2026-06-15", 2, { thresholds: JSON.stringify({ overtimeWatch: 30, overtimeWarning: 120 }) });
  });

  test("are those of the version saved by it, from its day on", async () => {
    for (const day of DAYS) await evaluateContract(tenant, day);
    expect(await rulesOf("2026-06-08")).toEqual(["overload.overtime warning"]);
    // 85 h are above 80 h until the 14th; from the 15th only above 30 h, the warning beginning at 120 h.
    expect(await rulesOf("2026-06-15")).toEqual(["overload.overtime watch", "overload.overtime watch"]);
    const { flags } = await listFlags(tenant, { asOf: DAY, rule: "overload.overtime" });
    const raisedUnder = flags.map(({ raisedOn, thresholds }) => [raisedOn, thresholds?.overtimeWatch]).sort();
    expect(raisedUnder).toEqual([
      ["2026-06-01", 45],
      ["2026-06-15", 30],
    ]);
  });

  test("a past day recomputes to the same flags, in whatever order and whatever was changed since", async () => {
    for (const day of DAYS) await evaluateContract(tenant, day);
    const first = await found();
    expect(first.every((flags) => Array.isArray(flags) && flags.length > 0)).toBe(true);
    // what is agreed today holds from today on: a version of the year, and bounds of the ward.
    await asOwner(async (owner) => {
      await owner.query(
        `INSERT INTO specification (ward_id, contract_id, fiscal_year, version, required_outreach_workers, thresholds)
         VALUES ($1, $2, 2026, 3, 0, '{"overtimeWatch": 10}')`,
        [tenant.wardId, tenant.contractId],
      );
      await owner.query(`UPDATE ward SET threshold_bounds = '{"overtimeWarning": 50}' WHERE id = $1`, [tenant.wardId]);
    });
    const orders = [
      [2, 5, 0, 4, 1, 3],
      [5, 4, 3, 2, 1, 0],
      [3, 0, 5, 3, 1, 4, 2],
    ];
    for (const order of orders) {
      await asOwner(async (owner) => {
        for (const table of ["flag_event", "flag", "evaluation_day"])
          await owner.query(`DELETE FROM ${table} WHERE contract_id = $1`, [tenant.contractId]);
      });
      for (const index of order) await evaluateContract(tenant, DAYS[index] ?? DAY);
      expect(await found()).toEqual(first);
    }
  });

  test("are never looser than the ward's bounds, from the day these were set", async () => {
    const tomorrow = "2999-01-01";
    await asOwner((owner) =>
      owner.query(`UPDATE ward SET threshold_bounds = '{"overtimeWarning": 60}' WHERE id = $1`, [tenant.wardId]),
    );
    await asOwner((owner) =>
      owner.query("UPDATE contract SET ends_on = '2999-12-31' WHERE id = $1", [tenant.contractId]),
    );
    await asOwner((owner) =>
      owner.query("UPDATE overtime_month SET month = '2998-12-01' WHERE contract_id = $1", [tenant.contractId]),
    );
    await evaluateContract(tenant, tomorrow);
    // 85 h are above the bound of 60 h, which is stricter than the 120 h agreed; 40 h are above 30 h.
    expect(await rulesOf(tomorrow)).toEqual(["overload.overtime warning", "overload.overtime watch"].sort());
  });
});
