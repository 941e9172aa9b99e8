/** Where a command writes: `out` is the result, `err` everything else. */
import { translator, type Locale } from "../i18n/i18n";

export type Io = {
  /** Writes the result to standard output, a line break after it. */
  out: (text: string) => void;
  /** Writes a message to standard error, a line break after it. */
  err: (text: string) => void;
  /** The language of tables and progress. */
  locale: Locale;
};

/** What every command's file exports as `run`: gives the exit status 0 done, 1 refused, 2 usage. */
export type Command = (args: string[], io: Io) => Promise<number>;

type Translate = ReturnType<typeof translator>;

/** Writes a problem in both languages, Japanese first: who reads a log may not be who ran the command. */
export function complain(io: Io, sentence: (t: Translate) => string): void {
  for (const locale of ["ja", "en"] as const) io.err(sentence(translator(locale)));
}

/** Refuses: a problem in both languages and exit status 1. */
export function refuse(io: Io, sentence: (t: Translate) => string): 1 {
  complain(io, sentence);
  return 1;
}

/** Wrong usage: a problem in both languages and exit status 2. */
export function misuse(io: Io, sentence: (t: Translate) => string): 2 {
  complain(io, sentence);
  return 2;
}
