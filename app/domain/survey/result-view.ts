/**
 * What a reader of results is given: the published cells alone, put in order, without the atoms they were made of: an atom's
 * name would tell that somebody of a group, man or woman, has answered.
 */
import { z } from "zod";

import type { Unit } from "./campaign";
import { FURTHER_SCALES } from "./instruments/bjsq80-items";
import { SCALES, SEXES, type Sex } from "./instruments/bjsq-scales";
import { COEFFICIENT_VERSIONS, nationalMeans, type GroupMeans } from "./group-risk";
import type { Words } from "./instrument";
import type { Questionnaire } from "./questionnaire";
import { familyOf, worthwhileOf, type Family } from "./results";
import { stepsOf } from "./steps";

const means = z.object({ workload: z.number(), control: z.number(), superiors: z.number(), colleagues: z.number() });
const risk = z.object({
  version: z.enum(COEFFICIENT_VERSIONS),
  ...{ sex: z.enum(["male", "female"]), count: z.number(), means },
  ...{ jobRisk: z.number(), supportRisk: z.number(), total: z.number() },
});
const cell = z.object({
  scope: z.enum(["all", "unit", "pool", "waves"]),
  units: z.array(z.string()),
  answered: z.number(),
  means: z.array(z.object({ key: z.string(), mean: z.number(), count: z.number() })),
  distributions: z.array(z.object({ key: z.string(), counts: z.array(z.number()) })),
  highStress: z.number().nullable(),
  risks: z.array(risk),
  totalRisk: z.number().nullable(),
});
/** The stored cells of a survey, without what only later surveys need of them. */
export const publishedSchema = z.object({ health: z.array(cell), satisfaction: z.array(cell) });
export type ShownCell = z.output<typeof cell>;
export type ShownRisk = z.output<typeof risk>;
export type ShownCells = z.output<typeof publishedSchema>;

/** A group with published figures of one family or both. */
export type ResultGroup = {
  scope: ShownCell["scope"];
  /** The names of the groups in it; empty for the whole contract. */
  names: Words[];
  figures: Record<Family, ShownCell | null>;
};

const ORDER: readonly ShownCell["scope"][] = ["all", "unit", "pool", "waves"];

/** The groups that have anything published: the whole first, then offices, pools, and offices over two surveys. */
export function groupsOf(cells: ShownCells, units: readonly Unit[]): ResultGroup[] {
  const nameOf = (unit: string): Words => {
    const found = units.find((one) => one.unit === unit);
    return { ja: found?.name ?? unit, en: found?.nameEn ?? found?.name ?? unit };
  };
  const groups = new Map<string, ResultGroup>();
  for (const scope of ORDER)
    for (const family of ["satisfaction", "health"] as const)
      for (const one of cells[family].filter((candidate) => candidate.scope === scope)) {
        const id = `${scope}|${[...one.units].sort().join("|")}`;
        const names = scope === "all" ? [] : one.units.map(nameOf);
        const group = groups.get(id) ?? { scope, names, figures: { health: null, satisfaction: null } };
        group.figures[family] = one;
        groups.set(id, group);
      }
  return [...groups.values()];
}

/** The groups of the survey that have no figures of their own, though they could be claimed. */
export function unshownUnits(groups: readonly ResultGroup[], units: readonly Unit[]): Words[] {
  if (units.length < 2) return [];
  const shown = new Set(
    groups.filter(({ scope }) => scope === "unit").flatMap(({ names }) => names.map(({ ja }) => ja)),
  );
  return units.filter(({ name }) => !shown.has(name)).map(({ name, nameEn }) => ({ ja: name, en: nameEn ?? name }));
}

export type Norm = { of: Sex | "all"; mean: number };
/** How conditions stand against the national means; null where there is none to compare with. */
export type Standing = "better" | "similar" | "worse" | null;
export type ScaleFigure = {
  key: string;
  name: Words;
  mean: number;
  count: number;
  low: number;
  high: number;
  /** Whether a high figure burdens people or does them good. */
  direction: "burden" | "resource";
  norms: Norm[];
  standing: Standing;
};

const CHART_MEANS: Readonly<Record<string, keyof GroupMeans>> = {
  ...{ quant: "workload", control: "control", boss: "superiors", coworker: "colleagues" },
};
const K6: Words = { ja: "K6（合計点の平均）", en: "K6 (mean total)" };
const FATIGUE: Words = { ja: "疲労蓄積度（点数の平均）", en: "Accumulated fatigue (mean points)" };

/** A difference below this share of the scale's length counts as none: it is within what a few answers move. */
const NOTABLE = 0.03;

/** Where a mean stands: better or worse than every national mean by a notable difference, or similar. */
export function standingOf(figure: Omit<ScaleFigure, "standing" | "key" | "name" | "count">): Standing {
  if (figure.norms.length === 0) return null;
  const margin = (figure.high - figure.low) * NOTABLE;
  const gains = figure.norms.map(({ mean }) => (figure.mean - mean) * (figure.direction === "resource" ? 1 : -1));
  if (gains.every((gain) => gain >= margin)) return "better";
  return gains.every((gain) => gain <= -margin) ? "worse" : "similar";
}

type ScaleFacts = Omit<ScaleFigure, "mean" | "count" | "standing">;

function factsOf(fullKey: string): ScaleFacts | null {
  const [instrument, key = ""] = fullKey.split(":");
  if (instrument === "k6") return { key: fullKey, name: K6, low: 0, high: 24, direction: "burden", norms: [] };
  if (instrument === "fatigue2023")
    return { key: fullKey, name: FATIGUE, low: 0, high: 7, direction: "burden", norms: [] };
  if (instrument === "further") {
    const found = FURTHER_SCALES.find((one) => one.key === key);
    if (!found) return null;
    const norms: Norm[] = [{ of: "all", mean: found.norm.all }];
    return { key: fullKey, name: found.name, low: 1, high: 4, direction: "resource", norms };
  }
  const scale = instrument === "bjsq" ? SCALES.find((one) => one.key === key) : undefined;
  if (!scale) return null;
  const { base, plus, minus, name, direction } = scale;
  const chart = CHART_MEANS[key];
  return {
    ...{
      key: fullKey,
      name,
      direction,
      low: base + plus.length - 4 * minus.length,
      high: base + 4 * plus.length - minus.length,
    },
    norms: chart ? SEXES.map((sex) => ({ of: sex, mean: nationalMeans(sex)[chart] })) : [],
  };
}

/** The means of a cell's scales with the national means where there are any. */
export function scalesOf(figures: ShownCell | null): ScaleFigure[] {
  return (figures?.means ?? []).flatMap(({ key, mean, count }): ScaleFigure[] => {
    const facts = factsOf(key);
    return facts ? [{ ...facts, mean, count, standing: standingOf({ ...facts, mean }) }] : [];
  });
}

export type QuestionFigure = {
  key: string;
  lead: Words;
  text: Words;
  answers: { text: Words; count: number }[];
  answered: number;
};

/** How answers are spread over each question of a family, in the order in which they were asked. */
export function questionsIn(questionnaire: Questionnaire, figures: ShownCell | null, family: Family): QuestionFigure[] {
  const counts = new Map((figures?.distributions ?? []).map((one) => [one.key, one.counts]));
  return stepsOf(questionnaire).flatMap((step): QuestionFigure[] => {
    const given = familyOf(step.key) === family ? counts.get(step.key) : undefined;
    if (!given) return [];
    const answers = step.answers.map(({ text }, index) => ({ text, count: given[index] ?? 0 }));
    const answered = answers.reduce((sum, { count }) => sum + count, 0);
    return [{ key: step.key, lead: step.lead, text: step.text, answers, answered }];
  });
}

export type Worthwhile = { top: number; answered: number; percent: number; met: boolean };

/** How many find their work worthwhile, against the contract's target in percent; null where it was not asked or answered. */
export function worthwhileFigure(figures: ShownCell | null, target: number): Worthwhile | null {
  const found = figures && worthwhileOf(figures);
  if (!found || found.answered === 0) return null;
  const percent = (found.top / found.answered) * 100;
  return { ...found, percent, met: percent >= target };
}

/** A closed survey as a point of a trend. */
export type Wave = {
  campaignId: string;
  title: string;
  titleEn: string | null;
  kind: string;
  closedOn: string;
  /** The whole contract's figures; null where nothing was published. */
  whole: Record<Family, ShownCell | null>;
};

/** A scale's means over surveys, oldest first, null where a survey has none. */
export type ScaleTrend = { key: string; name: Words; direction: ScaleFigure["direction"]; means: (number | null)[] };

/** The scales of several surveys side by side; only what at least two surveys have. */
export function scaleTrends(waves: readonly Wave[]): ScaleTrend[] {
  const byWave = waves.map(({ whole }) => new Map(scalesOf(whole.health).map((scale) => [scale.key, scale])));
  const all = new Map(byWave.flatMap((scales) => [...scales]));
  return [...all.values()].flatMap(({ key, name, direction }): ScaleTrend[] => {
    const row = byWave.map((scales) => scales.get(key)?.mean ?? null);
    return row.filter((mean) => mean !== null).length > 1 ? [{ key, name, direction, means: row }] : [];
  });
}
