import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { violations } from "../../../app/domain/planner/checker";
import { change } from "../../../app/domain/planner/edits";
import { propose } from "../../../app/domain/planner/propose";
import { notesOn } from "../../../app/domain/planner/quality";
import { settingsFor } from "../../../app/domain/planner/need";
import { DIRECTIONS } from "../../../app/domain/planner/schema";
import { PRESET_REQUIREMENTS } from "../../../app/domain/contract/requirement";
import { aPlanInput, aPlanItem, aPlanWorker, planInputs } from "./plan-inputs";

const WORKERS = ["a", "b", "c", "d"].map((id) => aPlanWorker(id));
const INPUT = aPlanInput({ workers: WORKERS });

describe("arrow keys", () => {
  test("go to the nearest place that breaks no rule: over the weekend, over a holiday, over what is taken", () => {
    // Friday 3 April → Monday 6 April; 28 April → 30 April over 昭和の日; 10:00 → 11:30 over a session 10:30–11:30 and back to 9:00.
    const step = (item: ReturnType<typeof aPlanItem>, direction: (typeof DIRECTIONS)[number]) => {
      const taken = aPlanItem({ id: "i2", day: "2026-04-07", start: 630, participants: ["b"] });
      const after = change([item, taken], INPUT, { do: "step", itemId: "i1", direction });
      const moved = after?.items.find(({ id }) => id === "i1");
      return [moved?.day, moved?.start, after?.broken.length];
    };
    expect(step(aPlanItem({ day: "2026-04-03" }), "nextDay")).toEqual(["2026-04-06", 600, 0]);
    expect(step(aPlanItem({ day: "2026-04-28" }), "nextDay")).toEqual(["2026-04-30", 600, 0]);
    expect(step(aPlanItem({ day: "2026-04-07", start: 570 }), "later")).toEqual(["2026-04-07", 690, 0]);
    expect(step(aPlanItem({ day: "2026-04-07", start: 690 }), "earlier")).toEqual(["2026-04-07", 570, 0]);
  });

  test("at the edge stay and name the rule", () => {
    const last = aPlanItem({ day: "2026-06-30" });
    const after = change([last], INPUT, { do: "step", itemId: "i1", direction: "nextDay" });
    expect(after?.broken).toEqual([{ itemId: "i1", code: "outsideQuarter" }]);
    const late = change([aPlanItem({ start: 960 })], INPUT, { do: "step", itemId: "i1", direction: "later" });
    expect(late?.broken.map(({ code }) => code)).toEqual(["supervisorHours", "workerHours"]);
  });

  test("whatever is accepted leaves a plan that breaks no rule", { timeout: 60_000 }, () => {
    const inputs = planInputs({
      days: 5,
      workers: 8,
      supervisors: 1,
      offices: ["A", "B"],
      hours: [9, 10, 11, 13, 14],
      grid: 30,
    });
    fc.assert(
      fc.property(
        inputs,
        fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...DIRECTIONS)), { maxLength: 6 }),
        (input, keys) => {
          let items = propose(input).items;
          for (const [at, direction] of keys) {
            const item = items[at % Math.max(1, items.length)];
            if (!item) continue;
            const after = change(items, input, { do: "step", itemId: item.id, direction });
            if (after && after.broken.length === 0) items = after.items;
          }
          expect(violations(items, input)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a group", () => {
  const own = (["a", "b", "c"] as const).map((id, at) =>
    aPlanItem({ id: `i${at + 1}`, start: 540 + at * 60, participants: [id] }),
  );
  const edit = {
    ...{ kind: "group" as const, day: "2026-04-08", start: 600, minutes: 90, officeId: undefined },
    participants: ["a", "b", "c"],
  };

  test("takes its members out of their own drafts", () => {
    const after = change(own, INPUT, { do: "edit", itemId: "i1", edit });
    expect(after).toMatchObject({ broken: [], items: [{ id: "i1", kind: "group", participants: ["a", "b", "c"] }] });
  });

  test("leaves the overdue their own session, without which the group is refused", () => {
    const input = aPlanInput({ workers: WORKERS.map((one) => (one.id === "b" ? { ...one, overdue: true } : one)) });
    const after = change(own, input, { do: "edit", itemId: "i1", edit });
    expect([after?.broken, after?.items.map(({ id }) => id)]).toEqual([[], ["i2", "i1"]]);
    const alone = change(after?.items ?? [], input, { do: "remove", itemId: "i2" });
    expect(alone?.broken).toEqual([{ itemId: "i1", code: "priorityInGroup", workerId: "b" }]);
  });

  test("of two is refused when a third is taken out", () => {
    const group = aPlanItem({ kind: "group", minutes: 90, participants: ["a", "b", "c"] });
    const after = change([group], INPUT, { do: "edit", itemId: "i1", edit: { ...edit, participants: ["a", "b"] } });
    expect(after?.broken).toEqual([{ itemId: "i1", code: "groupSize", count: 2, min: 3, max: 8 }]);
  });
});

test("a session that is added gets the next number, and one that is not there cannot be changed", () => {
  const edit = { kind: "individual" as const, day: "2026-04-09", start: 600, minutes: 60, participants: ["d"] };
  const after = change([aPlanItem({ id: "i7" })], INPUT, { do: "add", edit });
  expect(after).toMatchObject({ itemId: "i8", broken: [] });
  expect(change([], INPUT, { do: "remove", itemId: "i1" })).toBeNull();
});

test("notes name who comes too soon, late or away from their office, and count changes of office", () => {
  const input = aPlanInput({
    workers: [
      aPlanWorker("a", { lastSessionOn: "2026-03-30" }),
      aPlanWorker("b", { overdue: true }),
      aPlanWorker("c", { officeId: "B" }),
    ],
  });
  const items = [
    aPlanItem({ day: "2026-04-06" }),
    aPlanItem({ id: "i2", day: "2026-06-01", participants: ["b"] }),
    aPlanItem({ id: "i3", day: "2026-06-01", start: 780, officeId: "C", participants: ["c"] }),
  ];
  expect(notesOn(items, input)).toEqual([
    { code: "officeChanges", days: 1 },
    { code: "tooSoon", workerIds: ["a"] },
    { code: "lateUrgent", workerIds: ["b"] },
    { code: "otherOffice", workerIds: ["c"] },
  ]);
});

test("sessions are as long as the specification asks: 60 and 90 minutes for 認定社会福祉士, longer where it says so", () => {
  const { policy, ninteiShakaiFukushishi } = PRESET_REQUIREMENTS;
  const lengths = (of: typeof policy) => [settingsFor(of).individualMinutes, settingsFor(of).groupMinutes];
  expect([policy, ninteiShakaiFukushishi, { ...policy, minMinutes: 100 }].map(lengths)).toEqual([
    ...[
      [60, 90],
      [60, 90],
      [100, 100],
    ],
  ]);
});
