/**
 * What a survey asks: instruments with the version they had, and own questions. Frozen with the survey, so that a later
 * change of an instrument never changes what was asked.
 */
import { z } from "zod";

import { INSTRUMENT_KEYS, itemsOf, valuesOf, type Answers, type Instrument, type InstrumentKey } from "./instrument";
import { instrumentOf } from "./instruments/catalogue";

const words = z.object({ ja: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });

export const ownQuestion = z.object({
  id: z.string().regex(/^Q\d{1,2}$/),
  text: words,
  /** scale: five points from 1 (not at all) to 5 (very much) · choice: one of the options, numbered from 1. */
  kind: z.enum(["scale", "choice"]),
  options: z.array(words).max(10).default([]),
});
export type OwnQuestion = z.output<typeof ownQuestion>;

export const questionnaireSchema = z
  .object({
    instruments: z.array(z.object({ key: z.enum(INSTRUMENT_KEYS), version: z.number().int().positive() })).max(6),
    own: z.array(ownQuestion).max(20),
    /** Whether men and women are asked for, which the job stress chart needs; answering it is free. */
    asksSex: z.boolean().default(false),
  })
  .refine(({ instruments, own }) => instruments.length + own.length > 0);
export type Questionnaire = z.output<typeof questionnaireSchema>;

/** One sheet as it is sent: answers by "INSTRUMENT:ID" or own question id. */
export type Sheet = Answers;

/** The sex as the job stress chart's tables know it, or "keep to myself". */
export const SEX_ANSWERS = { id: "sex", values: [1, 2, 3] } as const;

/** The full name of a question within a sheet. */
export function sheetKey(instrument: InstrumentKey, id: string): string {
  return `${instrument}:${id}`;
}

/** The answers to one instrument, by its own ids. */
export function answersOf(sheet: Sheet, instrument: InstrumentKey): Answers {
  const prefix = `${instrument}:`;
  return Object.fromEntries(
    Object.entries(sheet).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

export function instrumentsOf(questionnaire: Questionnaire): Instrument[] {
  return questionnaire.instruments.map(({ key }) => instrumentOf(key));
}

/** The values that are allowed for each question of the questionnaire, in its order. */
export function questionsOf(questionnaire: Questionnaire): { key: string; values: number[]; required: boolean }[] {
  const asked = instrumentsOf(questionnaire).flatMap((instrument) =>
    itemsOf(instrument).map(({ id }) => ({
      key: sheetKey(instrument.key, id),
      values: valuesOf(instrument, id),
      required: true,
    })),
  );
  const own = questionnaire.own.map(({ id, kind, options }) => ({
    key: id,
    values: Array.from({ length: kind === "scale" ? 5 : options.length }, (_, index) => index + 1),
    required: false,
  }));
  const sex = questionnaire.asksSex ? [{ key: SEX_ANSWERS.id, values: [...SEX_ANSWERS.values], required: false }] : [];
  return [...asked, ...own, ...sex];
}

export type SheetProblem = { key: string; code: "missing" | "outOfRange" | "unknown" };

/** What does not fit in a sheet; empty where it can be taken. */
export function checkSheet(questionnaire: Questionnaire, sheet: Sheet): SheetProblem[] {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.key, question]));
  const given = Object.entries(sheet).flatMap(([key, value]): SheetProblem[] => {
    const question = questions.get(key);
    if (!question) return [{ key, code: "unknown" }];
    return question.values.includes(value) ? [] : [{ key, code: "outOfRange" }];
  });
  const missing = [...questions.values()].flatMap(({ key, required }): SheetProblem[] =>
    required && !Object.hasOwn(sheet, key) ? [{ key, code: "missing" }] : [],
  );
  return [...missing, ...given];
}
