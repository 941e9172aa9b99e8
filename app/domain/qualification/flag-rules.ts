/**
 * qualification.expiry: a qualification (資格) that expires or has expired. expires_on is its last valid day. A qualification
 * is superseded by one of the same kind that was obtained later; of the others the worst counts.
 * Expired critical, 30 days or fewer left warning, 90 or fewer watch; the contract may set its own. Source: product.md, "Flags".
 */
import { daysBetween, type Day } from "../../lib/calendar";
import type { Finding } from "../flag/finding";
import type { Terms, WorkerFacts } from "../workforce/facts";
import type { Severity } from "../workforce/vocabulary";

export const QUALIFICATION_EXPIRY_VERSION = 1;

/** The qualification of the worker that expires first, if it does so soon or has done so. */
export function qualificationExpiry(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const first = worker.qualifications
    .filter(
      ({ kind, obtainedOn }) =>
        !worker.qualifications.some((other) => other.kind === kind && other.obtainedOn > obtainedOn),
    )
    .flatMap(({ kind, expiresOn }) => (expiresOn === null ? [] : [{ kind, expiresOn }]))
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a.kind < b.kind ? -1 : 1))[0];
  if (!first) return null;
  const daysLeft = daysBetween(day, first.expiresOn);
  const severity = expirySeverity(daysLeft, terms);
  if (severity === null) return null;
  const { qualificationWatch: watch, qualificationWarning: warning } = terms.thresholds;
  const threshold = { watch, warning, critical: 0 }[severity];
  return {
    ...{ rule: "qualification.expiry", version: QUALIFICATION_EXPIRY_VERSION, severity },
    figures: { ...first, daysLeft, daysExpired: Math.max(0, -daysLeft), threshold },
  };
}

function expirySeverity(daysLeft: number, { thresholds }: Terms): Severity | null {
  if (daysLeft < 0) return "critical";
  if (daysLeft <= thresholds.qualificationWarning) return "warning";
  return daysLeft <= thresholds.qualificationWatch ? "watch" : null;
}
