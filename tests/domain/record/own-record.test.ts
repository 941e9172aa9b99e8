import { describe, expect, test } from "vitest";

import { recordContent, type RecordContent } from "~/domain/record/content";
import { differenceOf, isSame, sameText } from "~/domain/record/difference";
import { chosenYears, daysOf, recordTotals, recordYears, rolesOverTime, yearsOfPost } from "~/domain/record/own-record";
import { wishedFile, wishedYears } from "~/domain/record/schema";
import { aRecord } from "../../setup/own-record";

const FULL = aRecord();

describe("the record by fiscal year", () => {
  const [first, second] = recordYears(FULL);

  test("adds up each year's training on its own: 2.5 + 1.25 = 3.75 h, then 3 h", () => {
    expect(first).toMatchObject({ fiscalYear: 2025, hours: 3.75, target: 20, isReached: false });
    expect(second).toMatchObject({ fiscalYear: 2026, hours: 3, target: 20 });
  });

  test("puts 31 March into the old year and 1 April into the new", () => {
    expect(first?.training.map((row) => row.attendedOn)).toEqual(["2025-05-10", "2026-03-31"]);
    expect(second?.training.map((row) => row.attendedOn)).toEqual(["2026-04-01"]);
  });

  test("counts supervision by quarter: 60 in the first, 90 + 45 in the second of 2025", () => {
    expect(first?.supervision).toEqual({ count: 3, minutes: 195 });
    expect(first?.quarters).toEqual([
      { quarter: 1, count: 1, minutes: 60 },
      { quarter: 2, count: 2, minutes: 135 },
      { quarter: 3, count: 0, minutes: 0 },
      { quarter: 4, count: 0, minutes: 0 },
    ]);
  });

  test("has totals that are the sum of its years: 6.75 h in 3 courses, 4 sessions of 255 minutes", () => {
    expect(recordTotals(FULL)).toEqual({ hours: 6.75, courses: 3, supervision: { count: 4, minutes: 255 } });
  });

  test("adds quarter hours exactly: forty times 0.25 is 10", () => {
    const training = Array.from({ length: 40 }, () => ({ ...aTraining(), hours: 0.25 }));
    expect(recordTotals({ ...FULL, training }).hours).toBe(10);
  });
});

describe("which years there are", () => {
  const post = { hiredOn: "2023-10-01", leftOn: null, firstOn: null, lastOn: null };

  test("runs from the year of hire to the day's", () => {
    expect(yearsOfPost(post, "2026-11-24")).toEqual({ from: 2023, to: 2026 });
  });

  test("ends with the year of leaving, where that lies before the day", () => {
    expect(yearsOfPost({ ...post, leftOn: "2025-03-31" }, "2026-11-24")).toEqual({ from: 2023, to: 2024 });
    expect(yearsOfPost({ ...post, leftOn: "2027-03-31" }, "2026-11-24")).toEqual({ from: 2023, to: 2026 });
  });

  test("reaches to records before the hire and after leaving, so that none is lost", () => {
    const odd = { ...post, leftOn: "2025-03-31", firstOn: "2023-03-31", lastOn: "2025-04-01" };
    expect(yearsOfPost(odd, "2026-11-24")).toEqual({ from: 2022, to: 2025 });
  });

  const all = { from: 2023, to: 2026 };
  test.each([
    { wish: {}, chosen: all, because: "no wish is all" },
    { wish: { from: 2025 }, chosen: { from: 2025, to: 2026 }, because: "an open end is the last year" },
    { wish: { from: 1999, to: 2024 }, chosen: { from: 2023, to: 2024 }, because: "years before the hire are cut off" },
    { wish: { from: 2026, to: 2024 }, chosen: all, because: "a span that ends before it begins is no wish" },
  ])("$wish gives $chosen: $because", ({ wish, chosen }) => {
    expect(chosenYears(wish, all)).toEqual(chosen);
  });

  test("have days up to the day of the record, in the current year", () => {
    expect(daysOf({ from: 2025, to: 2026 }, "2026-11-24")).toEqual({ from: "2025-04-01", to: "2026-11-24" });
    expect(daysOf({ from: 2024, to: 2025 }, "2026-11-24")).toEqual({ from: "2024-04-01", to: "2026-03-31" });
  });

  test("come from an address as numbers or not at all", () => {
    expect(wishedYears(new URLSearchParams("from=2024&to=x"))).toEqual({ from: 2024, to: undefined });
    expect(wishedYears(new URLSearchParams("from="))).toEqual({ from: undefined, to: undefined });
  });
});

describe("roles over time", () => {
  const now = { role: "chief_support_worker", hiredOn: "2022-04-01", leftOn: null } as const;

  test("are the present role since the hire, where no change was recorded", () => {
    expect(rolesOverTime([], now)).toEqual([{ role: "chief_support_worker", from: "2022-04-01", to: null }]);
  });

  test("each last until the day before the next, and the last to the end of employment", () => {
    const history = [
      { fromOn: "2025-04-01", role: "chief_support_worker" as const },
      { fromOn: "2022-04-01", role: "support_worker" as const },
      { fromOn: "2024-04-01", role: "support_worker" as const },
    ];
    expect(rolesOverTime(history, { ...now, leftOn: "2026-09-30" })).toEqual([
      { role: "support_worker", from: "2022-04-01", to: "2025-03-31" },
      { role: "chief_support_worker", from: "2025-04-01", to: "2026-09-30" },
    ]);
  });
});

describe("what another transfer would change", () => {
  test("is nothing, whatever the order of keys in the database's JSON", () => {
    const stored = JSON.parse(JSON.stringify(FULL, keysBackwards(FULL))) as RecordContent;
    expect(sameText(stored)).toBe(sameText(FULL));
    expect(isSame(differenceOf(recordContent.parse(stored), FULL))).toBe(true);
  });

  test("names rows added and gone, and counts equal rows as often as they stand", () => {
    const more = { ...FULL, training: [...FULL.training, aTraining(), aTraining()], sessions: FULL.sessions.slice(1) };
    const once = { ...FULL, training: [...FULL.training, aTraining()] };
    expect(differenceOf(FULL, more).training).toEqual({ added: [aTraining(), aTraining()], removed: [] });
    expect(differenceOf(once, more).training).toEqual({ added: [aTraining()], removed: [] });
    expect(differenceOf(more, once).training).toEqual({ added: [], removed: [aTraining()] });
    expect(differenceOf(FULL, more).sessions).toEqual({ added: [], removed: [FULL.sessions[0]] });
    expect(isSame(differenceOf(FULL, more))).toBe(false);
  });

  test("includes the end of employment and a target agreed anew", () => {
    const left = { ...FULL, post: { ...FULL.post, employedTo: "2026-11-30" } };
    expect(differenceOf(FULL, left).post).toBe(true);
    const years = FULL.years.map((year) => ({ ...year, target: 10 }));
    expect(isSame(differenceOf(FULL, { ...FULL, years }))).toBe(false);
  });
});

test("a file is Japanese, but for a PDF that is asked for in English", () => {
  expect(wishedFile(new URLSearchParams("format=pdf&lang=en"))).toEqual({ format: "pdf", locale: "en" });
  expect(wishedFile(new URLSearchParams("format=csv&lang=en"))).toEqual({ format: "csv", locale: "ja" });
  expect(wishedFile(new URLSearchParams("format=exe"))).toEqual({ format: "pdf", locale: "ja" });
});

function aTraining(): RecordContent["training"][number] {
  return {
    ...{ attendedOn: "2026-05-01", title: "依存症", provider: null, topic: "addiction", format: "lecture", hours: 1 },
    ...{ inWorkingTime: true, publiclyFunded: null },
  };
}

/** Every key of the record, the last first, as JSON.stringify wants them to choose their order. */
function keysBackwards(value: unknown): string[] {
  const keys = new Set<string>();
  JSON.stringify(value, (key, part: unknown) => (keys.add(key), part));
  return [...keys].reverse();
}
