import { expect, test } from "vitest";

import { nextAttempt } from "~/domain/notification/retry";

test("mail is tried again after 1, 5 and 30 minutes, 2, 6 and 24 hours, and then given up", () => {
  const at = new Date("2026-11-24T00:00:00Z");
  expect([1, 2, 3, 4, 5, 6, 7].map((failed) => nextAttempt(failed, at)?.toISOString() ?? null)).toEqual([
    "2026-11-24T00:01:00.000Z",
    "2026-11-24T00:05:00.000Z",
    "2026-11-24T00:30:00.000Z",
    "2026-11-24T02:00:00.000Z",
    "2026-11-24T06:00:00.000Z",
    "2026-11-25T00:00:00.000Z",
    null,
  ]);
});
