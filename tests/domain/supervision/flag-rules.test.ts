import { describe, expect, test } from "vitest";

import { supervisionDue } from "~/domain/supervision/flag-rules";
import type { WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const on = (...days: string[]) => days.map((day) => ({ day, kind: "individual" as const, external: false }));
const severity = (worker: Partial<WorkerFacts>, day: string) =>
  supervisionDue(aWorkerWith(worker), TERMS, day)?.severity ?? null;

describe("supervision that is due", () => {
  // Q3 of FY2025 is October to December 2025; its last 30 days begin on 1 December.
  const q2 = { attended: on("2025-08-20"), lastAttendedOn: "2025-08-20" };
  test.each([
    { day: "2025-11-30", expected: null, because: "31 days are left" },
    { day: "2025-12-01", expected: "watch", because: "30 days are left" },
    { day: "2025-12-30", expected: "watch", because: "one day is left" },
    { day: "2025-12-31", expected: "warning", because: "on its last day the quarter has ended" },
    { day: "2026-01-01", expected: "warning", because: "it ended without one" },
    { day: "2026-03-30", expected: "warning", because: "the quarter after it has not ended" },
    { day: "2026-03-31", expected: "critical", because: "two quarters ended without one" },
  ])("last attended in Q2, on $day: $expected, $because", ({ day, expected }) => {
    expect(severity(q2, day)).toBe(expected);
  });

  test("attended in the quarter, or planned before its end, there is nothing to watch", () => {
    expect(severity({ attended: on("2025-08-20", "2025-10-01") }, "2025-12-10")).toBeNull();
    expect(severity({ ...q2, planned: on("2025-12-31") }, "2025-12-10")).toBeNull();
    expect(severity({ ...q2, planned: on("2026-01-05") }, "2025-12-10")).toBe("watch");
  });

  test("a session attended after the quarter's end clears the warning, one before it began does not", () => {
    expect(severity({ attended: on("2025-08-20", "2026-01-01") }, "2026-01-10")).toBeNull();
    expect(severity({ attended: on("2025-08-20", "2025-09-30") }, "2026-01-10")).toBe("warning");
  });

  test("a planned session does not clear a quarter that ended without one", () => {
    expect(severity({ ...q2, planned: on("2026-01-15") }, "2026-01-10")).toBe("warning");
  });

  test("two quarters running cross the fiscal year", () => {
    // Q4 of FY2025 and Q3 before it, seen in April 2026.
    const finding = supervisionDue(aWorkerWith(q2), TERMS, "2026-04-01");
    expect(finding).toMatchObject({
      ...{ severity: "critical", version: 1 },
      figures: {
        fiscalYear: 2025,
        quarter: 4,
        fromFiscalYear: 2025,
        fromQuarter: 3,
        missedQuarters: 2,
        lastAttendedOn: "2025-08-20",
      },
    });
    expect(severity({ attended: on("2026-01-10") }, "2026-07-01")).toBe("warning");
    expect(severity({ attended: on("2025-12-10") }, "2026-07-01")).toBe("critical");
  });

  test("a quarter counts with 60 days in post and not with 59", () => {
    // Hired on 2025-11-02: 29 days of November and 31 of December are 60. Hired a day later: 59.
    expect(severity({ hiredOn: "2025-11-02" }, "2026-01-10")).toBe("warning");
    expect(severity({ hiredOn: "2025-11-03" }, "2026-01-10")).toBeNull();
  });

  test("a leave that begins later in the quarter is known already", () => {
    // On leave from 2025-11-30: 31 + 29 = 60 days remain. From 2025-11-29: 59.
    expect(severity({ ...q2, leave: [{ from: "2025-11-30", to: "2026-03-31" }] }, "2025-12-05")).toBe("watch");
    expect(severity({ ...q2, leave: [{ from: "2025-11-29", to: "2026-03-31" }] }, "2025-12-05")).toBeNull();
  });
});
