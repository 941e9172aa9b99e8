import { describe, expect, test } from "vitest";

import { publishedSchema } from "~/domain/survey/result-view";
import { worthwhileOf } from "~/domain/survey/results";
import { wellbeingIndex } from "~/domain/survey/flag-rules";

import { generateDemo } from "../../prisma/seed/generate-demo";
import { stream } from "../../prisma/seed/random";

/** Days on which a year turns, a quarter turns, or the calendar is odd. */
const DAYS = ["2026-04-01", "2026-06-30", "2027-03-31", "2028-02-29", "2029-01-01"];

describe.each(DAYS)("the demo of %s", (today) => {
  const rows = generateDemo(today);

  test("has no record after its day but planned sessions, leave, and the end of employment", () => {
    const later = (
      table: "support_case" | "case_assignment" | "training_record" | "critical_incident",
      column: string,
    ) => rows[table].filter((row) => String(row[column] ?? "") > today);
    expect(later("support_case", "opened_on")).toEqual([]);
    expect(later("support_case", "closed_on")).toEqual([]);
    expect(later("case_assignment", "from_on")).toEqual([]);
    expect(later("training_record", "attended_on")).toEqual([]);
    expect(later("critical_incident", "occurred_on")).toEqual([]);
    expect(rows.staff.filter((row) => String(row.hired_on) > today)).toEqual([]);
    expect(rows.supervision_session.filter((row) => String(row.held_on) > today && row.status === "held")).toEqual([]);
  });

  test("hires somebody on a 29 February", () => {
    expect(rows.staff.filter((row) => String(row.hired_on).endsWith("-02-29")).length).toBe(1);
  });

  test("gives everybody another name, and one who moved the same in both contracts, which do not overlap", () => {
    const names = rows.staff_identity.map((row) => row.name);
    expect(new Set(names).size).toBe(names.length - 1);
    const twice = rows.staff_identity.filter((row) => names.indexOf(row.name) !== names.lastIndexOf(row.name));
    const posts = twice.map((identity) => rows.staff.find((row) => row.id === identity.staff_id));
    const [former, present] = posts.sort((a, b) => (String(a?.hired_on) < String(b?.hired_on) ? -1 : 1));
    expect(present?.left_on).toBeNull();
    expect(String(former?.left_on) < String(present?.hired_on)).toBe(true);
    const records = rows.training_record.filter((row) => row.staff_id === former?.id);
    expect(records.length).toBeGreaterThan(0);
  });

  test("publishes a survey in which the exemplary contract finds its work worthwhile and the one in trouble falls", () => {
    const wholes = (code: string) => {
      const contract = rows.contract.find((row) => row.code === code);
      return rows.survey_result
        .filter((row) => row.contract_id === contract?.id)
        .flatMap(({ cells }) => publishedSchema.parse(cells).satisfaction.filter(({ scope }) => scope === "all"));
    };
    const [exemplary] = wholes("SG-1");
    const { top, answered } = (exemplary && worthwhileOf(exemplary)) ?? { top: 0, answered: 0 };
    expect(top).toBeGreaterThanOrEqual(0.8 * answered);
    expect(answered).toBeGreaterThanOrEqual(10);
    const [annual = 0, pulse = 0] = wholes("SJ-1").map(({ means }) => wellbeingIndex(means.map(({ mean }) => mean)));
    expect(pulse).toBeLessThan(50);
    expect((annual ?? 0) - (pulse ?? 0)).toBeGreaterThan(10);
  });

  test("has one lead a day for each case, without a gap", () => {
    const byCase = new Map<unknown, { from: string; to: string | null }[]>();
    for (const row of rows.case_assignment) {
      const spans = byCase.get(row.case_id) ?? [];
      byCase.set(row.case_id, [
        ...spans,
        { from: String(row.from_on), to: row.to_on === null ? null : String(row.to_on) },
      ]);
    }
    const odd = rows.support_case.filter((item) => {
      const spans = (byCase.get(item.id) ?? []).sort((a, b) => (a.from < b.from ? -1 : 1));
      const joined = spans.every((span, index) => index === 0 || dayAfter(spans[index - 1]?.to ?? "") === span.from);
      return !joined || spans[0]?.from !== item.opened_on || spans.at(-1)?.to !== item.closed_on;
    });
    expect(odd).toEqual([]);
  });
});

function dayAfter(day: string): string {
  return day && new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

test("the same name gives the same stream, another name another", () => {
  const draw = (name: string) => Array.from({ length: 5 }, stream(name).next);
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
});
