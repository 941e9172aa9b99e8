import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PRESET_REQUIREMENTS, requirementOf, requirementSchema, type Requirement } from "~/domain/contract/requirement";
import { judge, JUDGEMENTS, requiredSessions, type Judgement, type Seat } from "~/domain/supervision/requirement";
import { addDays } from "~/lib/calendar";

const ALL_YEAR = { hiredOn: "2020-04-01", leftOn: null, leave: [] };
const { policy, ninteiShakaiFukushishi: nintei } = PRESET_REQUIREMENTS;
const custom = (given: Partial<Requirement>): Requirement => ({ ...policy, preset: "custom", ...given });

const seat = (day: string, given: Partial<Seat> = {}): Seat => ({
  ...{ day, kind: "individual", minutes: 60, external: false, is: "attended" },
  ...given,
});
const planned = (day: string, given: Partial<Seat> = {}) => seat(day, { is: "planned", ...given });
const judged = (seats: Seat[], requirement: Requirement, day = "2026-11-24", post: typeof ALL_YEAR | object = {}) =>
  judge({ ...ALL_YEAR, ...post, seats }, requirement, day);

describe("a specification's requirement", () => {
  test("is the policy document's where the specification is silent", () => {
    expect(requirementOf(null)).toEqual(policy);
    expect(requirementOf(undefined)).toEqual(policy);
  });

  test("comes back from the database as it was stored", () => {
    for (const requirement of [
      policy,
      nintei,
      custom({ sessionsPerYear: 12, individualShare: 0.5, externalNeeded: 2 }),
    ])
      expect(requirementOf(JSON.parse(JSON.stringify(requirement)))).toEqual(requirement);
  });

  test("never asks for less than one session a quarter, and is refused where it is something else", () => {
    expect(requirementSchema.safeParse({ ...policy, sessionsPerYear: 3 }).success).toBe(false);
    expect(() => requirementOf({ preset: "policy" })).toThrow();
  });
});

describe("four a year", () => {
  test("is met by four attended sessions, in whichever quarter and of whichever length", () => {
    const three = [seat("2026-04-10", { minutes: 15 }), seat("2026-05-10"), seat("2026-06-10", { kind: "group" })];
    expect(judged([...three, seat("2026-11-24")], policy)).toEqual({
      ...{ state: "met", required: 4, attended: 4, planned: 0, missing: null },
    });
    expect(judged(three, policy)).toMatchObject({
      ...{ state: "short", attended: 3 },
      missing: { kind: null, sessions: 1, individual: 0, external: 0 },
    });
  });

  test("is on course where planned sessions make up what is missing", () => {
    const seats = [seat("2026-04-10"), seat("2026-07-10"), planned("2026-12-01"), planned("2027-02-01")];
    expect(judged(seats, policy)).toEqual({
      ...{ state: "onCourse", required: 4, attended: 2, planned: 2, missing: null },
    });
    expect(judged(seats.slice(1), policy)).toMatchObject({ state: "short", missing: { sessions: 1 } });
  });

  test("leaves out the years before and after, what is yet to come, and plans that have passed", () => {
    const elsewhere = [seat("2026-03-31"), seat("2026-11-25"), planned("2026-11-23"), planned("2027-04-01")];
    expect(judged(elsewhere, policy)).toMatchObject({
      state: "short",
      attended: 0,
      planned: 0,
      missing: { sessions: 4 },
    });
  });
});

describe("pro rata", () => {
  test("required x due quarters / 4, rounded half up, and one for each due quarter at least", () => {
    // 6: 1.5 → 2, 3, 4.5 → 5, 6; 4: 1, 2, 3, 4; 5: 1.25 → 1, 2.5 → 3, 3.75 → 4, 5
    expect([1, 2, 3, 4].map((due) => requiredSessions(6, due))).toEqual([2, 3, 5, 6]);
    expect([1, 2, 3, 4].map((due) => requiredSessions(4, due))).toEqual([1, 2, 3, 4]);
    expect([1, 2, 3, 4].map((due) => requiredSessions(5, due))).toEqual([1, 3, 4, 5]);
  });

  test("hired on 1 August: 61 days in Q2, so three quarters; 1 external session a year stays one (0.75)", () => {
    const requirement = custom({ sessionsPerYear: 6, externalNeeded: 1 });
    const seats = ["2026-08-10", "2026-09-10", "2026-10-10", "2026-11-10"].map((day) => seat(day));
    expect(judged(seats, requirement, "2026-11-24", { hiredOn: "2026-08-01" })).toMatchObject({
      ...{ state: "short", required: 5, attended: 4 },
      missing: { sessions: 1, external: 1 },
    });
  });

  test("is not applicable to whom no quarter is due", () => {
    expect(judged([seat("2026-04-10")], policy, "2026-11-24", { leftOn: "2026-05-15" })).toEqual({
      ...{ state: "notApplicable", required: 0, attended: 0, planned: 0, missing: null },
    });
  });
});

describe("認定社会福祉士", () => {
  const days = Array.from({ length: 8 }, (_, index) => addDays("2026-04-10", index * 20));

  test("six individual sessions of 60 minutes meet it, five and one of 59 do not", () => {
    expect(
      judged(
        days.slice(0, 6).map((day) => seat(day)),
        nintei,
      ).state,
    ).toBe("met");
    const five = [...days.slice(0, 5).map((day) => seat(day)), seat("2026-10-01", { minutes: 59 })];
    expect(judged(five, nintei)).toEqual({
      ...{ state: "short", required: 6, attended: 5, planned: 0 },
      missing: { kind: "individual", sessions: 1, minMinutes: 60, individual: 0, external: 0 },
    });
  });

  test("so do eight group sessions of 90 minutes; a mixture of the two does not", () => {
    const groups = days.map((day) => seat(day, { kind: "group", minutes: 90 }));
    expect(judged(groups, nintei)).toMatchObject({ state: "met", required: 8, attended: 8 });
    const mixed = [...groups.slice(0, 5), ...days.slice(0, 4).map((day) => seat(day))];
    // 2 individual sessions are nearer than 3 group sessions
    expect(judged(mixed, nintei).missing).toMatchObject({ kind: "individual", sessions: 2, minMinutes: 60 });
  });
});

describe("individual and external sessions", () => {
  test("half of six individual, one external: three group sessions and two internal individual ones lack one that is both", () => {
    const requirement = custom({ sessionsPerYear: 6, individualShare: 0.5, externalNeeded: 1 });
    const groups = ["2026-04-10", "2026-05-10", "2026-06-10"].map((day) => seat(day, { kind: "group" }));
    const two = [...groups, seat("2026-07-10"), seat("2026-08-10")];
    expect(judged(two, requirement).missing).toEqual({
      ...{ kind: null, sessions: 1, minMinutes: 0, individual: 1, external: 1 },
    });
    expect(judged([...two, seat("2026-09-10", { external: true })], requirement).state).toBe("met");
  });

  test("the share is of what is required, in whole sessions: 55 % of 20 is 11, 30 % of 4 is 1.2 and so 2", () => {
    const groups = (count: number) =>
      Array.from({ length: count }, (_, index) => seat(addDays("2026-04-01", index), { kind: "group" }));
    const missing = (count: number, share: number) =>
      judged(groups(count), custom({ sessionsPerYear: count, individualShare: share })).missing?.individual;
    expect([missing(20, 0.55), missing(4, 0.3)]).toEqual([11, 2]);
  });
});

describe("one more session", () => {
  const seats = fc.array(
    fc.record({
      day: fc.integer({ min: -20, max: 400 }).map((days) => addDays("2026-04-01", days)),
      kind: fc.constantFrom("individual" as const, "group" as const),
      minutes: fc.constantFrom(30, 60, 90),
      external: fc.boolean(),
      is: fc.constantFrom("attended" as const, "planned" as const),
    }),
    { maxLength: 12 },
  );
  const requirements = fc.oneof(
    fc.constantFrom(policy, nintei),
    fc.record({
      preset: fc.constant("custom" as const),
      sessionsPerYear: fc.integer({ min: 4, max: 12 }),
      minMinutes: fc.constantFrom(0, 45, 90),
      individualShare: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
      externalNeeded: fc.integer({ min: 0, max: 4 }),
    }),
  );
  const rank = ({ state }: Judgement) => JUDGEMENTS.indexOf(state);

  test("never makes anything worse, attended or planned", () => {
    fc.assert(
      fc.property(
        requirements,
        seats,
        seats,
        fc.constantFrom("2026-04-30", "2026-11-24", "2027-03-31"),
        (asked, some, more, day) => {
          const [before, after] = [judged(some, asked, day), judged([...some, ...more], asked, day)];
          expect(rank(after)).toBeLessThanOrEqual(rank(before));
          expect(after.missing?.sessions ?? 0).toBeLessThanOrEqual(before.missing?.sessions ?? 0);
        },
      ),
    );
  });

  test("as often as words say, of the kind they say, makes a short year good", () => {
    fc.assert(
      fc.property(requirements, seats, (asked, some) => {
        const { missing } = judged(some, asked);
        fc.pre(missing !== null);
        const arranged = Array.from({ length: missing?.sessions ?? 0 }, () =>
          planned("2027-01-15", {
            kind: missing?.kind ?? "individual",
            minutes: missing?.minMinutes ?? 0,
            external: true,
          }),
        );
        expect(judged([...some, ...arranged], asked).state).toBe("onCourse");
      }),
    );
  });
});
