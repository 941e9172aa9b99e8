/** A questionnaire as the steps that somebody goes through: one question at a time, each with all that is needed to answer it. */
import type { Words } from "./instrument";
import { instrumentsOf, SEX_ANSWERS, sheetKey, type Questionnaire, type Sheet } from "./questionnaire";

export type Step = {
  /** The question's name within the sheet. */
  key: string;
  /** What stands above a run of questions. */
  lead: Words;
  text: Words;
  answers: { value: number; text: Words }[];
  required: boolean;
};

const OWN_LEAD: Words = { ja: "受託事業者からの質問です。", en: "Questions of your contractor." };
const SCALE: readonly Words[] = [
  { ja: "まったくそう思わない", en: "Strongly disagree" },
  { ja: "あまりそう思わない", en: "Disagree" },
  { ja: "どちらともいえない", en: "Neither" },
  { ja: "そう思う", en: "Agree" },
  { ja: "とてもそう思う", en: "Strongly agree" },
];
const SEX: Step = {
  key: SEX_ANSWERS.id,
  lead: {
    ja: "仕事のストレス判定図は男女別の全国平均と比べるため、性別をうかがいます。答えなくてもかまいません。",
    en: "The job stress chart compares with national means of men and women, so we ask for your sex. You need not answer.",
  },
  text: { ja: "性別", en: "Sex" },
  answers: [
    { value: 1, text: { ja: "男性", en: "Male" } },
    { value: 2, text: { ja: "女性", en: "Female" } },
    { value: 3, text: { ja: "答えない", en: "Keep it to myself" } },
  ],
  required: false,
};

/** All questions in order. */
export function stepsOf(questionnaire: Questionnaire): Step[] {
  const asked = instrumentsOf(questionnaire).flatMap((instrument) =>
    instrument.sections.flatMap(({ lead, answers, from, items }) =>
      items.map(({ id, text }) => ({
        ...{ key: sheetKey(instrument.key, id), lead, text, required: true },
        answers: answers.map((words, index) => ({ value: from + index, text: words })),
      })),
    ),
  );
  const own = questionnaire.own.map(({ id, text, kind, options }) => ({
    ...{ key: id, lead: OWN_LEAD, text, required: false },
    answers: (kind === "scale" ? SCALE : options).map((words, index) => ({ value: index + 1, text: words })),
  }));
  return [...asked, ...own, ...(questionnaire.asksSex ? [SEX] : [])];
}

/** The first required question without an answer; null where the sheet is complete. */
export function firstMissing(steps: readonly Step[], sheet: Sheet): number | null {
  const index = steps.findIndex(({ key, required }) => required && sheet[key] === undefined);
  return index === -1 ? null : index;
}

/** How many of the questions are answered. */
export function answeredOf(steps: readonly Step[], sheet: Sheet): number {
  return steps.filter(({ key }) => sheet[key] !== undefined).length;
}
