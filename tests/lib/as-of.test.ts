import { describe, expect, test } from "vitest";

import { asOfFrom, yearFrom, yearsToChoose } from "~/lib/as-of";

const TODAY = "2026-11-24";
const asked = (text: string) => asOfFrom(new URLSearchParams(text), TODAY);

test("without a wish a page is shown as of today", () => {
  expect(asked("")).toEqual({ day: TODAY, fiscalYear: 2026, today: TODAY, refused: null });
});

test("a past day sets the fiscal year it lies in", () => {
  expect(asked("asOf=2026-03-31")).toMatchObject({ day: "2026-03-31", fiscalYear: 2025, refused: null });
});

test("31 June, tomorrow and nonsense are refused, and today stands for them", () => {
  for (const wish of ["2026-06-31", "2026-11-25", "<script>", "1999-01-01"])
    expect(asked(`asOf=${encodeURIComponent(wish)}`)).toMatchObject({ day: TODAY, refused: wish });
});

test("past fiscal years are shown as of 31 March, the running one as of today", () => {
  expect(yearsToChoose(TODAY, 2)).toEqual([
    { fiscalYear: 2026, day: TODAY },
    { fiscalYear: 2025, day: "2026-03-31" },
  ]);
});

describe("the fiscal year that an address asks for", () => {
  const of = (text: string) => yearFrom(new URLSearchParams(text), "2026-11-24");

  test("is seen as of its end, the running one as of today", () => {
    expect(of("year=2024")).toEqual({ fiscalYear: 2024, current: 2026, day: "2025-03-31" });
    expect(of("year=2026")).toEqual({ fiscalYear: 2026, current: 2026, day: "2026-11-24" });
  });

  test("is the running one where none, none that is or one to come is asked for", () => {
    for (const text of ["", "year=", "year=x", "year=2027", "year=1999", "year=2025.5"])
      expect(of(text).fiscalYear).toBe(2026);
  });
});
