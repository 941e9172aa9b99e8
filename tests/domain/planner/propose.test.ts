import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { uncoveredWorkers } from "../../../app/domain/planner/blockers";
import { violations } from "../../../app/domain/planner/checker";
import type { PlanInput, PlanItem } from "../../../app/domain/planner/plan";
import { propose, proposeGreedily } from "../../../app/domain/planner/propose";
import { weekdayOf } from "../../../app/domain/planner/time";
import { isOpenDay, QUARTERS, quarterSpan } from "../../../app/lib/calendar";
import { aPlanInput, aPlanItem, aPlanSupervisor, aPlanWorker, planInputs } from "./plan-inputs";

const HOURS = [9, 10, 11, 12, 13, 14, 15, 16];
const SMALL = planInputs({ days: 5, workers: 9, supervisors: 2, offices: ["A", "B"], hours: HOURS, grid: 30 });
const MEDIUM = planInputs({ days: 26, workers: 40, supervisors: 3, offices: ["A", "B", "C"], hours: HOURS, grid: 15 });
// why: every possibility of these is looked at by hand, so days, hours and starts are few.
const TINY = planInputs({ days: 2, workers: 4, supervisors: 1, offices: ["A", "B"], hours: [9, 10, 11], grid: 30 });
const TWO = planInputs({ days: 1, workers: 4, supervisors: 2, offices: ["A", "B"], hours: [9, 10], grid: 30 });

/** Enough for a busy machine; nothing here is timed. */
const PATIENCE = { timeout: 120_000 };

describe("hard rules", PATIENCE, () => {
  test("are never broken by a proposal, small or medium", () => {
    for (const [inputs, numRuns] of [[SMALL, 400] as const, [MEDIUM, 40] as const])
      fc.assert(
        fc.property(inputs, (input) => {
          expect(violations(propose(input).items, input)).toEqual([]);
        }),
        { numRuns },
      );
  });

  test("are never broken around what is locked, and what is locked stays as it is", () => {
    fc.assert(
      fc.property(SMALL, fc.infiniteStream(fc.boolean()), (input, coin) => {
        const locked = propose(input)
          .items.filter(() => coin.next().value)
          .map((item) => ({ ...item, locked: true }));
        const { items } = propose(input, locked);
        expect(violations(items, input)).toEqual([]);
        expect(items.filter((item) => item.locked)).toEqual(locked);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
      { numRuns: 200 },
    );
  });
});

test("the same input gives the same plan, and its own workers in another order are covered as many", PATIENCE, () => {
  fc.assert(
    fc.property(SMALL, (input) => {
      const plan = propose(input);
      expect(propose(structuredClone(input))).toEqual(plan);
      const turned = propose({ ...input, workers: [...input.workers].reverse() });
      if (plan.isProven && turned.isProven) expect(turned.uncovered.length).toBe(plan.uncovered.length);
    }),
    { numRuns: 100 },
  );
});

test("everyone is in at most one session of a proposal, and those who have one already in none", PATIENCE, () => {
  fc.assert(
    fc.property(SMALL, (input) => {
      const { items, uncovered } = propose(input);
      const seats = items.flatMap(({ participants }) => participants);
      const settled = input.workers.filter((worker) => worker.settled);
      expect(new Set(seats).size).toBe(seats.length);
      expect(seats.length + uncovered.length + settled.length).toBe(input.workers.length);
      for (const { id } of settled) expect(seats).not.toContain(id);
    }),
    { numRuns: 200 },
  );
});

describe("coverage", PATIENCE, () => {
  test("is as high as that of the best of all plans there are, on instances small enough to try them all", () => {
    for (const [inputs, numRuns] of [[TINY, 150] as const, [TWO, 100] as const])
      fc.assert(
        fc.property(inputs, (input) => {
          const { uncovered, isProven } = propose(input);
          const wanting = input.workers.filter(({ settled }) => settled === null).length;
          expect(wanting - uncovered.length).toBe(mostCovered(input));
          expect(isProven).toBe(true);
        }),
        { numRuns },
      );
  });

  test("is never below that of one greedy pass", () => {
    fc.assert(
      fc.property(MEDIUM, (input) => {
        expect(propose(input).uncovered.length).toBeLessThanOrEqual(
          uncoveredWorkers(input, proposeGreedily(input)).length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("by hand", () => {
  test("a worker free at one time only gets it although another would have been given it first", () => {
    // Monday 6 April only. The supervisor is there 9–11: slots 9:00 and 10:00. "a" could have both, "b" only 9:00–10:00.
    const hours = [{ weekday: 1, from: 540, to: 660 }];
    const input = aPlanInput({
      span: { from: "2026-04-06", to: "2026-04-06" },
      supervisors: [aPlanSupervisor("s", { hours: [{ weekday: 1, from: 540, to: 660, officeId: null }] })],
      workers: [
        aPlanWorker("a", { hours, overdue: true }),
        aPlanWorker("b", { hours: [{ weekday: 1, from: 540, to: 600 }] }),
      ],
    });
    const { items } = propose(input);
    expect(items.map(({ participants, start }) => [participants, start])).toEqual([
      [["b"], 540],
      [["a"], 600],
    ]);
  });

  test("where hours are short the overdue keep a session of their own and the others meet as a group", () => {
    // One Monday, 9:00–11:30 at one office: 60 min for the overdue one + 90 min for a group of four fill it exactly.
    const hours = [{ weekday: 1, from: 540, to: 690 }];
    const input = aPlanInput({
      span: { from: "2026-04-06", to: "2026-04-06" },
      supervisors: [aPlanSupervisor("s", { hours: [{ weekday: 1, from: 540, to: 690, officeId: null }] })],
      workers: ["a", "b", "c", "d", "e"].map((id) => aPlanWorker(id, { hours, overdue: id === "c" })),
    });
    const { items, uncovered } = propose(input);
    expect(uncovered).toEqual([]);
    expect(items.map(({ kind, participants }) => [kind, participants]).sort()).toEqual([
      ["group", ["a", "b", "d", "e"]],
      ["individual", ["c"]],
    ]);
  });

  test("with room enough nobody is put into a group", () => {
    const workers = ["a", "b", "c", "d", "e", "f"].map((id) => aPlanWorker(id));
    expect(propose(aPlanInput({ workers })).items.map(({ kind }) => kind)).toEqual(Array(6).fill("individual"));
  });

  test("the overdue and the overloaded come in the first week, the others spread over the quarter's weeks", () => {
    const workers = Array.from({ length: 13 }, (_, at) =>
      aPlanWorker(`w${at + 10}`, { overdue: at < 2, overloaded: at === 2 }),
    );
    const { items } = propose(aPlanInput({ workers }));
    const urgent = items.filter(({ participants }) => ["w10", "w11", "w12"].includes(participants[0] ?? ""));
    // 1–3 April 2026 are Wednesday to Friday.
    expect(urgent.every(({ day }) => day <= "2026-04-03")).toBe(true);
    const weeks = items.filter((item) => !urgent.includes(item)).map(({ day }) => Math.floor(Date.parse(day) / 6048e5));
    expect(new Set(weeks).size).toBeGreaterThanOrEqual(9);
  });

  test("between two offices there is the way: 45 minutes apart, a third session no longer fits into three hours", () => {
    // Three hours, three workers of 60 min: at one office all three fit, at two offices 60 + 45 + 60 leaves 15.
    const block = { weekday: 1, from: 540, to: 720 };
    const given = (offices: string[]) =>
      aPlanInput({
        span: { from: "2026-04-06", to: "2026-04-06" },
        supervisors: [aPlanSupervisor("s", { hours: [{ ...block, officeId: null }] })],
        workers: offices.map((officeId, at) => aPlanWorker(`w${at}`, { officeId, hours: [block] })),
        settings: { allowGroups: false, gridMinutes: 15 },
      });
    expect(propose(given(["A", "A", "A"])).uncovered).toHaveLength(0);
    expect(propose(given(["A", "B", "A"])).uncovered).toHaveLength(1);
  });

  test("no session lies on a closed day in any quarter of three years", () => {
    const workers = Array.from({ length: 20 }, (_, at) => aPlanWorker(`w${at}`));
    for (const year of [2025, 2026, 2027])
      for (const quarter of QUARTERS) {
        const { items } = propose(aPlanInput({ span: quarterSpan(year, quarter), workers }));
        expect(items).toHaveLength(20);
        expect(items.filter(({ day }) => !isOpenDay(day))).toEqual([]);
      }
  });
});

/** The most workers that any plan covers: every worker in every place or none, judged by the checker alone. */
function mostCovered(input: PlanInput): number {
  const { settings, span, supervisors } = input;
  const wanting = input.workers.filter(({ settled }) => settled === null);
  const offices = [...new Set([...wanting.map(({ officeId }) => officeId), "A", "B"])];
  const days = [span.from, ...(span.to > span.from ? [span.to] : [])];
  const places = (kind: PlanItem["kind"], minutes: number): PlanItem[] =>
    supervisors.flatMap(({ id: supervisorId, hours }) =>
      days.flatMap((day) =>
        offices.flatMap((officeId) =>
          Array.from({ length: 48 }, (_, at) => at * 30).flatMap((start) => {
            const names = hours.some(
              (at) => at.officeId !== null && at.officeId === officeId && at.weekday === weekdayOf(day),
            );
            const item = aPlanItem({ kind, supervisorId, day, officeId, start, minutes, participants: [] });
            const isPossible = violations([item], input).every(({ code }) => /Size/.test(code));
            const isServed = kind === "group" || names || wanting.some((worker) => worker.officeId === officeId);
            return isPossible && isServed ? [{ ...item, id: `${kind}${supervisorId}${day}${officeId}${start}` }] : [];
          }),
        ),
      ),
    );
  const groups = places("group", settings.groupMinutes);
  const own = wanting.map(({ id, officeId, requiredMinutes }) =>
    places("individual", Math.max(settings.individualMinutes, requiredMinutes))
      .filter((item) => {
        const named = supervisors.find((one) => one.id === item.supervisorId)?.hours ?? [];
        const isNamed = named.some(
          (at) => at.officeId !== null && at.officeId === item.officeId && at.weekday === weekdayOf(item.day),
        );
        return item.officeId === officeId || isNamed;
      })
      .map((item) => ({ ...item, id: `${item.id}${id}`, participants: [id] }))
      .filter((item) => violations([item], input).length === 0),
  );
  let best = 0;
  function go(at: number, items: PlanItem[]): void {
    const worker = wanting[at];
    const covered = items.reduce((sum, { participants }) => sum + participants.length, 0);
    if (best === wanting.length || covered + wanting.length - at <= best) return;
    if (!worker) {
      if (violations(items, input).length === 0) best = covered;
      return;
    }
    const withItem = (item: PlanItem) => [...items.filter(({ id }) => id !== item.id), item];
    const isFine = (next: PlanItem[]) => violations(next, input).every(({ code }) => code === "groupSize");
    for (const item of own[at] ?? []) if (isFine([...items, item])) go(at + 1, [...items, item]);
    for (const group of groups) {
      const begun = items.find(({ id }) => id === group.id) ?? group;
      const next = withItem({ ...begun, participants: [...begun.participants, worker.id] });
      if (isFine(next)) go(at + 1, next);
    }
    go(at + 1, items);
  }
  go(0, []);
  return best;
}
