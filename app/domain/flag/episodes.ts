/**
 * The life of flags (注意喚起の経過): one flag per rule, subject and episode. An episode begins on the
 * evaluated day on which the rule first holds and ends on the evaluated day on which it no longer does.
 * Days may be evaluated in any order and more than once: an evaluation of D decides what was so on D and
 * leaves what is known of later evaluated days as it is. What no evaluated day contradicts is taken to
 * have lasted, so a flag is listed on any day with the state of the last evaluated day before it.
 */
import { addDays, type Day } from "../../lib/calendar";
import type { Severity } from "../workforce/vocabulary";
import { gravity, subjectOf, type Figures, type RuleKey, type SubjectFinding, type WorkerFinding } from "./finding";

/** Days a contractor has to answer a flag. */
export const ANSWER_DAYS = 14;

/** Figures and factors as the database keeps them. */
export type StoredFigures = { readonly [key: string]: Figures[string] | readonly string[] };

/** Events that say what was so from their day on; `lapsed` = on that day the rule did not hold within an episode. */
export const STATE_EVENTS = ["raised", "reopened", "severity", "figures", "lapsed", "resolved"] as const;
export type StateEvent = (typeof STATE_EVENTS)[number];
export type FlagState = { kind: StateEvent; severity: Severity; figures: StoredFigures };

export type Episode = {
  flagId: string;
  rule: RuleKey;
  subjectId: string;
  raisedOn: Day;
  /** The first day on which it is no longer open. */
  resolvedOn: Day | null;
  severity: Severity;
  figures: StoredFigures;
  /** Whether a person resolved it, with a reason, while the rule held. */
  resolvedByPerson: boolean;
  /** The first day after that on which the rule did not hold. */
  clearedOn: Day | null;
  /** The last state recorded on or before the evaluated day. */
  stateOnDay: FlagState | null;
  /** Whether a state is recorded after the evaluated day, up to the next evaluated one. */
  restated: boolean;
};

export type NewEvent = {
  day: Day;
  kind: StateEvent | "cleared";
  severity: Severity | null;
  figures: StoredFigures | null;
};
export type NewFlag = {
  finding: SubjectFinding;
  raisedOn: Day;
  resolvedOn: Day | null;
  dueOn: Day;
  events: NewEvent[];
};
export type FlagUpdate = {
  flagId: string;
  rule: RuleKey;
  raisedOn: Day;
  resolvedOn: Day | null;
  severity: Severity;
  figures: StoredFigures;
  version: number | null;
  /** Null leaves the status as people set it. */
  status: "open" | "resolved" | null;
  /** Whether it is raised by this evaluation and so keeps the thresholds of its day. */
  isRaised?: true;
};
export type Counts = { raised: number; changed: number; resolved: number; open: number };
export type Plan = Counts & {
  inserts: NewFlag[];
  updates: FlagUpdate[];
  events: (NewEvent & { flagId: string })[];
  /** Flags whose first event on the next evaluated day is no longer their first. */
  moved: string[];
};

/** Figures with the factors beside them, as they are stored. */
export function storedFigures(finding: Pick<SubjectFinding, "figures" | "factors">): StoredFigures {
  return finding.factors ? { ...finding.figures, factors: finding.factors } : finding.figures;
}

/** One rule and one subject, on the evaluated day. */
type Case = { plan: Plan; episodes: Episode[]; day: Day; next: Day | null };

/**
 * What an evaluation of a day changes.
 * @param next the next evaluated day after it, or null where it is the last
 * @returns the writes and the counts; open as of the day = open before + raised - resolved
 */
export function planEpisodes(
  findings: readonly SubjectFinding[],
  episodes: readonly Episode[],
  day: Day,
  next: Day | null,
): Plan {
  const plan: Plan = { raised: 0, changed: 0, resolved: 0, open: 0, inserts: [], updates: [], events: [], moved: [] };
  const subjects = new Map<string, { finding: SubjectFinding | null; episodes: Episode[] }>();
  for (const finding of findings) subjects.set(`${finding.rule} ${subjectOf(finding).id}`, { finding, episodes: [] });
  for (const episode of [...episodes].sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1))) {
    const key = `${episode.rule} ${episode.subjectId}`;
    const subject = subjects.get(key) ?? { finding: null, episodes: [] };
    subject.episodes.push(episode);
    subjects.set(key, subject);
  }
  for (const { finding, episodes } of subjects.values()) {
    const of: Case = { plan, episodes, day, next };
    const open = episodes.find((e) => e.raisedOn <= day && (e.resolvedOn === null || e.resolvedOn > day));
    if (finding && open) keep(of, open, finding);
    else if (finding) raise(of, finding);
    else if (open) end(of, open);
    else clear(of);
  }
  return plan;
}

/** The rule holds within an episode: severity and figures of the day are recorded where they differ. */
function keep({ plan, day, next }: Case, open: Episode, finding: SubjectFinding): void {
  plan.open += 1;
  const before = stateOf(open);
  const figures = storedFigures(finding);
  const lapsed = before.kind === "lapsed";
  const graver = before.severity !== finding.severity;
  if (lapsed) plan.raised += 1;
  else if (graver) plan.changed += 1;
  else if (sameFigures(before.figures, figures)) return;
  plan.events.push({
    flagId: open.flagId,
    day,
    kind: lapsed || graver ? "severity" : "figures",
    severity: finding.severity,
    figures,
  });
  if (next === null) {
    const { severity, version } = finding;
    plan.updates.push({ ...open, severity, figures, version, status: null });
  } else restate(plan, open, before, next);
}

/** The rule holds where no episode is: a new one, unless it only extends or restores one. */
function raise({ plan, episodes, day, next }: Case, finding: SubjectFinding): void {
  const last = episodes.filter((episode) => episode.raisedOn <= day).at(-1);
  if (last && staysResolved(last, finding.severity, day)) return;
  plan.raised += 1;
  plan.open += 1;
  const { severity, version } = finding;
  const figures = storedFigures(finding);
  const first: NewEvent = { day, kind: last ? "reopened" : "raised", severity, figures };
  const close: NewEvent[] = next === null ? [] : [{ day: next, kind: "resolved", severity: null, figures: null }];
  const status = next === null ? "open" : "resolved";
  const endedToday = episodes.find((e) => e.resolvedOn === day && (e.raisedOn === day || !e.resolvedByPerson));
  if (endedToday) {
    const raised = endedToday.raisedOn === day ? { isRaised: true as const } : {};
    plan.updates.push({ ...endedToday, resolvedOn: next, severity, figures, version, status, ...raised });
    plan.events.push(...[first, ...close].map((event) => ({ ...event, flagId: endedToday.flagId })));
    return;
  }
  const following = next === null ? undefined : episodes.find((episode) => episode.raisedOn === next);
  if (following) {
    plan.updates.push({ ...following, raisedOn: day, version: null, status: null, isRaised: true });
    plan.events.push({ ...first, flagId: following.flagId });
    plan.moved.push(following.flagId);
    return;
  }
  plan.inserts.push({ finding, raisedOn: day, resolvedOn: next, dueOn: dueOn(day), events: [first, ...close] });
}

/** The rule does not hold within an episode: on the last evaluated day it ends, on an earlier one it had a gap. */
function end({ plan, day, next }: Case, open: Episode): void {
  const before = stateOf(open);
  if (before.kind === "lapsed") return;
  plan.resolved += 1;
  if (next === null) {
    plan.updates.push({ ...open, resolvedOn: day, version: null, status: "resolved" });
    plan.events.push({ flagId: open.flagId, day, kind: "resolved", severity: null, figures: null });
  } else {
    plan.events.push({ flagId: open.flagId, day, kind: "lapsed", severity: null, figures: null });
    restate(plan, open, before, next);
  }
}

/** A flag that a person resolved while the rule held may be raised again once the rule has not held. */
function clear({ plan, episodes, day }: Case): void {
  const last = episodes.filter((episode) => episode.raisedOn <= day).at(-1);
  if (last?.resolvedByPerson && (last.clearedOn === null || last.clearedOn > day))
    plan.events.push({ flagId: last.flagId, day, kind: "cleared", severity: null, figures: null });
}

function staysResolved(last: Episode, severity: Severity, day: Day): boolean {
  const cleared = last.clearedOn !== null && last.clearedOn <= day;
  return last.resolvedByPerson && !cleared && gravity(severity) <= gravity(last.severity);
}

/** Of what rules found of workers, that for which a flag is open on the day: not what a person has resolved. */
export function openFindings(
  findings: readonly WorkerFinding[],
  episodes: readonly Episode[],
  day: Day,
): WorkerFinding[] {
  return findings.filter(({ rule, staffId, severity }) => {
    const last = episodes
      .filter((one) => one.rule === rule && one.subjectId === staffId && one.raisedOn <= day)
      .sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1))
      .at(-1);
    if (!last || last.resolvedOn === null || last.resolvedOn > day) return true;
    return !staysResolved(last, severity, day);
  });
}

/** Says again, on the next evaluated day, what was so before the evaluated one was looked at. */
function restate(plan: Plan, open: Episode, before: FlagState, next: Day): void {
  if (open.restated || (open.resolvedOn !== null && open.resolvedOn <= next)) return;
  const { severity, figures } = before;
  const event =
    before.kind === "lapsed"
      ? { kind: before.kind, severity: null, figures: null }
      : { kind: "severity" as const, severity, figures };
  plan.events.push({ ...event, flagId: open.flagId, day: next });
}

function stateOf(episode: Episode): FlagState {
  return episode.stateOnDay ?? { kind: "raised", severity: episode.severity, figures: episode.figures };
}

/** The last day for the contractor's answer to a flag. */
export function dueOn(raisedOn: Day): Day {
  return addDays(raisedOn, ANSWER_DAYS);
}

function sameFigures(a: StoredFigures, b: StoredFigures): boolean {
  const text = (figures: StoredFigures) => JSON.stringify(Object.entries(figures).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
