/**
 * burnout.survey: what people say of their conditions of work (職場の働きがい指数), by office or contract. The index is the mean over
 * the work-satisfaction questions asked of (mean - 1) / 4 x 100, from 0 to 100; all are worded so that more is better. It is
 * made of published cells alone, so nothing in it tells of fewer people than may be published. A fall of surveyDrop points or
 * more is told, and an index below surveyBand (every answer halfway gives 50); critical needs both, surveyResponse percent of
 * those asked to have answered, and an overload. Source: product.md, "Flags".
 */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { figure, gravity, type Finding, type GroupFinding, type WorkerFinding } from "../flag/finding";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../flag/thresholds";
import type { SurveyFacts, SurveyGroup } from "../workforce/facts";

export const SURVEY_VERSION = 1;

type Reading = SurveyGroup & Pick<SurveyFacts, "campaignId" | "closedOn">;

/** The index of means per question from 1 to 5, or null where none is asked. */
export function wellbeingIndex(means: readonly number[]): number | null {
  if (means.length === 0) return null;
  return (means.reduce((sum, mean) => sum + (mean - 1) / 4, 0) / means.length) * 100;
}

const stored = z.array(
  z.object({
    campaignId: z.string(),
    closedOn: z.string(),
    answered: z.number(),
    eligible: z.number(),
    units: z.array(z.object({ unit: z.string(), officeIds: z.array(z.string()), eligible: z.number() })),
    cells: z.array(
      z.object({
        scope: z.enum(["all", "unit", "pool", "waves"]),
        units: z.array(z.string()),
        answered: z.number(),
        means: z.array(z.object({ key: z.string(), mean: z.number() })),
      }),
    ),
  }),
);

/** Stored surveys, the latest first, with the index of each published group. */
export function surveyFacts(given: unknown): SurveyFacts[] {
  return stored.parse(given ?? []).map(({ campaignId, closedOn, eligible, units, cells }) => ({
    ...{ campaignId, closedOn },
    groups: cells.flatMap((cell): SurveyGroup[] => {
      const index = wellbeingIndex(
        cell.means.filter(({ key }) => key.startsWith("satisfaction:")).map(({ mean }) => mean),
      );
      // why: a cell over several waves is no figure of this survey alone.
      if (index === null || cell.scope === "waves") return [];
      if (cell.scope === "all") return [{ officeIds: null, answered: cell.answered, eligible, index }];
      const inside = units.filter(({ unit }) => cell.units.includes(unit));
      const asked = inside.reduce((sum, unit) => sum + unit.eligible, 0);
      return [{ officeIds: inside.flatMap((unit) => unit.officeIds), answered: cell.answered, eligible: asked, index }];
    }),
  }));
}

/** A group's figures in the surveys that published it, in their order. */
export function readingsOf(surveys: readonly SurveyFacts[], officeId: string | null): Reading[] {
  return surveys.flatMap(({ campaignId, closedOn, groups }) => {
    const found = groups.find(({ officeIds }) =>
      officeId === null ? officeIds === null : officeIds?.length === 1 && officeIds[0] === officeId,
    );
    return found ? [{ ...found, campaignId, closedOn }] : [];
  });
}

/**
 * What the latest survey and the one before say of a group.
 * @param hasOverload whether a flag of overload, a warning or graver, is open for somebody in the group
 */
export function burnoutSurvey(
  now: Reading,
  before: Reading | null,
  hasOverload: boolean,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): Finding | null {
  const { surveyDrop: fall, surveyBand: bound, surveyResponse } = thresholds;
  const change = before && exact(now.index - before.index);
  const isFallen = change !== null && change <= -fall;
  const isUnfavourable = exact(now.index) < bound;
  if (!isFallen && !isUnfavourable) return null;
  const isAnswered = now.answered * 100 >= now.eligible * surveyResponse;
  const both = isAnswered && hasOverload ? "critical" : "warning";
  return {
    ...{ rule: "burnout.survey", version: SURVEY_VERSION, severity: isFallen && isUnfavourable ? both : "watch" },
    figures: {
      ...{ index: figure(now.index), before: before && figure(before.index), change: change && figure(change) },
      ...{ isFallen, isUnfavourable, fall, bound, hasOverload },
      ...{ answered: now.answered, eligible: now.eligible, responseRate: percent(now.answered, now.eligible) },
      ...{ closedOn: now.closedOn, beforeClosedOn: before?.closedOn ?? null },
      ...{ surveyId: now.campaignId, beforeSurveyId: before?.campaignId ?? null },
    },
  };
}

/** A difference as whole billionths of a point, so that no limit is lost to rounding. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : figure((part * 100) / whole);
}

type Place = { contractId: string; offices: readonly { officeId: string }[]; surveys: readonly SurveyFacts[] };

/**
 * What the surveys closed by the day say of a contract: of each office that the latest one publishes by itself, and of the
 * contract as a whole where an office that was asked is not among them.
 * @param surveys the latest first
 * @param open what rules found of workers and is open as flags
 */
export function surveyFindings(
  { contractId, offices, surveys }: Place,
  open: readonly WorkerFinding[],
  thresholds?: Thresholds,
): GroupFinding[] {
  const [latest] = surveys;
  if (!latest) return [];
  const single = offices
    .map(({ officeId }) => officeId)
    .filter((officeId) => readingsOf([latest], officeId).length > 0);
  const whole = latest.groups.find(({ officeIds }) => officeIds === null);
  const told = latest.groups.filter(({ officeIds }) => officeIds?.length === 1 && single.includes(officeIds[0] ?? ""));
  const isCovered = whole !== undefined && told.reduce((sum, { eligible }) => sum + eligible, 0) >= whole.eligible;
  const overloads = open.filter(({ rule, severity }) => rule.startsWith("overload.") && gravity(severity) > 0);
  return [...single, ...(isCovered ? [] : [null])].flatMap((officeId): GroupFinding[] => {
    const [now, before = null] = readingsOf(surveys, officeId);
    if (now?.campaignId !== latest.campaignId) return [];
    const hasOverload = overloads.some((one) => officeId === null || one.officeId === officeId);
    const finding = burnoutSurvey(now, before, hasOverload, thresholds);
    return finding ? [{ ...finding, staffId: null, officeId, contractId }] : [];
  });
}

export type AskedAgain = { then: { index: number; closedOn: Day }; again: { index: number; closedOn: Day } | null };

/** Whether it got better: a group's index in the survey of a finding, and in the next one that published the group. */
export function askedAgain(
  surveys: readonly SurveyFacts[],
  officeId: string | null,
  surveyId: string,
): AskedAgain | null {
  const readings = readingsOf(surveys, officeId);
  const at = readings.findIndex(({ campaignId }) => campaignId === surveyId);
  const then = readings[at];
  if (!then) return null;
  const shown = (one: Reading) => ({ index: figure(one.index), closedOn: one.closedOn });
  const again = readings[at - 1];
  return { then: shown(then), again: again ? shown(again) : null };
}
