import { describe, expect, test } from "vitest";

import {
  attendedThisYear,
  daysWithoutSession,
  dueQuarters,
  gridCell,
  isDueIn,
  isSupervisionMet,
  quarterRecord,
} from "~/domain/supervision/rules";

import { aWorkerWith } from "../../setup/worker-facts";

const on = (day: string) => ({ day, kind: "individual", external: false }) as const;

describe("a session is due", () => {
  test("for each quarter that has ended, on its last day already", () => {
    const worker = aWorkerWith();
    expect(["2025-06-29", "2025-06-30", "2026-03-30", "2026-03-31"].map((day) => dueQuarters(worker, day))).toEqual([
      [],
      [1],
      [1, 2, 3],
      [1, 2, 3, 4],
    ]);
  });

  test("from 60 days of presence in the quarter: hired on 2 May has 60 days to 30 June, on 3 May 59", () => {
    expect(isDueIn(aWorkerWith({ hiredOn: "2025-05-02" }), 2025, 1)).toBe(true);
    expect(isDueIn(aWorkerWith({ hiredOn: "2025-05-03" }), 2025, 1)).toBe(false);
  });

  test("not after more than 31 of 91 days on leave, overlapping leaves counted once", () => {
    // 1 to 31 May = 31 days: 91 - 31 = 60
    const leave = [
      { from: "2025-05-01", to: "2025-05-20" },
      { from: "2025-05-11", to: "2025-05-31" },
    ];
    expect(isDueIn(aWorkerWith({ leave }), 2025, 1)).toBe(true);
    expect(isDueIn(aWorkerWith({ leave: [...leave, { from: "2025-06-01", to: "2025-06-01" }] }), 2025, 1)).toBe(false);
  });

  test("also in quarters of the year before", () => {
    expect(isDueIn(aWorkerWith({ hiredOn: "2025-01-30" }), 2024, 4)).toBe(true); // 2 + 28 + 31 = 61 days
    expect(isDueIn(aWorkerWith({ hiredOn: "2025-02-01" }), 2024, 4)).toBe(false); // 28 + 31 = 59 days
  });
});

describe("supervision is met", () => {
  test("when as many sessions were attended in the year as were due, in whichever quarter", () => {
    const worker = aWorkerWith({ attended: [on("2025-03-31"), on("2025-04-01"), on("2025-04-20")] });
    // The session of 31 March belongs to the year before.
    expect(attendedThisYear(worker, "2025-09-30")).toBe(2);
    expect(isSupervisionMet(worker, "2025-09-30")).toBe(true); // two due
    expect(isSupervisionMet(worker, "2025-12-31")).toBe(false); // three due
  });

  test("is nobody's question before anything is due", () => {
    expect(isSupervisionMet(aWorkerWith(), "2025-05-31")).toBeNull();
  });

  test("the record of quarters counts up to the day only", () => {
    const worker = aWorkerWith({ attended: [on("2025-05-10"), on("2025-07-01"), on("2025-09-30")] });
    expect(quarterRecord(worker, "2025-08-31")).toEqual([
      { quarter: 1, attended: 1, due: 1 },
      { quarter: 2, attended: 1, due: 0 },
      { quarter: 3, attended: 0, due: 0 },
      { quarter: 4, attended: 0, due: 0 },
    ]);
  });
});

describe("the grid", () => {
  const day = "2025-08-15";
  const stateOf = (given: Parameters<typeof aWorkerWith>[0], quarter: 1 | 2 | 3 | 4) =>
    gridCell(aWorkerWith(given), 2025, quarter, day).state;

  test("tells what was done, is planned, is still due, was missed and does not apply", () => {
    expect(stateOf({ attended: [on("2025-06-30")] }, 1)).toBe("done");
    expect(stateOf({}, 1)).toBe("missed");
    expect(stateOf({ planned: [on("2025-09-01")] }, 2)).toBe("planned");
    expect(stateOf({}, 2)).toBe("due");
    expect(stateOf({ hiredOn: "2025-08-10" }, 2)).toBe("notApplicable");
    expect(stateOf({ attended: [on("2025-08-12")], hiredOn: "2025-08-10" }, 2)).toBe("done");
  });

  test("a quarter that has not begun is due by its end and says so", () => {
    expect(gridCell(aWorkerWith(), 2025, 4, day)).toEqual({
      ...{ quarter: 4, state: "due", attended: 0, planned: 0, hasBegun: false },
    });
  });
});

test("days without a session count from the last one", () => {
  expect(daysWithoutSession("2025-04-01", "2025-07-30")).toBe(120);
  expect(daysWithoutSession(null, "2025-07-30")).toBeNull();
});
