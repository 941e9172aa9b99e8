/** A closed survey's results as a page and a file show them: one group in detail, all groups side by side, and over time. */
import type { CampaignKind, Unit } from "./campaign";
import type { Words } from "./instrument";
import { instrumentsOf, questionsOf, SEX_ANSWERS, type Questionnaire } from "./questionnaire";
import { familyOf, type Family } from "./results";
import {
  groupsOf,
  questionsIn,
  scalesOf,
  scaleTrends,
  unshownUnits,
  worthwhileFigure,
  type QuestionFigure,
  type ResultGroup,
  type ScaleFigure,
  type ScaleTrend,
  type ShownCells,
  type ShownRisk,
  type Wave,
  type Worthwhile,
} from "./result-view";

/** What was published of a closed survey, with what is needed to put it in words. */
export type ClosedSurvey = {
  id: string;
  title: string;
  titleEn: string | null;
  kind: CampaignKind;
  fiscalYear: number;
  questionnaire: Questionnaire;
  freeText: boolean;
  units: Unit[];
  openedOn: string;
  closedOn: string;
  eligible: number;
  answered: number;
  cells: ShownCells;
  /** The contract's target for worthwhile work in percent. */
  target: number;
  /** Every closed survey of the contract, oldest first, this one included. */
  waves: Wave[];
};

export type GroupName = Pick<ResultGroup, "scope" | "names">;
export type GroupFigures = GroupName & {
  /** The answers that its figures rest on; null where nothing of the family is published. */
  answered: Record<Family, number | null>;
  worthwhile: Worthwhile | null;
  risks: ShownRisk[];
  totalRisk: number | null;
};
export type GroupDetail = GroupFigures & {
  scales: ScaleFigure[];
  /** Answers within the range that the questionnaire's manual calls high stress, of all. */
  highStress: { count: number; of: number } | null;
  questions: Record<Family, QuestionFigure[]>;
};
export type TrendPoint = Omit<Wave, "whole"> & { worthwhile: Worthwhile | null; totalRisk: number | null };

export type ResultPage = Pick<
  ClosedSurvey,
  "id" | "title" | "titleEn" | "kind" | "fiscalYear" | "openedOn" | "closedOn" | "eligible" | "answered" | "target"
> & {
  /** The instruments used, with their source and terms, which are to stand beside what is made of them. */
  instruments: { name: Words; notice: Words }[];
  /** Which families were asked. */
  asked: Record<Family, boolean>;
  groups: GroupFigures[];
  selected: number;
  /** Null where nothing is published. */
  group: GroupDetail | null;
  unshown: Words[];
  trend: { points: TrendPoint[]; scales: ScaleTrend[] };
};

/** The page with one group in detail: the whole unless another is wished for. */
export function resultPage(survey: ClosedSurvey, wished = 0): ResultPage {
  const groups = groupsOf(survey.cells, survey.units);
  const selected = groups[wished] ? wished : 0;
  const chosen = groups[selected];
  const { id, title, titleEn, kind, fiscalYear, openedOn, closedOn, eligible, answered, target } = survey;
  const keys = questionsOf(survey.questionnaire).filter(({ key }) => key !== SEX_ANSWERS.id);
  const asks = (family: Family) => keys.some(({ key }) => familyOf(key) === family);
  return {
    ...{ id, title, titleEn, kind, fiscalYear, openedOn, closedOn, eligible, answered, target, selected },
    instruments: instrumentsOf(survey.questionnaire).map(({ name, notice }) => ({ name, notice })),
    asked: { health: asks("health"), satisfaction: asks("satisfaction") },
    groups: groups.map((group) => groupFigures(survey, group)),
    group: chosen ? groupDetail(survey, chosen) : null,
    unshown: unshownUnits(groups, survey.units),
    trend: { points: survey.waves.map((wave) => trendPoint(wave, target)), scales: scaleTrends(survey.waves) },
  };
}

/** The group that an address asks for with ?group=N; the whole where it asks for none. */
export function wishedGroup(params: URLSearchParams): number {
  return Number.parseInt(params.get("group") ?? "0", 10) || 0;
}

/** Every group with published figures, in detail. */
export function allGroups(survey: ClosedSurvey): GroupDetail[] {
  return groupsOf(survey.cells, survey.units).map((group) => groupDetail(survey, group));
}

function groupFigures(survey: ClosedSurvey, { scope, names, figures }: ResultGroup): GroupFigures {
  return {
    ...{ scope, names },
    answered: { health: figures.health?.answered ?? null, satisfaction: figures.satisfaction?.answered ?? null },
    worthwhile: worthwhileFigure(figures.satisfaction, survey.target),
    risks: figures.health?.risks ?? [],
    totalRisk: figures.health?.totalRisk ?? null,
  };
}

function groupDetail(survey: ClosedSurvey, group: ResultGroup): GroupDetail {
  const { health } = group.figures;
  const highStress = health && health.highStress !== null ? { count: health.highStress, of: health.answered } : null;
  const questions = (family: Family) => questionsIn(survey.questionnaire, group.figures[family], family);
  return {
    ...groupFigures(survey, group),
    ...{ scales: scalesOf(health), highStress },
    questions: { health: questions("health"), satisfaction: questions("satisfaction") },
  };
}

/** A survey as a point over time. */
export function trendPoint({ whole, ...wave }: Wave, target: number): TrendPoint {
  return {
    ...wave,
    worthwhile: worthwhileFigure(whole.satisfaction, target),
    totalRisk: whole.health?.totalRisk ?? null,
  };
}
