import { describe, expect, test } from "vitest";

import { qualificationExpiry } from "~/domain/qualification/flag-rules";
import type { WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-01-01";
const held = (...qualifications: WorkerFacts["qualifications"]) =>
  qualificationExpiry(aWorkerWith({ qualifications }), TERMS, DAY);
const until = (expiresOn: string | null, obtainedOn = "2021-01-01") => ({
  kind: "career_consultant" as const,
  obtainedOn,
  expiresOn,
});

describe("a qualification that expires", () => {
  test.each([
    { expiresOn: "2026-04-02", expected: null, because: "91 days are left" },
    { expiresOn: "2026-04-01", expected: "watch", because: "90 days are left" },
    { expiresOn: "2026-02-01", expected: "watch", because: "31 days are left" },
    { expiresOn: "2026-01-31", expected: "warning", because: "30 days are left" },
    { expiresOn: "2026-01-01", expected: "warning", because: "the last valid day is today" },
    { expiresOn: "2025-12-31", expected: "critical", because: "it was valid until yesterday" },
  ])("valid until $expiresOn: $expected, $because", ({ expiresOn, expected }) => {
    expect(held(until(expiresOn))?.severity ?? null).toBe(expected);
  });

  test("one without an expiry never expires", () => {
    expect(held(until(null))).toBeNull();
  });

  test("a newer one of the same kind supersedes it, one of another kind does not", () => {
    expect(held(until("2025-12-31"), until("2030-12-31", "2025-12-01"))).toBeNull();
    expect(
      held(until("2025-12-31"), { kind: "certified_social_worker", obtainedOn: "2025-12-01", expiresOn: null })
        ?.severity,
    ).toBe("critical");
  });

  test("the worst of several counts", () => {
    const finding = held(until("2026-03-01"), {
      kind: "care_worker",
      obtainedOn: "2020-01-01",
      expiresOn: "2025-12-01",
    });
    expect(finding).toMatchObject({
      severity: "critical",
      figures: { kind: "care_worker", expiresOn: "2025-12-01", daysExpired: 31 },
    });
  });
});
