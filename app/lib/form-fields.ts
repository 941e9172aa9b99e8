/** zod schemas of the kinds of field that forms share. */
import { z } from "zod";

import { isDay, type Day } from "./calendar";

/** A day that exists, typed with hyphens or slashes. */
export function dayField() {
  return z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, toDay))
    .refine(isDay, { params: { code: "invalidDate" } });
}

/** A day up to and including another. */
export function dayUpTo(last: Day) {
  return dayField().refine((day) => day <= last, { params: { code: "future" } });
}

/** A number, full-width digits allowed. */
export function numberField() {
  return z.preprocess(
    (value) => (typeof value === "string" ? Number(value.normalize("NFKC").replaceAll(",", "")) : value),
    z.number(),
  );
}

/** A checkbox: present or not. */
export function checkboxField() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined);
}

/** Text of at most so many characters. */
export function textField(max: number) {
  return z.string().max(max);
}

function toDay(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
