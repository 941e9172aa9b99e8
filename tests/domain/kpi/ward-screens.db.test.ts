import { beforeAll, describe, expect, test } from "vitest";

import { wardViewOf, type Tenant } from "~/db/scope.server";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { computeWardKpi } from "~/domain/kpi/compute-kpi.server";
import { readContractDetail } from "~/domain/kpi/ward-contract.server";
import { listRequirements } from "~/domain/kpi/ward-requirements.server";
import { listWardTrends } from "~/domain/kpi/ward-trends.server";

import { aContract, anOffice, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const DAY = "2026-03-31";
let mine: Tenant & { code: string };
let theirs: Tenant & { code: string };
const people: string[] = [];

/** Eight workers in two offices, each over the cap of the only case that matters here, and an untrained year. */
beforeAll(async () => {
  [mine, theirs] = [await aContract(), await aContract()];
  const [large, small] = [await anOffice(mine, "LARGE"), await anOffice(mine, "SMALL")];
  for (let number = 0; number < 8; number += 1) {
    const staffCode = `CODE-${number}-SECRET`;
    const staffId = await aWorker(mine, { staffCode, officeId: number < 6 ? large : small, weeklyHours: 1 });
    people.push(staffId, staffCode, `支援 ${staffCode}`);
    const caseId = `00000000-0000-4000-8000-00000000000${number}`;
    for (const suffix of ["a", "b"]) {
      const id = caseId.slice(0, -2) + suffix + number;
      await aRow(mine, "support_case", { id, case_ref: `CASE-${number}${suffix}-SECRET`, opened_on: "2025-04-01" });
      await aRow(mine, "case_assignment", { case_id: id, staff_id: staffId, from_on: "2025-04-01" });
    }
    await aRow(mine, "critical_incident", { staff_id: staffId, occurred_on: "2026-03-01", kind: "violence" });
  }
  await aRow(mine, "monthly_return", { indicator: "outreachVisits", month: "2026-02-01", numerator: 12 });
  await evaluateContract(mine, DAY);
});

/** Everything that the ward's pages and export are made of. */
async function everythingShown() {
  const view = wardViewOf(mine.wardId);
  return {
    contracts: await listWardContracts(view),
    kpi: await computeWardKpi(view, DAY),
    flags: await listWardFlags(view, null, DAY),
    requirements: await listRequirements(view, null, DAY),
    trends: await listWardTrends(view, [mine.contractId], DAY),
    detail: await readContractDetail(view, mine.contractId, DAY),
  };
}

describe("what a ward's pages are made of", () => {
  test("holds figures and flags, and no worker's name, code or id, nor a case", async () => {
    const shown = await everythingShown();
    expect(shown.flags[0]?.flags.length).toBeGreaterThan(0);
    expect(shown.kpi.contracts).toHaveLength(1);
    expect(shown.requirements[0]?.groups.map((group) => group.supportStaff)).toEqual([8]);
    const text = JSON.stringify(shown);
    expect(people).toHaveLength(24);
    for (const trace of [...people, "SECRET", "支援 "]) expect(text).not.toContain(trace);
  });

  test("shows the requirement tables with the cases of each quarter's end", async () => {
    const [table] = (await listRequirements(wardViewOf(mine.wardId), mine.contractId, DAY))[0]?.groups ?? [];
    // cap: 50 x 1/40 = 1.3 cases; two cases since 1 April are above it in every quarter
    expect(table?.rows?.find((row) => row.requirement === "cap")?.cells.map((cell) => [cell.state, cell.n])).toEqual([
      ...[1, 2, 3, 4].map(() => ["short", 8]),
    ]);
    expect(table?.bands).toEqual({ upTo80: 0, upTo100: 0, upTo120: 0, over120: 8 });
  });

  test("carries the monthly return as it was reported", async () => {
    const detail = await readContractDetail(wardViewOf(mine.wardId), mine.contractId, DAY);
    expect(detail?.returnMonths).toEqual([
      { indicator: "outreachVisits", month: "2026-02", numerator: 12, denominator: null },
    ]);
  });
});

test("another ward's contract is not there: neither detail, requirements nor trend", async () => {
  const view = wardViewOf(mine.wardId);
  expect(await readContractDetail(view, theirs.contractId, DAY)).toBeNull();
  expect(await listRequirements(view, theirs.contractId, DAY)).toEqual([]);
  expect(await listWardTrends(view, [theirs.contractId], DAY)).toEqual([[]]);
  expect((await listWardContracts(view)).map((contract) => contract.contractId)).toEqual([mine.contractId]);
});

test("a contract of fewer than five shows no derived figures and no table", async () => {
  const tiny = await aContract();
  await aWorker(tiny);
  const detail = await readContractDetail(wardViewOf(tiny.wardId), tiny.contractId, DAY);
  expect(detail).toMatchObject({ supportStaff: 1, derived: null });
  expect(detail?.requirements.every((group) => group.rows === null && group.bands === null)).toBe(true);
});
