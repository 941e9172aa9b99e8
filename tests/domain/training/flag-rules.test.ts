import { describe, expect, test } from "vitest";

import { trainingPace } from "~/domain/training/flag-rules";
import type { WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const trained = (hours: number, more: Partial<WorkerFacts> = {}) =>
  aWorkerWith({
    training: [
      { attendedOn: "2025-05-01", hours, topic: "basic", format: "lecture", inWorkingTime: true, publiclyFunded: true },
    ],
    ...more,
  });
const severity = (hours: number, day: string, more?: Partial<WorkerFacts>) =>
  trainingPace(trained(hours, more), TERMS, day)?.severity ?? null;

describe("training behind its pace", () => {
  test("nothing is said before the third quarter", () => {
    expect(severity(0.25, "2025-09-30")).toBeNull();
    expect(severity(0.25, "2025-10-01")).toBe("warning");
  });

  // On 2025-10-01, 184 of 365 days are over: due are 20 x 184 / 365 = 10.08 h; 75 % are 7.56 h, 50 % are 5.04 h.
  test.each([
    { hours: 7.75, expected: null },
    { hours: 7.5, expected: "watch" },
    { hours: 5.25, expected: "watch" },
    { hours: 5, expected: "warning" },
  ])("$hours hours on 1 October: $expected", ({ hours, expected }) => {
    expect(severity(hours, "2025-10-01")).toBe(expected);
  });

  test("exactly 75 % is not below 75 %", () => {
    // On leave from the 147th day on, 146 days present: due are 20 x 146 / 365 = 8 h, 75 % are 6 h.
    const leave = [{ from: "2025-08-25", to: "2026-03-31" }];
    expect(severity(6, "2025-12-01", { leave })).toBeNull();
    expect(severity(5.75, "2025-12-01", { leave })).toBe("watch");
    expect(severity(4, "2025-12-01", { leave })).toBe("watch");
    expect(severity(3.75, "2025-12-01", { leave })).toBe("warning");
  });

  test("on 31 March any hour short of the own target is critical", () => {
    expect(severity(20, "2026-03-31")).toBeNull();
    expect(severity(19.75, "2026-03-31")).toBe("critical");
    expect(severity(19.75, "2026-03-30")).toBeNull();
    expect(trainingPace(trained(19.75), TERMS, "2026-03-31")?.figures).toMatchObject({
      hours: 19.75,
      ownTarget: 20,
      missing: 0.25,
    });
  });

  test("who is on leave the whole year owes nothing", () => {
    expect(severity(0.25, "2026-03-31", { leave: [{ from: "2025-04-01", to: null }] })).toBeNull();
  });
});
