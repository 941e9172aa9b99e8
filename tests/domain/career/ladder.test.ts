import { describe, expect, test } from "vitest";

import { ladder, type CareerFacts } from "~/domain/career/ladder";

const DAY = "2026-11-24";
function facts(given: Partial<CareerFacts> = {}): CareerFacts {
  return {
    ...{ role: "support_worker", hiredOn: "2025-04-01", leftOn: null, leave: [], ranks: [] },
    ...{ qualifications: [], posts: [], ...given },
  };
}
const route = (given: Partial<CareerFacts>, key: string, day = DAY) =>
  ladder(facts(given), day).chief.routes.find((one) => one.key === key);
const SOCIAL_WORKER: CareerFacts["qualifications"][number] = {
  kind: "certified_social_worker",
  obtainedOn: "2018-04-01",
  expiresOn: null,
  verification: "verified",
};

describe("the second way: three years of consultation support", () => {
  test("is one's own work here: hired on 1 April 2025, it is complete on 31 March 2028", () => {
    // On 24 November 2026: 19 complete months of 36; 17 to go (begun ones as whole).
    expect(route({}, "consultation")).toMatchObject({
      ...{ met: false, completeOn: "2028-03-31", monthsDone: 19, monthsMissing: 17 },
    });
  });

  test("leaves out leave: three months of it put the end off by three months", () => {
    const leave = [{ from: "2026-04-01", to: "2026-06-30" }];
    // A year before the leave; the two that remain run from 1 July 2026 to 30 June 2028.
    expect(route({ leave }, "consultation")).toMatchObject({ completeOn: "2028-06-30" });
  });

  test("takes verified posts elsewhere with it, overlaps once", () => {
    const post = { field: "consultation", from: "2023-04-01", to: "2025-09-30", verification: "verified" } as const;
    // 1 April 2023 without a gap: complete on 31 March 2026.
    expect(route({ posts: [post] }, "consultation")).toMatchObject({ met: true, completeOn: "2026-03-31" });
  });

  test("does not count a clerk's years", () => {
    const ranks = [
      { from: "2020-04-01", role: "clerk" },
      { from: "2025-04-01", role: "support_worker" },
    ] as const;
    expect(route({ hiredOn: "2020-04-01", ranks }, "consultation")).toMatchObject({ completeOn: "2028-03-31" });
  });
});

describe("the first way: five years as a holder of one of the qualifications", () => {
  const posts = [{ field: "welfare", from: "2019-04-01", to: "2025-03-31", verification: "verified" }] as const;

  test("is closed to who holds none, whatever the years", () => {
    expect(route({ posts }, "qualified")).toMatchObject({ lacksQualification: true, met: false });
  });

  test("counts welfare and consultation from the day on which the qualification was obtained", () => {
    expect(route({ posts, qualifications: [SOCIAL_WORKER] }, "qualified")).toMatchObject({
      ...{ met: true, completeOn: "2024-03-31", lacksQualification: false },
    });
    const later = { ...SOCIAL_WORKER, obtainedOn: "2023-04-01" };
    expect(route({ posts, qualifications: [later] }, "qualified")).toMatchObject({ completeOn: "2028-03-31" });
  });

  test("is not opened by a qualification that waits for verification", () => {
    const { chief } = ladder(
      facts({ posts, qualifications: [{ ...SOCIAL_WORKER, verification: "pending" as const }] }),
      DAY,
    );
    expect(chief.met).toBe(false);
    expect(chief.ifVerified?.met).toBe(true);
  });

  test("is not opened by 公認心理師", () => {
    const other = { ...SOCIAL_WORKER, kind: "certified_psychologist" as const };
    expect(route({ posts, qualifications: [other] }, "qualified")).toMatchObject({ lacksQualification: true });
  });
});

test("the third way: five years of work that the municipality's head recognised, and nothing else", () => {
  const post = { field: "recognised", from: "2019-04-01", to: "2024-03-31", verification: "verified" } as const;
  expect(route({ posts: [post] }, "recognised")).toMatchObject({ met: true, completeOn: "2024-03-31" });
  expect(route({ posts: [{ ...post, to: "2024-03-30" }] }, "recognised")).toMatchObject({
    met: false,
    monthsMissing: 1,
  });
});

test("a post sent back counts neither now nor if verified", () => {
  const post = { field: "consultation", from: "2015-04-01", to: "2024-03-31", verification: "rejected" } as const;
  expect(ladder(facts({ posts: [post] }), DAY).chief).toMatchObject({ met: false, ifVerified: null });
});

describe("the ladder", () => {
  test("of a support worker leads to 主任相談支援員 by the nearest way", () => {
    expect(ladder(facts(), DAY)).toMatchObject({
      ...{ rank: "support", next: "chief", ready: false, monthsMissing: 17, readyOn: "2028-03-31" },
    });
  });

  test("of a chief leads to スーパーバイザー by three years as chief", () => {
    const ranks = [
      { from: "2018-04-01", role: "support_worker" },
      { from: "2024-10-01", role: "chief_support_worker" },
    ] as const;
    const given = { role: "chief_support_worker", hiredOn: "2018-04-01", ranks } as const;
    // Chief from 1 October 2024: complete on 30 September 2027; on 24 November 2026 25 months of 36 are done.
    expect(ladder(facts(given), DAY)).toMatchObject({
      ...{ rank: "chief", next: "supervisor", ready: false, monthsMissing: 11, readyOn: "2027-09-30" },
    });
    expect(ladder(facts(given), "2027-09-30")).toMatchObject({ ready: true, monthsMissing: 0 });
  });

  test("ends with the supervisor, and a clerk is not on it", () => {
    expect(ladder(facts({ role: "supervisor" }), DAY)).toMatchObject({ rank: "supervisor", next: null });
    expect(ladder(facts({ role: "clerk" }), DAY)).toMatchObject({ rank: null, next: null, monthsMissing: null });
  });

  test("leads nowhere by itself for who has left", () => {
    expect(ladder(facts({ leftOn: "2026-03-31" }), DAY)).toMatchObject({ readyOn: null, monthsMissing: 24 });
  });
});
