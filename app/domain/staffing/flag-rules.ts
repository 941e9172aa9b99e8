/**
 * staffing.below: fewer staff than the specification asks for (配置基準). Below is a day on which the FTE of the support staff
 * employed and not on leave, or the dedicated outreach workers among them, are fewer than required; posts and leave count as
 * recorded, and days before the contract began do not count. Below on the day a warning, on every day of the last two months
 * critical; the contract may set another number of months. Nothing is said of a contract without a specification or out of its
 * own time. Source: product.md, "Flags".
 */
import { addDays, addMonths, type Day, type Span } from "../../lib/calendar";
import { union } from "../../lib/spans";
import { figure, type Finding } from "../flag/finding";
import type { ContractFacts, StaffPost, Terms } from "../workforce/facts";
import { hundredths, isSupportRole, presentSpans } from "../workforce/rules";

export const STAFFING_VERSION = 1;
/** How far back a time below the specification is followed. */
export const LOOK_BACK_MONTHS = 12;

type Facts = Pick<ContractFacts, "workers" | "terms" | "day" | "startsOn" | "endsOn" | "hasSpecification">;
/** Staff on each of some days: hundredths of weekly hours, at most full time, and dedicated outreach workers. */
type Strength = { hours: number; outreach: number };

/** Whether the contract is staffed below its specification. */
export function staffingBelow(facts: Facts): Finding | null {
  const { workers, terms, day } = facts;
  const window = windowOf(facts);
  if (window === null || !facts.hasSpecification) return null;
  const strengths = strengthsIn(workers, terms, window);
  const { strength } = strengths.at(-1) ?? { strength: { hours: 0, outreach: 0 } };
  const below = union(strengths.filter(({ strength: of }) => isBelow(of, terms)).map(({ span }) => span)).at(-1);
  if (!below || below.to !== day) return null;
  const months = terms.thresholds.staffingMonths;
  return {
    ...{ rule: "staffing.below", version: STAFFING_VERSION },
    severity: isSince(below.from, day, months) ? "critical" : "warning",
    figures: {
      fte: figure(strength.hours / hundredths(terms.fullTimeHours)),
      ...{ requiredFte: terms.requiredFte, outreachWorkers: strength.outreach },
      requiredOutreachWorkers: terms.requiredOutreachWorkers,
      ...{ isFteBelow: isFteBelow(strength, terms), isOutreachBelow: isOutreachBelow(strength, terms) },
      ...{ belowSince: below.from, months },
    },
  };
}

/** The days that are looked at, or null on a day outside the contract's own time. */
export function windowOf({ day, startsOn, endsOn }: Pick<Facts, "day" | "startsOn" | "endsOn">): Span | null {
  if (day < startsOn || day > endsOn) return null;
  const from = addDays(addMonths(day, -LOOK_BACK_MONTHS), 1);
  return { from: from > startsOn ? from : startsOn, to: day };
}

/** Whether a time that began then covers every day of the last so many months. */
export function isSince(from: Day, day: Day, months: number): boolean {
  return from <= addDays(addMonths(day, -months), 1);
}

/** The window in parts on which the same people were there, in order. */
function strengthsIn(
  staff: readonly StaffPost[],
  { fullTimeHours }: Terms,
  window: Span,
): { span: Span; strength: Strength }[] {
  const changes = new Map<Day, Strength>([[window.from, { hours: 0, outreach: 0 }]]);
  const change = (day: Day, hours: number, outreach: number) => {
    const at = changes.get(day) ?? { hours: 0, outreach: 0 };
    changes.set(day, { hours: at.hours + hours, outreach: at.outreach + outreach });
  };
  for (const post of staff.filter(({ role }) => isSupportRole(role))) {
    const hours = Math.min(hundredths(post.weeklyHours), hundredths(fullTimeHours));
    const outreach = post.dedicatedOutreach ? 1 : 0;
    for (const { from, to } of presentSpans(post, window)) {
      change(from, hours, outreach);
      change(addDays(to, 1), -hours, -outreach);
    }
  }
  const days = [...changes.keys()].filter((day) => day <= window.to).sort();
  let [hours, outreach] = [0, 0];
  return days.map((from, index) => {
    hours += changes.get(from)?.hours ?? 0;
    outreach += changes.get(from)?.outreach ?? 0;
    const next = days[index + 1];
    return { span: { from, to: next === undefined ? window.to : addDays(next, -1) }, strength: { hours, outreach } };
  });
}

function isBelow(strength: Strength, terms: Terms): boolean {
  return isFteBelow(strength, terms) || isOutreachBelow(strength, terms);
}

function isFteBelow({ hours }: Strength, { requiredFte, fullTimeHours }: Terms): boolean {
  // why: both sides in hundredths of an hour x hundredths of an FTE; exactly enough is enough.
  return requiredFte !== null && hours * 100 < hundredths(requiredFte) * hundredths(fullTimeHours);
}

function isOutreachBelow({ outreach }: Strength, { requiredOutreachWorkers }: Terms): boolean {
  return outreach < requiredOutreachWorkers;
}
