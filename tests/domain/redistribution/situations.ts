/** Situations of a what-if for tests: full-timers of one office with limits 30, 40 and 50, supervised last week. */
import fc from "fast-check";

import type { OpenCase, Settings, Situation, WhatIfWorker } from "../../../app/domain/redistribution/schema";
import { caseWeight } from "../../../app/domain/caseload/rules";

export const DAY = "2026-11-24";
export const SETTINGS: Settings = { goal: "watch", room: "mean", keepDays: 180 };

export function aPerson(staffId: string, given: Partial<WhatIfWorker> = {}): WhatIfWorker {
  const annualCases = given.annualCases ?? 30;
  return {
    ...{ staffId, staffCode: staffId, officeId: "north", fte: 1, cap: 50, annualCases },
    forecast: { mean: annualCases + 5, low: annualCases + 2, high: annualCases + 8 },
    ...{ activeCases: 10, weightedLoad: 10, limits: { watch: 30, warning: 40, critical: 50 } },
    ...{ isAway: false, openDaysLeft: 80, lastSupervisedOn: "2026-11-17" },
    ...given,
  };
}

/** A case led since the beginning of the month with so many tags. */
export function aCase(caseId: string, staffId: string, tagCount = 1, given: Partial<OpenCase> = {}): OpenCase {
  return {
    ...{ caseId, caseRef: caseId, staffId, tagCount, weight: caseWeight(tagCount) },
    ...{ openedOn: "2026-11-01", ledSince: "2026-11-01", ledBy: [] },
    ...given,
  };
}

export function aSituation(workers: WhatIfWorker[], cases: OpenCase[], settings: Partial<Settings> = {}): Situation {
  return { day: DAY, settings: { ...SETTINGS, ...settings }, workers, cases };
}

/** Small contracts of every kind: some above their limits, some with room, away, unsupervised, or long with a case. */
export function situations(most: { workers: number; cases: number }): fc.Arbitrary<Situation> {
  const worker = fc.record({
    office: fc.constantFrom("north", "south", null),
    limit: fc.integer({ min: 2, max: 12 }),
    cap: fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 2),
    closed: fc.integer({ min: 0, max: 8 }),
    toCome: fc.double({ min: 0, max: 6, noNaN: true }),
    isAway: fc.boolean().map((one) => one),
    seen: fc.constantFrom("2026-11-17", "2026-05-01", null),
  });
  const one = fc.record({
    lead: fc.nat(),
    tags: fc.integer({ min: 0, max: 7 }),
    since: fc.constantFrom("2026-11-01", "2026-09-01", "2025-06-01"),
    earlier: fc.option(fc.nat(), { freq: 4 }),
  });
  return fc
    .record({
      people: fc.array(worker, { minLength: 2, maxLength: most.workers }),
      cases: fc.array(one, { maxLength: most.cases }),
      goal: fc.constantFrom("watch" as const, "warning" as const),
      room: fc.constantFrom("mean" as const, "high" as const),
    })
    .map(({ people, cases, goal, room }) => {
      const open = cases.map((c, index) => {
        const lead = c.lead % people.length;
        const earlier = c.earlier === null ? lead : c.earlier % people.length;
        const given = { openedOn: c.since, ledSince: c.since, ledBy: earlier === lead ? [] : [`w${earlier}`] };
        return aCase(`c${index}`, `w${lead}`, c.tags, given);
      });
      const workers = people.map((p, index) => {
        const own = open.filter(({ staffId }) => staffId === `w${index}`);
        const annualCases = own.length + p.closed;
        return aPerson(`w${index}`, {
          ...{ officeId: p.office, cap: p.cap, annualCases, activeCases: own.length },
          weightedLoad: own.reduce((total, { weight }) => total + weight, 0),
          forecast: { mean: annualCases + p.toCome, low: annualCases, high: annualCases + Math.ceil(2 * p.toCome) },
          limits: { watch: p.limit, warning: p.limit + 2, critical: p.limit + 4 },
          ...{ isAway: p.isAway && index > 0 && p.closed > 5, lastSupervisedOn: p.seen },
        });
      });
      return aSituation(workers, open, { goal, room });
    });
}
