import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { shareIntake, type IntakeWorker } from "~/domain/redistribution/intake";

const worker = (staffId: string, cap: number, soFar: number, expected: number): IntakeWorker => ({
  ...{ staffId, cap, soFar, expected },
  isThere: true,
});

describe("shares of the new cases to come", () => {
  test("take from those who would cross their cap what others have room for, in proportion to it", () => {
    // 12 + 4 + 4 = 20 to come. "over" has room for 50 - 46 = 4, so 8 are left over;
    // the others have 50 - 30 - 4 = 16 and 50 - 38 - 4 = 8 more: 8 x 16/24 = 5.33 and 8 x 8/24 = 2.67, so 9 and 7.
    const intake = shareIntake([worker("over", 50, 46, 12), worker("free", 50, 30, 4), worker("some", 50, 38, 4)]);
    expect(intake).toMatchObject({ total: 20, unplaced: 0 });
    expect(intake.shares.map(({ most, proposed }) => [most, proposed])).toEqual([
      [4, 4],
      [20, 9],
      [12, 7],
    ]);
    expect(intake.shares[0]?.forecast.mean).toBe(50);
  });

  test("say how many nobody can take, and give nobody away or above the cap any", () => {
    const away = { ...worker("away", 50, 10, 0), isThere: false };
    const intake = shareIntake([worker("over", 50, 60, 10), worker("near", 47.5, 45, 5), away]);
    // 15 to come; "near" has room for 2 whole cases (47.5 - 45)
    expect(intake).toMatchObject({ total: 15, unplaced: 13 });
    expect(intake.shares.map(({ proposed }) => proposed)).toEqual([0, 2, 0]);
  });

  test("are whole, add up to what is to come, and cross no cap", () => {
    const one = fc.record({
      staffId: fc.uuid(),
      cap: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
      soFar: fc.integer({ min: 0, max: 80 }),
      expected: fc.double({ min: 0, max: 30, noNaN: true }),
      isThere: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (workers) => {
        const { total, unplaced, shares } = shareIntake(workers);
        expect(shares.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(total - unplaced);
        expect(unplaced).toBeGreaterThanOrEqual(0);
        for (const [index, share] of shares.entries()) {
          const { cap = 0, soFar = 0, isThere = false } = workers[index] ?? {};
          expect(Number.isInteger(share.proposed) && share.proposed >= 0).toBe(true);
          if (share.proposed > 0) expect(isThere && soFar + share.proposed <= cap + 1e-9).toBe(true);
          if (unplaced > 0) expect(share.proposed).toBe(share.most);
        }
      }),
    );
  });
});
