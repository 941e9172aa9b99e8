/**
 * What a closed survey tells: figures of the cells that may be published, and of nothing else. Questions on health follow the
 * legal minimum of ten, questions on satisfaction five for contract and offices.
 */
import { byTotal23, byTotal57, rawScore } from "./bjsq";
import { furtherScores } from "./bjsq80";
import { cellsOfWave, publishable, type Atom, type Cell, type Sizes } from "./disclosure";
import { fatigue } from "./fatigue";
import { groupRisk, weightedTotal, type GroupRisk } from "./group-risk";
import type { InstrumentKey } from "./instrument";
import { SCALES, SEXES, type Sex } from "./instruments/bjsq-scales";
import { k6Total } from "./k6";
import { answersOf, questionsOf, SEX_ANSWERS, type Questionnaire, type Sheet } from "./questionnaire";

export type GivenSheet = { wave: string; unit: string; sheet: Sheet };

/** A mean over a cell's answers. */
export type Mean = { key: string; mean: number; count: number };
/** Answers per value of a question, in the order of its values. */
export type Distribution = { key: string; counts: number[] };
export type RiskOfSex = GroupRisk & {
  sex: Sex;
  count: number;
  means: { workload: number; control: number; superiors: number; colleagues: number };
};

/** The figures of one published cell. */
export type PublishedCell = {
  key: string;
  scope: "all" | "unit" | "pool" | "waves";
  /** The groups in it. */
  units: string[];
  /** Atoms in it, and the parts of it that are shown apart, so that later waves can be weighed against them. */
  atoms: Atom[];
  parts: Cell[];
  answered: number;
  means: Mean[];
  distributions: Distribution[];
  /** How many are in the high-stress range, by total points; null where the instrument is not asked. */
  highStress: number | null;
  risks: RiskOfSex[];
  totalRisk: number | null;
};
export type Published = { health: PublishedCell[]; satisfaction: PublishedCell[] };
export type Family = keyof Published;

const HEALTH: readonly InstrumentKey[] = ["bjsq57", "bjsq23", "bjsq80", "k6", "fatigue2023"];

/** The family that a question belongs to, by its full name. */
export function familyOf(key: string): Family {
  return HEALTH.some((instrument) => key.startsWith(`${instrument}:`)) ? "health" : "satisfaction";
}

/** An atom: one group in one wave, men, women and those who kept it to themselves apart. */
export function atomOf({ wave, unit, sheet }: GivenSheet): Atom {
  return `${wave}|${unit}|${sexOf(sheet) ?? "-"}`;
}

function sexOf(sheet: Sheet): Sex | null {
  return SEXES[(sheet[SEX_ANSWERS.id] ?? 3) - 1] ?? null;
}

export type ResultInput = {
  wave: string;
  questionnaire: Questionnaire;
  units: readonly string[];
  sheets: readonly GivenSheet[];
  /** Sheets of the wave before that asked the same, for groups too small by themselves. */
  before: readonly GivenSheet[];
  /** Cells published of earlier waves, and how many answers each of their atoms has. */
  published: Record<Family, readonly Cell[]>;
  publishedSizes: Sizes;
  minimum: Record<Family, number>;
};

/** What may be published of a wave, beside what was published before. */
export function resultOf(input: ResultInput): Published {
  return { health: familyResult(input, "health"), satisfaction: familyResult(input, "satisfaction") };
}

function familyResult(input: ResultInput, family: Family): PublishedCell[] {
  const questions = questionsOf(input.questionnaire).filter(
    ({ key }) => key !== SEX_ANSWERS.id && familyOf(key) === family,
  );
  if (questions.length === 0) return [];
  const all = [...input.sheets, ...input.before];
  const sizes: Sizes = new Map([...input.publishedSizes, ...sizesOf(all)]);
  const minimum = input.minimum[family];
  const earlier = input.published[family];
  const merged = mergeSexes(input.sheets);
  const units = input.units.map((unit) => ({ unit, atom: unit }));
  const unitSizes: Sizes = new Map(input.units.map((unit) => [unit, merged.get(unit)?.length ?? 0]));
  const chosen = cellsOfWave(input.wave, units, [], unitSizes, minimum);
  const atomsOf = (names: readonly string[], sheets: readonly GivenSheet[]) => [
    ...new Set(sheets.filter(({ unit }) => names.includes(unit)).map(atomOf)),
  ];
  const wished = [
    ...(chosen.whole ? [{ scope: "all" as const, units: [...input.units], key: `${input.wave}:all` }] : []),
    ...chosen.units.map((cell) => ({ scope: "unit" as const, units: [...cell.atoms], key: cell.key })),
    ...(chosen.pool ? [{ scope: "pool" as const, units: chosen.pool.units, key: chosen.pool.key }] : []),
  ].map((cell) => ({ ...cell, atoms: atomsOf(cell.units, input.sheets) }));
  const kept = publishable(wished, earlier, sizes, minimum) as typeof wished;
  const alone = new Set(kept.flatMap((cell) => (cell.scope === "unit" ? cell.units : [])));
  const overWaves = input.units
    .filter((unit) => !alone.has(unit) && input.units.length > 1)
    .map((unit) => ({
      scope: "waves" as const,
      units: [unit],
      key: `${input.wave}:${unit}:waves`,
      atoms: atomsOf([unit], all),
    }));
  const keptOver = publishable(overWaves, [...earlier, ...kept], sizes, minimum) as typeof overWaves;
  const cells = [...kept, ...keptOver];
  const bySex =
    family === "health" ? riskCells(input, kept, [...earlier, ...cells], sizes) : new Map<string, SexPart[]>();
  return cells.map((cell) => {
    const inside = new Set(cell.atoms);
    const sheets = (cell.scope === "waves" ? all : input.sheets).filter((one) => inside.has(atomOf(one)));
    return figuresOf(cell, sheets, questions, family, bySex.get(cell.key) ?? []);
  });
}

type SexPart = Cell & { sex: Sex };

/** For which published cells men and women may be shown apart, as the job stress chart needs them. */
function riskCells(
  input: ResultInput,
  cells: readonly { key: string; atoms: readonly Atom[] }[],
  published: readonly Cell[],
  sizes: Sizes,
): Map<string, SexPart[]> {
  const shown = new Map<string, SexPart[]>();
  const so: Cell[] = [];
  for (const cell of cells)
    for (const sex of SEXES) {
      const part = { key: `${cell.key}:${sex}`, atoms: cell.atoms.filter((atom) => atom.endsWith(`|${sex}`)) };
      const [may] = publishable([part], [...published, ...so], sizes, input.minimum.health);
      if (!may) continue;
      so.push(part);
      shown.set(cell.key, [...(shown.get(cell.key) ?? []), { ...part, sex }]);
    }
  return shown;
}

function figuresOf(
  cell: { key: string; scope: PublishedCell["scope"]; units: string[]; atoms: Atom[] },
  sheets: readonly GivenSheet[],
  questions: readonly { key: string; values: number[] }[],
  family: Family,
  sexes: readonly SexPart[],
): PublishedCell {
  const distributions = questions.map(({ key, values }) => ({
    key,
    counts: values.map((value) => sheets.filter(({ sheet }) => sheet[key] === value).length),
  }));
  const risks = sexes.flatMap(({ sex }) =>
    riskOf(
      sheets.filter(({ sheet }) => sexOf(sheet) === sex),
      sex,
    ),
  );
  return {
    ...{
      key: cell.key,
      scope: cell.scope,
      units: cell.units,
      atoms: cell.atoms,
      answered: sheets.length,
      distributions,
      parts: sexes.map(({ key, atoms }) => ({ key, atoms })),
    },
    means: family === "health" ? healthMeans(sheets) : satisfactionMeans(sheets, questions),
    highStress: family === "health" ? highStress(sheets) : null,
    risks,
    totalRisk: weightedTotal(risks.map(({ count, total }) => ({ size: count, total }))),
  };
}

function healthMeans(sheets: readonly GivenSheet[]): Mean[] {
  const stress = sheets.map(({ sheet }) => bjsqOf(sheet));
  const ofScales = SCALES.flatMap(({ key, ...scale }) =>
    meanOf(
      `bjsq:${key}`,
      stress.map((form) => rawScore(form, scale)),
    ),
  );
  const scores: [string, (sheet: Sheet) => number | null][] = [
    ["k6:total", (sheet) => k6Total(answersOf(sheet, "k6"))],
    ["fatigue2023:points", (sheet) => fatigue(answersOf(sheet, "fatigue2023"))?.points ?? null],
  ];
  const further = new Set(
    sheets.flatMap(({ sheet }) => furtherScores(answersOf(sheet, "bjsq80")).map(({ key }) => key)),
  );
  for (const key of further)
    scores.push([
      `further:${key}`,
      (sheet) => furtherScores(answersOf(sheet, "bjsq80")).find((one) => one.key === key)?.score ?? null,
    ]);
  const others = scores.flatMap(([key, score]) =>
    meanOf(
      key,
      sheets.map(({ sheet }) => score(sheet)),
    ),
  );
  return [...ofScales, ...others];
}

function satisfactionMeans(sheets: readonly GivenSheet[], questions: readonly { key: string }[]): Mean[] {
  return questions.flatMap(({ key }) =>
    meanOf(
      key,
      sheets.map(({ sheet }) => sheet[key] ?? null),
    ),
  );
}

function meanOf(key: string, values: readonly (number | null)[]): Mean[] {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return [];
  return [{ key, mean: given.reduce((sum, value) => sum + value, 0) / given.length, count: given.length }];
}

/** The answers of whichever of the three forms of the stress questionnaire was asked. */
export function bjsqOf(sheet: Sheet): Sheet {
  return { ...answersOf(sheet, "bjsq23"), ...answersOf(sheet, "bjsq57"), ...answersOf(sheet, "bjsq80") };
}

function highStress(sheets: readonly GivenSheet[]): number | null {
  const judged = sheets.map(({ sheet }) => bjsqOf(sheet)).map((form) => byTotal57(form) ?? byTotal23(form));
  return judged.every((one) => one === null) ? null : judged.filter((one) => one?.isHighStress).length;
}

function riskOf(sheets: readonly GivenSheet[], sex: Sex): RiskOfSex[] {
  const stress = sheets.map(({ sheet }) => bjsqOf(sheet));
  const mean = (key: string): number | null => {
    const scale = SCALES.find((one) => one.key === key);
    const [found] = scale
      ? meanOf(
          key,
          stress.map((form) => rawScore(form, scale)),
        )
      : [];
    return found?.count === sheets.length ? found.mean : null;
  };
  const [workload, control, superiors, colleagues] = [mean("quant"), mean("control"), mean("boss"), mean("coworker")];
  if (workload === null || control === null || superiors === null || colleagues === null) return [];
  const means = { workload, control, superiors, colleagues };
  return [{ ...groupRisk(means, sex), sex, count: sheets.length, means }];
}

function sizesOf(sheets: readonly GivenSheet[]): Sizes {
  const sizes = new Map<Atom, number>();
  for (const sheet of sheets) sizes.set(atomOf(sheet), (sizes.get(atomOf(sheet)) ?? 0) + 1);
  return sizes;
}

function mergeSexes(sheets: readonly GivenSheet[]): Map<string, GivenSheet[]> {
  const units = new Map<string, GivenSheet[]>();
  for (const sheet of sheets) {
    const before = units.get(sheet.unit);
    if (before) before.push(sheet);
    else units.set(sheet.unit, [sheet]);
  }
  return units;
}

/** The question that the KPI on worthwhile work rests on, and the values that count as agreement. */
export const WORTHWHILE = { key: "satisfaction:meaning", from: 4 } as const;

/** Answers of the top two values and all answers to 働きがい in a cell; null where it is not asked. */
export function worthwhileOf(cell: Pick<PublishedCell, "distributions">): { top: number; answered: number } | null {
  const found = cell.distributions.find(({ key }) => key === WORTHWHILE.key);
  if (!found) return null;
  const answered = found.counts.reduce((sum, count) => sum + count, 0);
  const top = found.counts.slice(WORTHWHILE.from - 1).reduce((sum, count) => sum + count, 0);
  return { top, answered };
}

/**
 * Whether a wave must be withheld: where everyone answered both this wave and the one before, and the people differ by fewer
 * than the minimum, the difference of the two waves would speak of those few.
 */
export function isTellingChange(
  before: { people: ReadonlySet<string>; answered: number } | null,
  now: { people: ReadonlySet<string>; answered: number },
  minimum: number,
): boolean {
  if (!before || before.answered < before.people.size || now.answered < now.people.size) return false;
  const changed =
    [...now.people].filter((id) => !before.people.has(id)).length +
    [...before.people].filter((id) => !now.people.has(id)).length;
  return changed > 0 && changed < minimum;
}
