import { expect, test } from "vitest";

import { isOverCap, selectWorkers, workerQuery, type WorkerRow } from "~/domain/kpi/worker-table";
import { pageOf } from "~/lib/page";

function aRow(given: Partial<WorkerRow>): WorkerRow {
  return {
    ...{ staffId: given.staffCode ?? "x", staffCode: "S1", name: "支援 太郎", role: "support_worker" },
    ...{ officeId: "o1", officeName: "本所", officeNameEn: null, onLeave: false, fte: 1, annualCases: 10, cap: 50 },
    ...{
      activeCases: 5,
      weightedLoad: 6,
      forecast: { mean: 40, low: 35, high: 46 },
      trainingHours: 10,
      trainingTarget: 20,
    },
    ...{ quarters: [], qualified: true, openFlags: 0, worstSeverity: null },
    ...given,
  };
}
const codes = (rows: WorkerRow[]) => rows.map((row) => row.staffCode);
const query = (text: string) => workerQuery(new URLSearchParams(text));

test("without a wish the table begins with the cases closest to, or furthest above, the own cap", () => {
  const rows = [
    aRow({ staffCode: "half", annualCases: 30, cap: 50 }),
    aRow({ staffCode: "part-time over", annualCases: 26, cap: 25 }),
    aRow({ staffCode: "no capacity", annualCases: 1, cap: 0 }),
  ];
  expect(codes(selectWorkers(rows, query("")))).toEqual(["no capacity", "part-time over", "half"]);
});

test("search ignores width, case and spaces in names and codes", () => {
  const rows = [aRow({ staffCode: "A-01", name: "髙橋 純" }), aRow({ staffCode: "B-02", name: "Suzuki Ichiro" })];
  expect(codes(selectWorkers(rows, query("q=ａ－０１".replace("－", "-"))))).toEqual(["A-01"]);
  expect(codes(selectWorkers(rows, query("q=髙橋純")))).toEqual(["A-01"]);
  expect(codes(selectWorkers(rows, query("q=SUZUKI")))).toEqual(["B-02"]);
});

test("office, role and over the cap narrow the list together; being at the cap is not over it", () => {
  const rows = [
    aRow({ staffCode: "1", officeId: "o1", annualCases: 51 }),
    aRow({ staffCode: "2", officeId: "o1", annualCases: 50 }),
    aRow({ staffCode: "3", officeId: "o2", annualCases: 60 }),
    aRow({ staffCode: "4", officeId: "o1", annualCases: 60, role: "outreach_worker" }),
  ];
  expect(codes(selectWorkers(rows, query("office=o1&role=support_worker&over=1")))).toEqual(["1"]);
  expect(isOverCap({ annualCases: 50, cap: 50 })).toBe(false);
});

test("every column sorts both ways, and equal rows stand by staff code", () => {
  const rows = [
    aRow({ staffCode: "S10", trainingHours: 5 }),
    aRow({ staffCode: "S2", trainingHours: 5 }),
    aRow({ staffCode: "S1", trainingHours: 20 }),
  ];
  expect(codes(selectWorkers(rows, query("sort=training")))).toEqual(["S2", "S10", "S1"]);
  expect(codes(selectWorkers(rows, query("sort=-training")))).toEqual(["S1", "S2", "S10"]);
  expect(codes(selectWorkers(rows, query("sort=code")))).toEqual(["S1", "S2", "S10"]);
});

test("flags sort by gravity before number: one critical outweighs five watches", () => {
  const rows = [
    aRow({ staffCode: "watches", openFlags: 5, worstSeverity: "watch" }),
    aRow({ staffCode: "critical", openFlags: 1, worstSeverity: "critical" }),
    aRow({ staffCode: "none" }),
  ];
  expect(codes(selectWorkers(rows, query("sort=-flags")))).toEqual(["critical", "watches", "none"]);
});

test("an unknown sort, role or page counts as not given", () => {
  expect(query("sort=__proto__&role=king&page=-3")).toMatchObject({
    sort: "cases",
    descending: true,
    role: null,
    page: 1,
  });
});

test("a page past the end is the last one, and an empty list has one page", () => {
  const rows = Array.from({ length: 26 }, (_, index) => index);
  expect(pageOf(rows, 9)).toEqual({ rows: [25], page: 2, pages: 2, total: 26 });
  expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pages: 1, total: 0 });
});
