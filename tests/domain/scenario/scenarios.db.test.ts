import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { asFacts, asTenant, wardViewOf, type Tenant, type Tx } from "~/db/scope.server";
import { contractCourse, workerCourse } from "~/domain/forecast/course.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { listWorkerRows } from "~/domain/kpi/list-worker-rows.server";
import { settingsFrom } from "~/domain/redistribution/edit";
import { propose } from "~/domain/redistribution/propose";
import { saveRedistribution } from "~/domain/redistribution/save.server";
import { loadNames, loadSituation } from "~/domain/redistribution/situation.server";
import {
  deleteScenario,
  getScenario,
  getScenarios,
  listScenarios,
  saveScenario,
} from "~/domain/scenario/scenarios.server";
import type { ScenarioContent } from "~/domain/scenario/schema";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";
import { aStaffingScenario } from "../../setup/staffing";

const STAFFING: ScenarioContent = aStaffingScenario();
let tenant: Tenant;

beforeEach(async () => {
  tenant = await aContract();
});

function draft(name: string, given: { contractId?: string; formRef?: string; content?: ScenarioContent } = {}) {
  const { contractId = tenant.contractId, formRef = name, content = STAFFING } = given;
  return { contractId, name, asOf: "2026-11-24", content, formRef };
}

describe("saved what-ifs", () => {
  test("a contractor finds what it saved, the newest first, page by page, and by kind", async () => {
    const ids = [];
    for (const name of ["一", "二", "三"]) ids.push(await saveScenario(tenant, draft(name)));
    const first = await listScenarios(tenant, { page: 1 }, 2);
    expect(first).toMatchObject({ total: 3, page: 1, pages: 2, scenarios: [{ name: "三" }, { name: "二" }] });
    expect((await listScenarios(tenant, { page: 9 }, 2)).scenarios.map((one) => one.name)).toEqual(["一"]);
    expect((await listScenarios(tenant, { page: 1, kind: "redistribution" })).total).toBe(0);
    expect(await getScenario(tenant, ids[1] ?? "")).toMatchObject({ name: "二", asOf: "2026-11-24", ...STAFFING });
    expect((await getScenarios(tenant, [ids[2] ?? "", ids[0] ?? ""])).map((one) => one.name)).toEqual(["三", "一"]);
  });

  test("the same form sent twice is stored once, and logged once by its id alone", async () => {
    const first = await saveScenario(tenant, draft("増員案"));
    expect(await saveScenario(tenant, draft("増員案"))).toBe(first);
    expect(await saveScenario(tenant, draft("増員案", { formRef: "another" }))).not.toBe(first);
    expect((await listScenarios(tenant, { page: 1 })).total).toBe(2);
    const log = await asOwner((owner) =>
      owner.query("SELECT action, detail FROM audit_entry WHERE subject_id = $1", [first]),
    );
    expect(log.rows).toEqual([{ action: "scenario.saved", detail: { kind: "staffing" } }]);
  });

  test("a ward reads its own and never a contractor's, nor the contractor the ward's", async () => {
    const view = wardViewOf(tenant.wardId);
    const contractors = await saveScenario(tenant, draft("受託者の案"));
    const wards = await saveScenario(view, draft("区の案"));
    expect((await listScenarios(view, { page: 1 })).scenarios.map((one) => one.name)).toEqual(["区の案"]);
    expect((await listScenarios(tenant, { page: 1 })).scenarios.map((one) => one.name)).toEqual(["受託者の案"]);
    expect(await getScenario(view, contractors)).toBeNull();
    expect(await getScenario(tenant, wards)).toBeNull();
    expect(await deleteScenario(view, contractors, 1)).toBe(false);
    const other = await aContract();
    expect(await getScenario(other, contractors)).toBeNull();
    expect((await listScenarios(wardViewOf(other.wardId), { page: 1 })).total).toBe(0);
    await expect(saveScenario(view, draft("他区", { contractId: other.contractId }))).rejects.toThrow();
    await expect(saveScenario(tenant, draft("他", { contractId: other.contractId }))).rejects.toThrow();
  });

  test("deleting takes the version that was read, and happens once", async () => {
    const id = await saveScenario(tenant, draft("消す案"));
    expect(await deleteScenario(tenant, id, 2)).toBe(false);
    expect(await deleteScenario(tenant, id, 1)).toBe(true);
    expect(await deleteScenario(tenant, id, 1)).toBe(false);
    expect(await getScenario(tenant, id)).toBeNull();
  });
});

describe("a contract's open cases and its year, from the records", () => {
  const DAY = "2026-02-27";

  /** Cases of a worker, all opened and led from the day on, with so many tags each. */
  async function lead(staffId: string, from: string, tagCounts: number[]): Promise<string[]> {
    const tags = ["debt", "illness", "family", "housing", "legal"];
    const ids = tagCounts.map(() => randomUUID());
    await asOwner((owner) =>
      owner.query(
        `WITH n AS (SELECT * FROM unnest($3::uuid[], $4::int[]) AS u(id, tag_count)),
           opened AS (INSERT INTO support_case (ward_id, contract_id, id, case_ref, opened_on, tags)
             SELECT $1, $2, id, concat('case-', id), $6, ($7::text[])[1:tag_count] FROM n RETURNING id)
         INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on) SELECT $1, $2, id, $5, $6 FROM opened`,
        [tenant.wardId, tenant.contractId, ids, tagCounts, staffId, from, tags],
      ),
    );
    return ids;
  }

  test("a worker above the limit is relieved by the colleague, and the what-if is kept without names", async () => {
    const over = await aWorker(tenant, { staffCode: "OVER" });
    const free = await aWorker(tenant, { staffCode: "FREE" });
    await lead(
      over,
      "2026-01-15",
      Array.from({ length: 31 }, () => 1),
    );
    const [handed = ""] = await lead(over, "2025-05-01", [1]);
    await asOwner((owner) =>
      owner.query("UPDATE case_assignment SET to_on = '2026-01-31' WHERE case_id = $1", [handed]),
    );
    await aRow(tenant, "case_assignment", { case_id: handed, staff_id: free, from_on: "2026-02-01" });
    const loaded = await loadSituation(tenant, DAY, settingsFrom(new URLSearchParams()));
    expect(loaded).toMatchObject({ openCases: 32, names: { people: { [over]: "支援 OVER" } } });
    // 31 cases led of weight 1 against 30 x 1 FTE; 32 in the year with the one handed over, which is the colleague's now
    const [receiver, giver] = loaded.situation.workers;
    expect(giver).toMatchObject({ staffCode: "OVER", weightedLoad: 31, annualCases: 32, limits: { watch: 30 } });
    expect(receiver).toMatchObject({ staffCode: "FREE", weightedLoad: 1, annualCases: 1, isAway: false });
    expect(loaded.situation.cases).toHaveLength(31);
    const moves = propose(loaded.situation);
    expect(moves).toMatchObject([{ to: free }]);
    const id = await saveRedistribution(tenant, loaded, moves, { name: "案", formRef: randomUUID() });
    const kept = await getScenario(tenant, id);
    expect(kept).toMatchObject({ kind: "redistribution", result: { summary: { excessBefore: 1, excessAfter: 0 } } });
    expect(JSON.stringify(kept)).not.toContain("支援 ");
    expect((await loadNames(tenant)).byCode).toMatchObject({ FREE: "支援 FREE" });
  });

  test("who has led a case before this year began, or in it, is told apart", async () => {
    const over = await aWorker(tenant, { staffCode: "OVER" });
    const [early, late] = [await aWorker(tenant), await aWorker(tenant)];
    await lead(
      over,
      "2026-02-01",
      Array.from({ length: 31 }, () => 1),
    );
    const [handed = ""] = await lead(over, "2024-05-01", [1]);
    await asOwner((owner) =>
      owner.query("UPDATE case_assignment SET from_on = '2026-02-01' WHERE case_id = $1", [handed]),
    );
    await aRow(tenant, "case_assignment", {
      ...{ case_id: handed, staff_id: early },
      from_on: "2024-05-01",
      to_on: "2025-03-31",
    });
    await aRow(tenant, "case_assignment", {
      ...{ case_id: handed, staff_id: late },
      from_on: "2025-04-01",
      to_on: "2026-01-31",
    });
    const { situation } = await loadSituation(tenant, DAY, settingsFrom(new URLSearchParams()));
    expect(situation.cases.find(({ caseId }) => caseId === handed)).toMatchObject({
      ledBy: [late],
      ledSince: "2026-02-01",
    });
  });

  test("the course ends at the figures of the day, for a worker and for the contract, whoever reads it", async () => {
    const staffId = await aWorker(tenant, { staffCode: "A" });
    const other = await aWorker(tenant, { staffCode: "B" });
    await lead(staffId, "2024-11-01", [1, 2]);
    await lead(staffId, "2025-07-15", [1, 1, 4]);
    await lead(other, "2026-02-02", [1]);
    const row = (await listWorkerRows(tenant, DAY)).find((one) => one.staffId === staffId);
    const course = row && (await workerCourse(tenant, row, DAY));
    const counts = course?.points.map(({ count }) => count);
    // two are open since the year before, three more from July on
    expect(counts).toEqual([2, 2, 2, 5, 5, 5, 5, 5, 5, 5, 5, null, null]);
    expect(row).toMatchObject({ annualCases: 5, cap: 50 });
    expect(course?.points.at(-1)?.expected?.mean).toBeCloseTo(row?.forecast.mean ?? 0, 9);
    const read = async (tx: Tx) => contractCourse(tx, await loadContractFacts(tx, tenant, DAY));
    const own = await asTenant(tenant, read);
    expect(own.points[10]).toMatchObject({ day: DAY, count: 6 });
    expect(own.cap).toBe(100);
    expect(await asFacts(wardViewOf(tenant.wardId), read)).toEqual(own);
  });
});
