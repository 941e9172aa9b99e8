/**
 * Forms as people fill them in: the fields of a submitted form against a zod schema. What does not fit
 * comes back with everything that was typed, and a code per field that i18n turns into a sentence.
 */
import type { z } from "zod";

/** Why a field does not fit; the texts are common.form.CODE. */
export type FieldProblem = {
  code:
    | "missing"
    | "choose"
    | "invalidDate"
    | "notNumber"
    | "tooSmall"
    | "tooLarge"
    | "tooLong"
    | "step"
    | "future"
    | "email"
    | "atLeast"
    | "atMost"
    | "invalid";
  params?: Record<string, string | number>;
};
export type FormValues = Record<string, string | string[]>;
export type FormResult<T> =
  { ok: true; data: T } | { ok: false; values: FormValues; problems: Record<string, FieldProblem> };

/** The typed values; names ending in [] are lists. Files are left out. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = all;
    else values[name] = all.at(-1)?.trim() ?? "";
  }
  return values;
}

/** Checks a form. Empty text counts as not given. */
export function parseForm<T extends z.ZodType>(schema: T, form: FormData): FormResult<z.output<T>> {
  const values = formValues(form);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, data: result.data };
  const problems: Record<string, FieldProblem> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "form");
    problems[field] ??= problemOf(issue, given[field] === undefined);
  }
  return { ok: false, values, problems };
}

function problemOf(issue: z.core.$ZodIssue, absent: boolean): FieldProblem {
  // why: what is absent may be needed because of another field, and then it says how much.
  if (issue.code === "custom" && issue.params?.params) return issue.params as FieldProblem;
  if (absent) return { code: issue.code === "invalid_value" ? "choose" : "missing" };
  if (issue.code === "custom") return (issue.params ?? {}).code ? (issue.params as FieldProblem) : { code: "invalid" };
  if (issue.code === "too_small") return { code: "tooSmall", params: { min: Number(issue.minimum) } };
  if (issue.code === "too_big") {
    const code = issue.origin === "string" ? "tooLong" : "tooLarge";
    return { code, params: { max: Number(issue.maximum) } };
  }
  if (issue.code === "not_multiple_of") return { code: "step", params: { step: Number(issue.divisor) } };
  if (issue.code === "invalid_format" && issue.format === "email") return { code: "email" };
  if (issue.code === "invalid_type" && issue.expected === "number") return { code: "notNumber" };
  if (issue.code === "invalid_value") return { code: "choose" };
  return { code: "invalid" };
}
