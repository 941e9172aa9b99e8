import { describe, expect, test } from "vitest";

import { exitFindings, retentionExits } from "~/domain/retention/flag-rules";

import { aWorkerWith, factsWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-11-24";
/** Inside the 365 days that end on the day: from 2025-11-25. */
const LEFT = "2026-06-30";

function team(staying: number, leaving: number, officeId: string | null = null) {
  return Array.from({ length: staying + leaving }, (_, index) =>
    aWorkerWith({ staffId: `${officeId} ${index}`, officeId, leftOn: index < leaving ? LEFT : null }),
  );
}

describe("leaving", () => {
  test.each([
    { staying: 17, leaving: 3, severity: null, because: "3 / 20 = 15 % is at the limit" },
    { staying: 16, leaving: 3, severity: "watch", because: "3 / 19 = 15.79 %" },
    { staying: 15, leaving: 5, severity: "watch", because: "5 / 20 = 25 % is not above 25 %" },
    { staying: 14, leaving: 5, severity: "warning", because: "5 / 19 = 26.32 %" },
    { staying: 12, leaving: 8, severity: "warning", because: "8 / 20 = 40 % is not above 40 %" },
    { staying: 11, leaving: 8, severity: "critical", because: "8 / 19 = 42.11 %" },
  ])("$severity: $because", ({ staying, leaving, severity }) => {
    expect(retentionExits(team(staying, leaving), TERMS, DAY)?.severity ?? null).toBe(severity);
  });

  test("counts last days of employment in the 365 days that end on the day, and of support staff alone", () => {
    const worker = (leftOn: string | null) => aWorkerWith({ leftOn });
    // 2025-11-24 is the day before the window, and who left on it was not employed in it; the supervisor does not count.
    const staff = [
      worker("2025-11-24"),
      worker("2025-11-25"),
      worker("2026-11-24"),
      worker("2026-11-25"),
      worker(null),
    ];
    const clerk = aWorkerWith({ role: "supervisor", leftOn: LEFT });
    expect(retentionExits([...staff, clerk], TERMS, DAY)).toMatchObject({
      severity: "critical",
      figures: { leavers: 2, of: 4, percent: 50, limit: 40, windowFrom: "2025-11-25", windowTo: DAY },
    });
    expect(retentionExits([], TERMS, DAY)).toBeNull();
  });
});

describe("where it is asked", () => {
  const asked = (workers: ReturnType<typeof team>) =>
    exitFindings(factsWith(workers, DAY)).map(({ officeId, severity }) => [officeId, severity]);

  test("of the contract and of offices that are published by themselves; small ones are in the contract alone", () => {
    // B: 1 of 7 left (14.29 %); C has one left and is pooled with A, the first of the smallest. All: 7 of 20 = 35 %.
    expect(asked([...team(6, 5, "A"), ...team(6, 1, "B"), ...team(1, 1, "C")])).toEqual([[null, "warning"]]);
    // With five in C nothing is pooled. All: 7 of 23 = 30.43 %; A: 5 of 11 = 45.45 %; B: 1 of 6 = 16.67 %; C: 1 of 6.
    expect(asked([...team(6, 5, "A"), ...team(5, 1, "B"), ...team(5, 1, "C")])).toEqual([
      [null, "warning"],
      ["B", "watch"],
      ["C", "watch"],
      ["A", "critical"],
    ]);
  });

  test("of one office only as the contract, and of fewer than five not at all", () => {
    expect(asked(team(5, 5, "A"))).toEqual([[null, "critical"]]);
    expect(asked(team(4, 6, "A"))).toEqual([]);
  });
});
