import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { boundsForm, boundsMark, thresholdForm } from "~/domain/contract/threshold-form";
import { boundProblems, LADDERS, ordered, orderProblems } from "~/domain/flag/threshold-ladder";
import {
  DEFAULT_THRESHOLDS,
  effectiveThresholds,
  isLooser,
  THRESHOLD_KEYS,
  THRESHOLDS,
  type StoredThresholds,
} from "~/domain/flag/thresholds";
import { parseForm } from "~/lib/form";

function filled(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const own = (fields: Record<string, string>, bounds: StoredThresholds = {}) =>
  parseForm(thresholdForm(bounds), filled({ fiscalYear: "2026", version: "0", ...fields }));
const problems = (fields: Record<string, string>, bounds: StoredThresholds = {}) => {
  const result = own(fields, bounds);
  return result.ok ? {} : result.problems;
};
const boundsOf = (fields: Record<string, string>) => parseForm(boundsForm, filled({ seen: "{}", ...fields }));

describe("a contract's own thresholds", () => {
  test("are those that were typed, full-width digits too; an empty field sets nothing", () => {
    const result = own({ activeWatch: "２５", activeWarning: "", returnDueDay: "10" });
    expect(result.ok && result.data).toEqual({
      ...{ fiscalYear: 2026, version: 0, returnDueDay: 10, thresholds: { activeWatch: 25 } },
    });
    const empty = own({});
    expect(empty.ok && [empty.data.thresholds, empty.data.returnDueDay]).toEqual([{}, null]);
  });

  test("keep their order, against the standard values too, and say what would be right", () => {
    // the standard warning is 40
    expect(problems({ activeWatch: "45" })).toEqual({
      activeWatch: { code: "atMost", params: { max: 40, other: "activeWarning" } },
    });
    expect(problems({ activeWatch: "30", activeWarning: "25" })).toEqual({
      activeWarning: { code: "atLeast", params: { min: 30, other: "activeWatch" } },
    });
    expect(problems({ trainingWatch: "60", trainingWarning: "70" })).toEqual({
      trainingWarning: { code: "atMost", params: { max: 60, other: "trainingWatch" } },
    });
    expect(problems({ activeWatch: "45", activeWarning: "45", activeCritical: "50" })).toEqual({});
  });

  test("are never looser than the ward's bound, whichever side is the stricter", () => {
    const bounds = { activeWatch: 28, supervisionNotice: 20 };
    expect(problems({ activeWatch: "29", supervisionNotice: "14" }, bounds)).toEqual({
      activeWatch: { code: "atMost", params: { max: 28, other: "bound" } },
      supervisionNotice: { code: "atLeast", params: { min: 20, other: "bound" } },
    });
    expect(problems({ activeWatch: "28", supervisionNotice: "20" }, bounds)).toEqual({});
    // the standard watch of 30 counts as 28 under the bound, so that a warning at 29 is in order
    expect(problems({ activeWarning: "29" }, bounds)).toEqual({});
  });

  test("are whole numbers within what makes sense; a due day is one that every month has", () => {
    expect(problems({ activeWatch: "0" })).toEqual({ activeWatch: { code: "tooSmall", params: { min: 1 } } });
    expect(problems({ activeWatch: "7.5" })).toHaveProperty("activeWatch.code", "step");
    expect(problems({ returnDueDay: "29" })).toEqual({ returnDueDay: { code: "tooLarge", params: { max: 28 } } });
  });
});

describe("a ward's bounds", () => {
  test("keep their order; a graver one needs the milder ones, which says how much they may be", () => {
    const result = boundsOf({ activeCritical: "45" });
    expect(result.ok ? {} : result.problems).toEqual({
      activeWarning: { code: "atMost", params: { max: 45, other: "activeCritical" } },
    });
    expect(boundsOf({ activeWatch: "25" }).ok).toBe(true);
    expect(boundsOf({ activeWatch: "25", activeWarning: "35", activeCritical: "45" }).ok).toBe(true);
  });

  test("read the same in whatever order they are kept", () => {
    expect(boundsMark({ exitsWatch: 10, activeWatch: 25 })).toBe('{"activeWatch":25,"exitsWatch":10}');
  });

  test("in order keep any own values in order that are, and none stays looser than its bound", () => {
    const values = fc.record(
      Object.fromEntries(
        THRESHOLD_KEYS.map((key) => [key, fc.integer({ min: THRESHOLDS[key].min, max: THRESHOLDS[key].max })]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<StoredThresholds>;
    fc.assert(
      fc.property(values, values, (first, second) => {
        const [set, bounds] = [inOrder({ ...DEFAULT_THRESHOLDS, ...first }), drop(second)];
        const held = effectiveThresholds(set, bounds);
        expect(orderProblems(held)).toEqual([]);
        expect(boundProblems(held, bounds)).toEqual([]);
      }),
    );
  });
});

/** Values put in order, ladder by ladder. */
function inOrder(values: StoredThresholds): StoredThresholds {
  const sorted = { ...values };
  for (const ladder of LADDERS) {
    const given = ladder.flatMap((key) => values[key] ?? []).sort((a, b) => a - b);
    if (ladder.some((key) => THRESHOLDS[key].stricter === "higher")) given.reverse();
    ladder.forEach((key, index) => (sorted[key] = given[index]));
  }
  return sorted;
}

/** Bounds in order: those that would not be are left out, with all that is graver. */
function drop(values: StoredThresholds): StoredThresholds {
  const kept = ordered(values);
  for (const ladder of LADDERS) {
    let last: number | undefined;
    let broken = false;
    for (const key of ladder) {
      const value = kept[key];
      broken ||= value === undefined || (last !== undefined && isLooser(key, last, value));
      if (broken) delete kept[key];
      else last = value;
    }
  }
  expect(orderProblems(kept)).toEqual([]);
  return kept;
}
