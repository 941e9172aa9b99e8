/**
 * Which qualifications (資格) count, and which need renewal. Source: product.md: valid from the day obtained to the
 * day of expiry, both included; recognised is every kind but `other`, unless the specification lists its own.
 */
import { daysBetween, type Day } from "../../lib/calendar";
import type { Terms, WorkerFacts } from "../workforce/facts";
import type { QualificationKind } from "../workforce/vocabulary";

type Held = WorkerFacts["qualifications"][number];

/** Whether a qualification is valid on the day; one without expiry lasts. */
export function isValidOn(qualification: Held, day: Day): boolean {
  return qualification.obtainedOn <= day && (qualification.expiresOn === null || qualification.expiresOn >= day);
}

/** The recognised qualifications valid on the day. */
export function recognisedOn(
  qualifications: readonly Held[],
  terms: Pick<Terms, "recognisedQualifications">,
  day: Day,
): Held[] {
  return qualifications.filter((held) => isValidOn(held, day) && terms.recognisedQualifications.includes(held.kind));
}

/** Whether the person holds at least one recognised qualification valid on the day. */
export function isQualified(
  qualifications: readonly Held[],
  terms: Pick<Terms, "recognisedQualifications">,
  day: Day,
): boolean {
  return recognisedOn(qualifications, terms, day).length > 0;
}

/** A qualification with an end, and the days from the as-of day to it: 0 on its last day, negative once expired. */
export type Renewal = { kind: QualificationKind; obtainedOn: Day; expiresOn: Day; daysLeft: number };

/**
 * The qualifications that end and that no later record of the same kind renews, soonest first.
 * One record a kind: that which lasts longest, among those obtained on or before the day.
 */
export function renewals(qualifications: readonly Held[], day: Day): Renewal[] {
  const longest = new Map<QualificationKind, Held>();
  for (const held of qualifications.filter((record) => record.obtainedOn <= day)) {
    const known = longest.get(held.kind);
    if (!known || lastsLonger(held, known)) longest.set(held.kind, held);
  }
  return [...longest.values()]
    .flatMap(({ kind, obtainedOn, expiresOn }) =>
      expiresOn === null ? [] : [{ kind, obtainedOn, expiresOn, daysLeft: daysBetween(day, expiresOn) }],
    )
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function lastsLonger(a: Held, b: Held): boolean {
  if (b.expiresOn === null) return false;
  return a.expiresOn === null || a.expiresOn > b.expiresOn;
}
