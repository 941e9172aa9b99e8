/**
 * Whether a worker's supervision meets what the specification asks for the fiscal year. A judgement of its own beside the
 * supervision rate, which it never changes. Held sessions that the person attended count if they are long enough.
 *
 * Pro rata, for people who are not there all year: required x due quarters / 4, rounded half up, and at least one for each
 * due quarter (rules.ts: 60 days present, as recorded for the whole year); external sessions likewise, without that floor.
 */
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, QUARTERS, type Day } from "../../lib/calendar";
import type { Requirement } from "../contract/requirement";
import type { Presence } from "../workforce/rules";
import type { SessionKind } from "../workforce/vocabulary";
import { isDueIn } from "./rules";

/** A place in a session: attended in one that was held, or planned from the day on. */
export type Seat = { day: Day; kind: SessionKind; minutes: number; external: boolean; is: "attended" | "planned" };

/** met · onCourse: with what is planned · short: more must be arranged, or the year is over · notApplicable: nothing due. */
export const JUDGEMENTS = ["met", "onCourse", "short", "notApplicable"] as const;
export type JudgementState = (typeof JUDGEMENTS)[number];

/** What must still be arranged: so many sessions, of which so many individual and so many with an external supervisor. */
export type Missing = {
  /** Null where either kind will do. */
  kind: SessionKind | null;
  sessions: number;
  minMinutes: number;
  individual: number;
  external: number;
};
export type Judgement = {
  state: JudgementState;
  /** Sessions required in the year of presence; 0 where not applicable. */
  required: number;
  /** Attended up to the day, of those that count. */
  attended: number;
  /** Planned to the year's end, of those that would count. */
  planned: number;
  /** Null where nothing is. */
  missing: Missing | null;
};

/** One way to meet the requirement. */
type Way = { kind: SessionKind | null; sessions: number; minMinutes: number; individual: number; external: number };

/** The judgement of the day's fiscal year as of the day, by the way that is nearest to being met. */
export function judge(worker: Presence & { seats: readonly Seat[] }, requirement: Requirement, day: Day): Judgement {
  const fiscalYear = fiscalYearOf(day);
  const due = QUARTERS.filter((quarter) => isDueIn(worker, fiscalYear, quarter)).length;
  if (due === 0) return { state: "notApplicable", required: 0, attended: 0, planned: 0, missing: null };
  const year = { from: fiscalYearStart(fiscalYear), to: fiscalYearEnd(fiscalYear) };
  const seats = worker.seats.filter(
    (seat) =>
      seat.day >= year.from && seat.day <= year.to && (seat.is === "attended" ? seat.day <= day : seat.day >= day),
  );
  const judged = waysOf(requirement, due).map((way) => judgeWay(way, seats));
  return judged.reduce((best, one) => (isNearer(one, best) ? one : best));
}

function waysOf(requirement: Requirement, dueQuarters: number): Way[] {
  const external = proRata(requirement.externalNeeded, dueQuarters);
  if (requirement.alternatives) {
    return requirement.alternatives.map(({ kind, sessions, minMinutes }) => ({
      ...{ kind, minMinutes, individual: 0, external },
      sessions: requiredSessions(sessions, dueQuarters),
    }));
  }
  const sessions = requiredSessions(requirement.sessionsPerYear, dueQuarters);
  // why: a share in whole percent keeps 55 % of 20 at exactly 11.
  const individual = Math.ceil((Math.round((requirement.individualShare ?? 0) * 100) * sessions) / 100);
  return [{ kind: null, sessions, minMinutes: requirement.minMinutes, individual, external }];
}

/** Sessions required of someone present in so many quarters. */
export function requiredSessions(perYear: number, dueQuarters: number): number {
  return Math.max(dueQuarters, proRata(perYear, dueQuarters));
}

function proRata(perYear: number, dueQuarters: number): number {
  return Math.round((perYear * dueQuarters) / QUARTERS.length);
}

function judgeWay(way: Way, seats: readonly Seat[]): Judgement {
  const counting = seats.filter(
    (seat) => (way.kind === null || seat.kind === way.kind) && seat.minutes >= way.minMinutes,
  );
  const attended = counting.filter((seat) => seat.is === "attended");
  const counts = { required: way.sessions, attended: attended.length, planned: counting.length - attended.length };
  if (lacking(way, attended).sessions === 0) return { state: "met", ...counts, missing: null };
  const missing = lacking(way, counting);
  return missing.sessions === 0
    ? { state: "onCourse", ...counts, missing: null }
    : { state: "short", ...counts, missing };
}

function lacking(way: Way, seats: readonly Seat[]): Missing {
  const individual = Math.max(0, way.individual - seats.filter((seat) => seat.kind === "individual").length);
  const external = Math.max(0, way.external - seats.filter((seat) => seat.external).length);
  // why: one new session can be individual and external at once.
  const sessions = Math.max(way.sessions - seats.length, individual, external, 0);
  return { kind: way.kind, minMinutes: way.minMinutes, sessions, individual, external };
}

function isNearer(a: Judgement, b: Judgement): boolean {
  if (a.state !== b.state) return JUDGEMENTS.indexOf(a.state) < JUDGEMENTS.indexOf(b.state);
  return (a.missing?.sessions ?? 0) < (b.missing?.sessions ?? 0);
}
