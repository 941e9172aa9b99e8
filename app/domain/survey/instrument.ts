/**
 * Questionnaires as data. An instrument has a key and a version; a change of a question is a new version, so that waves
 * stay comparable. Answers are whole numbers by question id, as the printed form numbers them.
 */

/** A text of an instrument in both languages. Where no official English exists, the English is our working translation. */
export type Words = { ja: string; en: string };

export type Item = { id: string; text: Words };

/** Questions that share their answers. The first answer has the value `from`, the next ones follow. */
export type Section = {
  id: string;
  lead: Words;
  /** What stands above the question itself, as "How easily can you talk to …". */
  answers: readonly Words[];
  from: 0 | 1;
  items: readonly Item[];
};

export const INSTRUMENT_KEYS = ["bjsq57", "bjsq23", "bjsq80", "k6", "fatigue2023", "satisfaction"] as const;
export type InstrumentKey = (typeof INSTRUMENT_KEYS)[number];

export type Instrument = {
  key: InstrumentKey;
  version: number;
  name: Words;
  /** Where it comes from and on what terms it may be used; shown beside it. */
  notice: Words;
  /** How long it takes, in minutes. */
  minutes: number;
  sections: readonly Section[];
};

/** Answers by question id. */
export type Answers = Readonly<Record<string, number>>;

/** All questions of an instrument, in order. */
export function itemsOf(instrument: Instrument): Item[] {
  return instrument.sections.flatMap((section) => [...section.items]);
}

/** The values that a question allows; empty for a question that the instrument does not have. */
export function valuesOf(instrument: Instrument, id: string): number[] {
  const section = instrument.sections.find(({ items }) => items.some((item) => item.id === id));
  return section ? section.answers.map((_, index) => section.from + index) : [];
}

export type AnswerProblem = { id: string; code: "missing" | "outOfRange" | "unknown" };

/** What does not fit: questions without an answer, answers out of range, answers to questions that do not exist. */
export function checkAnswers(instrument: Instrument, answers: Answers): AnswerProblem[] {
  const ids = new Set(itemsOf(instrument).map(({ id }) => id));
  const unknown = Object.keys(answers)
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, code: "unknown" as const }));
  const others = [...ids].flatMap((id): AnswerProblem[] => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) return [{ id, code: "missing" }];
    return valuesOf(instrument, id).includes(answer) ? [] : [{ id, code: "outOfRange" }];
  });
  return [...others, ...unknown];
}
