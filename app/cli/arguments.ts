/** Reads a command's arguments; a wrong one is reported in both languages and ends with exit status 2. */
import { parseArgs } from "node:util";

import { isDay } from "../lib/calendar";
import { misuse, type Io } from "./io";

type Kind = "text" | "day" | "flag";
type Spec = Readonly<Record<string, { kind: Kind; required?: boolean }>>;

type Value<S extends { kind: Kind; required?: boolean }> = S["kind"] extends "flag"
  ? boolean
  : S extends { required: true }
    ? string
    : string | undefined;

export type Arguments<S extends Spec> = { options: { [K in keyof S]: Value<S[K]> }; words: string[] };

/**
 * Reads `--name value` and `--flag` options and free words.
 * @returns null after the problem was reported: the command then returns 2
 */
export function readArguments<const S extends Spec>(args: string[], spec: S, io: Io): Arguments<S> | null {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, { kind }]) => [name, { type: kind === "flag" ? "boolean" : "string" } as const]),
  );
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (error) {
    misuse(io, (t) => t("kpi.cli.badOption", { detail: (error as Error).message }));
    return null;
  }
  for (const [name, { kind, required }] of Object.entries(spec)) {
    const value = parsed.values[name];
    if (kind === "flag") parsed.values[name] = value === true;
    else if (required && (value === undefined || value === "")) {
      misuse(io, (t) => t("kpi.cli.missingOption", { name: `--${name}` }));
      return null;
    } else if (kind === "day" && value !== undefined && !isDay(String(value))) {
      misuse(io, (t) => t("kpi.cli.badDay", { name: `--${name}`, value: String(value) }));
      return null;
    }
  }
  return { options: parsed.values as Arguments<S>["options"], words: parsed.positionals };
}
