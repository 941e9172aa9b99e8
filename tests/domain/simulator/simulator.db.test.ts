import { beforeAll, expect, test } from "vitest";

import { wardViewOf, type Tenant } from "~/db/scope.server";
import { saveScenario } from "~/domain/scenario/scenarios.server";
import { findStaffing, findStaffings } from "~/domain/simulator/saved.server";
import { openSimulator, openWardSimulator } from "~/domain/simulator/simulator.server";

import { aContract, anOffice, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";
import { staffingInputWith } from "../../setup/staffing";

const DAY = "2026-01-31";
const INPUT = staffingInputWith({
  searchMonth: "2026-02",
  hires: [{ fte: 1, month: "2026-02", role: "support_worker" }],
});
let large: Tenant;
let small: Tenant;
const traces: string[] = [];

/** Five full-timers of whom one has leads in 51 cases; and a contract of one, who has them all. */
beforeAll(async () => {
  large = await aContract();
  small = await aContract();
  for (const [tenant, people] of [
    [large, 5],
    [small, 1],
  ] as const) {
    const officeId = await anOffice(tenant, "OFFICE");
    for (let number = 0; number < people; number += 1) {
      const staffCode = `CODE-${number}-SECRET`;
      const staffId = await aWorker(tenant, { staffCode, officeId, hiredOn: "2020-04-01" });
      traces.push(staffId);
      await aRow(tenant, "staff_pay", { staff_id: staffId, annual_pay_jpy: 4_000_000 });
      for (let index = 0; number === 0 && index < 51; index += 1) {
        const id = `0000000${people}-0000-4000-8000-0000000000${String(index).padStart(2, "0")}`;
        await aRow(tenant, "support_case", { id, case_ref: `CASE-${index}`, opened_on: "2025-04-01" });
        await aRow(tenant, "case_assignment", { case_id: id, staff_id: staffId, from_on: "2025-04-01" });
      }
    }
  }
});

test("a contractor simulates by name and with the contract's own pay: 4,000,000 x 1.165", async () => {
  const simulator = await openSimulator(large, DAY);
  expect(simulator).toMatchObject({ cap: 50, supportStaff: 5, fte: 5, costPerFteJpy: 4_660_000 });
  const { before, workers, needed } = simulator.answer(INPUT);
  // 51 cases of 50 already: no hire helps
  expect([before.above, needed.expected]).toEqual([{ low: 1, expected: 1, high: 1 }, { reason: "tooLate" }]);
  expect(workers?.map((worker) => [simulator.names[worker.staffCode], worker.soFar])).toEqual([
    ...[51, 0, 0, 0, 0].map((soFar, number) => [`支援 CODE-${number}-SECRET`, soFar]),
  ]);
});

test("a ward simulates over totals and groups: no name, code, id or pay, and only its own contracts", async () => {
  const simulator = await openWardSimulator(wardViewOf(large.wardId), large.contractId, DAY);
  const result = simulator?.answer(INPUT);
  expect(simulator?.costPerFteJpy).toBeNull();
  expect(result).toMatchObject({ before: { above: { expected: 1 } }, workers: null });
  expect(result?.groups.map((group) => [group.supportStaff, group.before.upTo120])).toEqual([[5, 1]]);
  const text = JSON.stringify({ ...simulator, result });
  for (const trace of [...traces, "SECRET", "支援 "]) expect(text).not.toContain(trace);
  expect(await openWardSimulator(wardViewOf(large.wardId), small.contractId, DAY)).toBeNull();
});

test("of a contract of one the ward reads cases per FTE, and no number of people above the cap", async () => {
  const simulator = await openWardSimulator(wardViewOf(small.wardId), small.contractId, DAY);
  const result = simulator?.answer(INPUT);
  expect(result?.before).toMatchObject({ people: 1, above: null, casesPerFte: { expected: 51 } });
  expect(JSON.stringify(result)).not.toMatch(/"above":[^n]/);
  expect(result?.groups).toEqual([]);
});

test("a saved what-if is found by its side and contract, as it was, whatever else the address asks for", async () => {
  const view = wardViewOf(large.wardId);
  const result = (await openWardSimulator(view, large.contractId, DAY))?.answer(INPUT);
  if (!result) throw new Error("no simulator");
  const content = { kind: "staffing" as const, input: INPUT, result };
  const draft = { contractId: large.contractId, name: "1人増員", asOf: DAY, content, formRef: "1" };
  const id = await saveScenario(view, draft);
  expect(await findStaffing(view, large.contractId, id)).toMatchObject({ name: "1人増員", input: INPUT, result });
  expect(await findStaffing(large, large.contractId, id)).toBeNull();
  expect(await findStaffing(view, small.contractId, id)).toBeNull();
  expect((await findStaffings(view, large.contractId, ["nonsense", id, id])).map((one) => one.scenarioId)).toEqual([
    id,
  ]);
});
