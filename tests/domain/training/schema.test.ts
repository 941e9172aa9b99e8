import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import { coursePrefill, trainingForm } from "~/domain/training/schema";
import { parseForm } from "~/lib/form";

function aForm(given: Record<string, string | undefined> = {}): FormData {
  const form = new FormData();
  const fields = {
    ...{
      recordRef: randomUUID(),
      attendedOn: "2026-06-01",
      title: " 依存症の理解 ",
      topic: "addiction",
      format: "lecture",
      hours: "1.5",
    },
    ...given,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? "");
  return form;
}
const parse = (given?: Record<string, string | undefined>) => parseForm(trainingForm("2026-06-01"), aForm(given));

describe("the form that logs training", () => {
  test("takes full-width digits and slashes, and counts an unticked box as no", () => {
    expect(parse({ hours: "１．５", attendedOn: "2026/5/31" })).toMatchObject({
      ok: true,
      data: {
        hours: 1.5,
        attendedOn: "2026-05-31",
        title: "依存症の理解",
        inWorkingTime: false,
        publiclyFunded: false,
      },
    });
  });

  test.each([
    { given: { hours: "0.25" }, field: "hours", code: null, because: "a quarter of an hour is the least" },
    { given: { hours: "0" }, field: "hours", code: "tooSmall", because: "no hours are no training" },
    { given: { hours: "24" }, field: "hours", code: null, because: "a day has 24 hours" },
    { given: { hours: "24.25" }, field: "hours", code: "tooLarge", because: "a day has no more" },
    { given: { hours: "1.3" }, field: "hours", code: "step", because: "hours come in quarters" },
    { given: { hours: "一時間" }, field: "hours", code: "notNumber", because: "it is no number" },
    { given: { attendedOn: "2026-06-02" }, field: "attendedOn", code: "future", because: "tomorrow has not been" },
    {
      given: { attendedOn: "2026-02-29" },
      field: "attendedOn",
      code: "invalidDate",
      because: "2026 has no 29 February",
    },
    { given: { topic: "cooking" }, field: "topic", code: "choose", because: "it is none of the topics" },
    { given: { title: "" }, field: "title", code: "missing", because: "a record needs a title" },
    { given: { title: "   " }, field: "title", code: "missing", because: "spaces are no title" },
  ])("$field $given: $because", ({ given, field, code }) => {
    const result = parse({ ...given });
    expect(result.ok ? null : result.problems[field]?.code).toBe(code);
  });
});

test("a chip fills in what fits and leaves out the rest", () => {
  expect(coursePrefill.parse({ title: "A", topic: "cooking", format: "ojt", hours: "1.25" })).toEqual({
    ...{ title: "A", topic: undefined, format: "ojt", hours: "1.25" },
  });
});
