import { describe, expect, test } from "vitest";

import { groupTables, type CasesAt } from "~/domain/kpi/ward-table";
import type { WorkerFacts } from "~/domain/workforce/facts";
import type { Quarter } from "~/lib/calendar";

import { aWorkerWith, factsWith } from "../../setup/worker-facts";

const DAY = "2026-11-24";
const id = (number: number) => `5b0d2a9e-0000-4000-8000-${String(number).padStart(12, "0")}`;

function aTeam(officeId: string, size: number, from: number, given: Partial<WorkerFacts> = {}): WorkerFacts[] {
  return Array.from({ length: size }, (_, index) =>
    aWorkerWith({
      ...given,
      staffId: id(from + index),
      staffCode: `S${from + index}`,
      officeId,
      caseload: { annualCases: 40 },
    }),
  );
}

const attended = (...days: string[]) => ({
  attended: days.map((day) => ({ day, kind: "individual" as const, external: false })),
});
const trained = (hours: number, attendedOn: string) => ({
  training: [
    {
      attendedOn,
      hours,
      topic: "basic" as const,
      format: "lecture" as const,
      inWorkingTime: true,
      publiclyFunded: true,
    },
  ],
});
const cases = (perQuarter: Partial<Record<Quarter, number>>, staffIds: string[]): CasesAt =>
  new Map(
    Object.entries(perQuarter).map(([quarter, count]) => [
      Number(quarter) as Quarter,
      new Map(staffIds.map((staffId) => [staffId, count])),
    ]),
  );

function cellsOf(workers: WorkerFacts[], requirement: string, casesAt: CasesAt = new Map()) {
  const [table] = groupTables(factsWith(workers, DAY), casesAt);
  return table?.rows?.find((row) => row.requirement === requirement)?.cells.map(({ state, n, of }) => [state, n, of]);
}

describe("requirements by quarter", () => {
  test("supervision counts who attended in the quarter, of those present for 60 of its days", () => {
    const workers = [
      ...aTeam("a", 4, 1, attended("2026-05-01", "2026-08-01", "2026-10-20")),
      ...aTeam("a", 1, 5, attended("2026-05-01")),
      // hired on 1 August: 61 days in Q2 make one due there and none in Q1
      ...aTeam("a", 1, 6, { hiredOn: "2026-08-01" }),
    ];
    expect(cellsOf(workers, "supervision")).toEqual([
      ["met", 5, 5],
      ["short", 4, 6],
      ["running", 4, 6],
      ["future", 0, 0],
    ]);
  });

  test("a quarter in which nobody was supervised is unmet, and one without anybody due does not apply", () => {
    const workers = aTeam("a", 5, 1, { hiredOn: "2026-07-01" });
    expect(cellsOf(workers, "supervision")?.slice(0, 2)).toEqual([
      ["notApplicable", 0, 0],
      ["unmet", 0, 5],
    ]);
  });

  test("training counts who reached the own target by the quarter's end, and is judged only at the year's", () => {
    const workers = [...aTeam("a", 3, 1, trained(20, "2026-08-31")), ...aTeam("a", 2, 4, trained(19.75, "2026-05-01"))];
    expect(cellsOf(workers, "training")).toEqual([
      ["running", 0, 5],
      ["running", 3, 5],
      ["running", 3, 5],
      ["future", 0, 0],
    ]);
  });

  test("the cap counts who was above it at the quarter's end; at 50 of 50 nobody is", () => {
    const workers = aTeam("a", 5, 1);
    const ids = workers.map((worker) => worker.staffId);
    expect(cellsOf(workers, "cap", cases({ 1: 20, 2: 50, 3: 51 }, ids))).toEqual([
      ["met", 0, 5],
      ["met", 0, 5],
      ["short", 5, 5],
      ["future", 0, 0],
    ]);
  });
});

describe("groups", () => {
  test("offices below five support staff stand together, and the caseload falls into bands of the cap", () => {
    const tables = groupTables(
      factsWith([...aTeam("a", 6, 1), ...aTeam("b", 2, 7), ...aTeam("c", 3, 9)], DAY),
      new Map(),
    );
    expect(tables.map(({ group, bands }) => [group.scope, group.supportStaff, bands])).toEqual([
      // 40 of 50 cases are exactly 80 %
      ["office", 6, { upTo80: 6, upTo100: 0, upTo120: 0, over120: 0 }],
      ["pooled", 5, { upTo80: 5, upTo100: 0, upTo120: 0, over120: 0 }],
    ]);
  });

  test("a contract of four shows neither counts nor bands", () => {
    const [table, ...others] = groupTables(factsWith(aTeam("a", 4, 1), DAY), new Map());
    expect(others).toEqual([]);
    expect(table).toMatchObject({ group: { scope: "contract", supportStaff: 4 }, rows: null, bands: null });
  });

  test("people who left or do not have a support role are in no count", () => {
    const workers = [
      ...aTeam("a", 5, 1),
      ...aTeam("a", 1, 6, { leftOn: "2026-11-23" }),
      ...aTeam("a", 1, 7, { role: "manager" }),
    ];
    const [table] = groupTables(factsWith(workers, DAY), new Map());
    expect(table?.group.supportStaff).toBe(5);
    expect(table?.rows?.every((row) => row.cells.every((cell) => cell.of <= 5))).toBe(true);
  });

  test("no staff code and no staff id is in what is given out", () => {
    const workers = aTeam("a", 8, 1, attended("2026-05-01"));
    const text = JSON.stringify(groupTables(factsWith(workers, DAY), new Map()));
    for (const worker of workers) {
      expect(text).not.toContain(worker.staffId);
      expect(text).not.toContain(`"${worker.staffCode}"`);
    }
  });
});
