import { describe, expect, test } from "vitest";

import { lastDueDay, owedNights } from "~/domain/job/nights";

describe("the last night that is due", () => {
  test("at 01:59 in Tokyo it is yesterday's, at 02:00 today's", () => {
    expect(lastDueDay(new Date("2026-03-31T16:59:00Z"), "02:00")).toBe("2026-03-31");
    expect(lastDueDay(new Date("2026-03-31T17:00:00Z"), "02:00")).toBe("2026-04-01");
  });
});

describe("nights that a job owes", () => {
  test("those after the last success, oldest first", () => {
    expect(owedNights("2026-02-27", "2026-03-02").due).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
  });

  test("none where the last one is done, and only the last where none ever was", () => {
    expect(owedNights("2026-03-02", "2026-03-02")).toEqual({ due: [], skipped: null });
    expect(owedNights("2026-03-03", "2026-03-02")).toEqual({ due: [], skipped: null });
    expect(owedNights(null, "2026-03-02")).toEqual({ due: ["2026-03-02"], skipped: null });
  });

  test("31 at most; the older ones are skipped", () => {
    const within = owedNights("2026-01-01", "2026-02-01");
    expect([within.due.length, within.due[0], within.skipped]).toEqual([31, "2026-01-02", null]);
    const beyond = owedNights("2025-12-30", "2026-02-01");
    expect([beyond.due.length, beyond.due[0], beyond.skipped]).toEqual([
      31,
      "2026-01-02",
      { from: "2025-12-31", to: "2026-01-01" },
    ]);
  });
});
