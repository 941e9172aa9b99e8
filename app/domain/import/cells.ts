/**
 * What may stand in a cell, and what it becomes: each kind of cell has one parser, which gives the text that
 * is staged (days as YYYY-MM-DD, months as their first day, booleans as true and false) or what is wrong.
 */
import { isDay, isMonth } from "../../lib/calendar";
import { unharmed } from "../../lib/csv";

import type { Labels } from "./labels";
import type { CellProblem } from "./problems";

export type CellKind =
  /** A reference: staff code, case number. Kept as typed, without blanks around it. */
  | { type: "code" }
  | { type: "text" }
  | { type: "email" }
  | { type: "day" }
  | { type: "month" }
  /** HH:MM. */
  | { type: "time" }
  | { type: "bool" }
  | { type: "choice"; labels: Labels }
  /** Several keys, separated by semicolons. */
  | { type: "tags"; labels: Labels }
  /** `above` is an exclusive lower bound; at most `decimals` digits after the point. */
  | { type: "number"; min?: number; above?: number; max: number; decimals: number; step?: number }
  | { type: "integer"; min: number; max: number };

/** The staged text, "" for an empty cell; or what is wrong. */
export type Parsed = { value: string } | { problem: CellProblem };

export const MAX_CODE_LENGTH = 64;
export const MAX_TEXT_LENGTH = 500;

/** Reads one cell as its kind. An empty cell is an empty value whatever the kind. */
export function parseCell(kind: CellKind, raw: string): Parsed {
  if (kind.type === "text") return text(unharmed(trimBlanks(raw)));
  const typed = unharmed(raw.trim());
  if (typed === "") return { value: "" };
  if (kind.type === "code") return code(typed);
  const plain = typed.normalize("NFKC").trim();
  switch (kind.type) {
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) && plain.length <= 254 ? { value: plain } : wrong("email");
    case "day":
      return day(plain);
    case "month":
      return month(plain);
    case "time":
      return time(plain);
    case "bool":
      return bool(plain);
    case "choice":
      return choice(kind.labels, plain);
    case "tags":
      return tags(kind.labels, plain);
    case "number":
      return number(kind, plain);
    case "integer":
      return number({ ...kind, decimals: 0 }, plain);
  }
}

function wrong(code: CellProblem["code"], params: CellProblem["params"] = {}): Parsed {
  return { problem: { code, params } };
}

function trimBlanks(raw: string): string {
  return raw.replace(/^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g, "");
}

function text(typed: string): Parsed {
  return typed.length > MAX_TEXT_LENGTH ? wrong("text_too_long", { max: MAX_TEXT_LENGTH }) : { value: typed };
}

function code(typed: string): Parsed {
  if (typed.length > MAX_CODE_LENGTH) return wrong("text_too_long", { max: MAX_CODE_LENGTH });
  return /\p{Cc}/u.test(typed) ? wrong("code") : { value: typed };
}

/** A spreadsheet may add midnight to a date; any other time of day is not a day. */
const DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: 0?0:00(?::00)?)?$/;

function dayFrom(plain: string): string | null {
  const match = DAY.exec(plain);
  if (!match) return null;
  const iso = `${match[1]}-${match[3]?.padStart(2, "0")}-${match[4]?.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

function day(plain: string): Parsed {
  const iso = dayFrom(plain);
  if (iso !== null) return { value: iso };
  return wrong(DAY.test(plain) ? "day_unknown" : "day");
}

function month(plain: string): Parsed {
  const match = /^(\d{4})[-/](\d{1,2})$/.exec(plain);
  const iso = match ? `${match[1]}-${match[2]?.padStart(2, "0")}` : (dayFrom(plain) ?? "").replace(/-01$/, "");
  return isMonth(iso) && iso >= "1900" ? { value: `${iso}-01` } : wrong("month");
}

function time(plain: string): Parsed {
  const match = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(plain);
  return match && Number(match[1]) < 24 ? { value: `${match[1]?.padStart(2, "0")}:${match[2]}` } : wrong("time");
}

function bool(plain: string): Parsed {
  if (["true", "1", "はい"].includes(plain.toLowerCase())) return { value: "true" };
  return ["false", "0", "いいえ"].includes(plain.toLowerCase()) ? { value: "false" } : wrong("bool");
}

function keyOf(labels: Labels, plain: string): string | undefined {
  const lower = plain.toLowerCase();
  const isMeant = (word: string): boolean => word.normalize("NFKC").toLowerCase() === lower;
  return Object.keys(labels).find((key) => isMeant(key) || labels[key]?.some(isMeant));
}

function choice(labels: Labels, plain: string): Parsed {
  const key = keyOf(labels, plain);
  return key ? { value: key } : wrong("choice", { allowed: Object.keys(labels).join(", ") });
}

function tags(labels: Labels, plain: string): Parsed {
  const given = plain.split(";").flatMap((part) => part.trim() || []);
  const unknown = given.find((part) => keyOf(labels, part) === undefined);
  if (unknown !== undefined)
    return wrong("tag", { tag: unknown.slice(0, 40), allowed: Object.keys(labels).join(", ") });
  const keys = new Set(given.map((part) => keyOf(labels, part)));
  // why: one order, so that the same tags in another order are no change.
  return {
    value: Object.keys(labels)
      .filter((key) => keys.has(key))
      .join(";"),
  };
}

type Bounds = { min?: number; above?: number; max: number; decimals: number; step?: number };

function number(bounds: Bounds, plain: string): Parsed {
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/.test(plain) || !/\d/.test(plain)) return wrong("number");
  const value = Number(plain.replaceAll(",", ""));
  if (bounds.above !== undefined && value <= bounds.above)
    return wrong("too_small_above", { above: bounds.above, max: bounds.max });
  if (bounds.min !== undefined && value < bounds.min) return wrong("too_small", { min: bounds.min, max: bounds.max });
  if (value > bounds.max) {
    if (bounds.above !== undefined) return wrong("too_large_above", { above: bounds.above, max: bounds.max });
    return wrong("too_large", { min: bounds.min ?? 0, max: bounds.max });
  }
  // why: decimal steps (0.25) divide exactly in binary; other decimals are compared as text.
  if (bounds.step !== undefined && !Number.isInteger(value / bounds.step)) return wrong("step", { step: bounds.step });
  const digits = plain.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  if (digits > bounds.decimals)
    return bounds.decimals === 0 ? wrong("integer") : wrong("decimals", { decimals: bounds.decimals });
  return { value: String(value) };
}
