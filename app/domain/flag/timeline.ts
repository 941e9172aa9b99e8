/** A flag's course (経過) as points and stretches of severity on one line of days. */
import { addDays, daysBetween, type Day } from "../../lib/calendar";
import { SEVERITIES, type Severity } from "../workforce/vocabulary";

export const TIMELINE_KINDS = [
  ...(["raised", "reopened", "severity", "lapsed", "resolved", "cleared"] as const),
  ...(["acknowledged", "agreed", "escalated", "comment", "viewed"] as const),
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export type TimelineEntry = { day: Day; kind: string; severity: Severity | null };
export type Timeline<Entry extends TimelineEntry> = {
  from: Day;
  to: Day;
  /** Days from `from` to `to`, at least one. */
  days: number;
  points: (Entry & { kind: TimelineKind })[];
  /** Both ends belong to the stretch; days on which the rule did not hold are in none. */
  stretches: { from: Day; to: Day; severity: Severity }[];
};

/**
 * The course of a flag.
 * @param history by day; entries of other kinds are left out
 * @param until the day to which it is drawn where it is open: today or the day of the answer, whichever is later
 */
export function timelineOf<Entry extends TimelineEntry>(
  history: readonly Entry[],
  { raisedOn, resolvedOn, until }: { raisedOn: Day; resolvedOn: Day | null; until: Day },
): Timeline<Entry> {
  const points = history.flatMap((entry) => {
    const kind = TIMELINE_KINDS.find((one) => one === entry.kind);
    return kind ? [{ ...entry, kind }] : [];
  });
  const last = points.reduce((day, point) => (point.day > day ? point.day : day), resolvedOn ?? until);
  const to = last > raisedOn ? last : addDays(raisedOn, 1);
  const stretches: Timeline<Entry>["stretches"] = [];
  let since: { from: Day; severity: Severity } | null = null;
  const close = (end: Day) => {
    if (since && end >= since.from) stretches.push({ ...since, to: end });
    since = null;
  };
  for (const { day, kind, severity } of points) {
    if (kind === "lapsed" || kind === "resolved") close(addDays(day, -1));
    else if (severity && SEVERITIES.includes(severity) && ["raised", "reopened", "severity"].includes(kind)) {
      close(addDays(day, -1));
      since = { from: day, severity };
    }
  }
  close(resolvedOn === null ? until : addDays(resolvedOn, -1));
  return { from: raisedOn, to, days: daysBetween(raisedOn, to), points, stretches };
}
