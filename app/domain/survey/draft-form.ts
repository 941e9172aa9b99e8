/** The form of a survey's draft, its presets, and what it becomes. */
import { z } from "zod";

import { addDays, fiscalYearOf, type Day } from "../../lib/calendar";
import { checkboxField, dayField, textField } from "../../lib/form-fields";
import { CAMPAIGN_KINDS, type Campaign } from "./campaign";
import type { InstrumentKey, Words } from "./instrument";
import { instrumentOf } from "./instruments/catalogue";
import { questionnaireSchema, type OwnQuestion } from "./questionnaire";

/** The forms of the job stress questionnaire: one of them at most. */
export const STRESS_FORMS = ["bjsq23", "bjsq57", "bjsq80"] as const satisfies readonly InstrumentKey[];
/** What can be asked beside it. */
export const OTHER_INSTRUMENTS = ["satisfaction", "fatigue2023", "k6"] as const satisfies readonly InstrumentKey[];
export const MOST_OWN = 10;

const MOST_OPTIONS = 10;
const MOST_TEXT = 200;
const list = z.array(z.string()).default([]);

const fields = z.object({
  title: textField(120),
  titleEn: textField(120).optional(),
  kind: z.enum(CAMPAIGN_KINDS),
  bjsq: z.enum(["none", ...STRESS_FORMS]).default("none"),
  instruments: z.array(z.enum(OTHER_INSTRUMENTS)).default([]),
  asksSex: checkboxField(),
  freeText: checkboxField(),
  opensOn: dayField(),
  closesOn: dayField(),
  ...{ ownJa: list, ownEn: list, ownKind: list, ownOptionsJa: list, ownOptionsEn: list },
});
type Fields = z.output<typeof fields>;

export type TypedQuestion = { ja: string; en: string; kind: string; optionsJa: string; optionsEn: string };

/** The own questions as they stand in a form's parallel lists. */
export function typedQuestions(given: {
  [K in "ownJa" | "ownEn" | "ownKind" | "ownOptionsJa" | "ownOptionsEn"]: string[];
}): TypedQuestion[] {
  return given.ownJa.map((ja, index) => ({
    ...{ ja: ja.trim(), en: given.ownEn[index]?.trim() ?? "", kind: given.ownKind[index] ?? "scale" },
    ...{ optionsJa: given.ownOptionsJa[index] ?? "", optionsEn: given.ownOptionsEn[index] ?? "" },
  }));
}

/** An own question as text fields hold it. */
export function questionAsTyped({ text, kind, options }: OwnQuestion): TypedQuestion {
  const lines = (language: keyof Words) => options.map((one) => one[language]).join("\n");
  return { ja: text.ja, en: text.en, kind, optionsJa: lines("ja"), optionsEn: lines("en") };
}

/** The question, or null where something of it is missing or does not fit. */
function questionFrom(given: TypedQuestion, id: string): OwnQuestion | null {
  const { ja, en } = given;
  if (!ja || !en || Math.max(ja.length, en.length) > MOST_TEXT) return null;
  if (given.kind !== "choice") return { id, text: { ja, en }, kind: "scale", options: [] };
  const [japanese, english] = [lines(given.optionsJa), lines(given.optionsEn)];
  const fits = japanese.length >= 2 && japanese.length <= MOST_OPTIONS && japanese.length === english.length;
  if (!fits || [...japanese, ...english].some((line) => line.length > MOST_TEXT)) return null;
  return {
    ...{ id, text: { ja, en }, kind: "choice" },
    options: japanese.map((line, index) => ({ ja: line, en: english[index] ?? line })),
  };
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function isBlank({ ja, en, optionsJa, optionsEn }: TypedQuestion): boolean {
  return `${ja}${en}${optionsJa}${optionsEn}`.trim() === "";
}

/**
 * The form against a day: a survey cannot close before today or before it opens.
 * @param allowsComments whether the ward allows comments; without, a tick is a problem
 */
export function draftForm(today: Day, allowsComments: (fiscalYear: number) => boolean) {
  return fields.transform((given, context) => {
    const problem = (field: string, code: string, params = {}) =>
      context.addIssue({ code: "custom", path: [field], params: { code, params } });
    if (given.closesOn < today || given.closesOn < given.opensOn) problem("closesOn", "invalid");
    if (given.freeText && !allowsComments(fiscalYearOf(given.opensOn))) problem("freeText", "invalid");
    const own = typedQuestions(given)
      .map((typed, index) => ({ typed, number: index + 1 }))
      .filter(({ typed }) => !isBlank(typed))
      .flatMap(({ typed, number }): OwnQuestion[] => {
        const question = questionFrom(typed, `Q${number}`);
        if (!question || number > MOST_OWN) problem(`own${number}`, "invalid");
        return question ? [question] : [];
      });
    const questionnaire = questionnaireFrom(given, own);
    if (questionnaire.instruments.length + own.length === 0) problem("instruments", "choose");
    return {
      ...{
        title: given.title,
        titleEn: given.titleEn ?? null,
        kind: given.kind,
        fiscalYear: fiscalYearOf(given.opensOn),
      },
      ...{ questionnaire, freeText: given.freeText, opensOn: given.opensOn, closesOn: given.closesOn },
    };
  });
}

function questionnaireFrom(given: Fields, own: OwnQuestion[]): z.output<typeof questionnaireSchema> {
  const keys: InstrumentKey[] = [...given.instruments, ...(given.bjsq === "none" ? [] : [given.bjsq])];
  const instruments = keys.map((key) => ({ key, version: instrumentOf(key).version }));
  // why: only the job stress chart needs it, and nobody is asked for what nothing is made of.
  const asksSex = given.asksSex && given.bjsq !== "none";
  return { instruments, own: own.map((question, index) => ({ ...question, id: `Q${index + 1}` })), asksSex };
}

export const PRESETS = ["annual57", "annual80", "pulse"] as const;
export type Preset = (typeof PRESETS)[number];
const WAIT_DAYS = 7;
const PRESET_PARTS = {
  annual57: { kind: "annual", keys: ["satisfaction", "bjsq57"], asksSex: true, days: 20 },
  annual80: { kind: "annual", keys: ["satisfaction", "bjsq80"], asksSex: true, days: 20 },
  pulse: { kind: "pulse", keys: ["satisfaction", "fatigue2023"], asksSex: false, days: 6 },
} as const satisfies Record<Preset, object>;

export type DraftFields = Pick<
  Campaign,
  "title" | "titleEn" | "kind" | "questionnaire" | "freeText" | "opensOn" | "closesOn"
>;

/** What a preset fills in, but for its title: opening in a week, annual surveys for three weeks, pulses for one. */
export function presetFields(preset: Preset, today: Day): Omit<DraftFields, "title" | "titleEn"> {
  const { kind, keys, asksSex, days } = PRESET_PARTS[preset];
  const opensOn = addDays(today, WAIT_DAYS);
  const instruments = keys.map((key) => ({ key, version: instrumentOf(key).version }));
  return {
    ...{ kind, questionnaire: { instruments, own: [], asksSex }, freeText: false },
    ...{ opensOn, closesOn: addDays(opensOn, days) },
  };
}
