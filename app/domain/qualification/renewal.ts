/**
 * Renewal of キャリアコンサルタント: valid for five years from the registration. Since then at least 8 hours of knowledge
 * courses and 30 hours of skill courses, of the latter up to 10 exempt; the application is taken from 90 to 30 days before
 * the last valid day. Who misses it loses the registration and registers anew. Source: the registration body's published
 * rules (docs/careers.md). Preparation from 120 days and the last 14 days of the window are Sasae's own notices.
 */
import { addDays, anniversary, daysBetween, type Day } from "../../lib/calendar";

export const VALID_YEARS = 5;
export const KNOWLEDGE_HOURS = 8;
export const SKILL_HOURS = 30;
export const MAX_EXEMPT_HOURS = 10;
export const OPENS_DAYS = 90;
export const CLOSES_DAYS = 30;
export const PREPARATION_DAYS = 120;
export const CLOSING_DAYS = 14;

export const RENEWAL_PARTS = ["knowledge", "skill"] as const;
export type RenewalPart = (typeof RENEWAL_PARTS)[number];

/** `closing`: the last 14 days of the window; `closed`: still valid, but no longer to be renewed. */
export type RenewalStage = "later" | "prepare" | "open" | "closing" | "closed" | "expired";
/** What people are told of by themselves. */
export type RenewalAlert = Exclude<RenewalStage, "later" | "expired">;

/** One registration. */
export type RegistrationPeriod = {
  obtainedOn: Day;
  /** The last valid day. */
  expiresOn: Day;
  appliedOn: Day | null;
  /** Hours of skill courses from which the person is exempt; they count once confirmed. */
  exempt: { hours: number; verified: boolean } | null;
};
export type RenewalCourse = { part: RenewalPart; hours: number; completedOn: Day };

export type PartStanding = { hours: number; required: number; missing: number };
export type RenewalStep = {
  key: RenewalPart | "apply";
  /** `notYet`: the window is not open; `missed`: it closed without. */
  state: "done" | "open" | "notYet" | "missed";
};
export type RenewalChecklist = {
  stage: RenewalStage;
  /** To the last valid day: 0 on that day, negative after it. */
  daysLeft: number;
  preparesOn: Day;
  opensOn: Day;
  /** The last day on which the application is taken. */
  closesOn: Day;
  /** To the last day of the window; negative after it. */
  daysToClose: number;
  expiresOn: Day;
  appliedOn: Day | null;
  knowledge: PartStanding;
  skill: PartStanding;
  /** Exempt hours that the manager has not confirmed yet. */
  unconfirmedExempt: number;
  steps: RenewalStep[];
  alert: RenewalAlert | null;
};

/** Where a renewal stands on a day. */
export function renewalChecklist(
  period: RegistrationPeriod,
  courses: readonly RenewalCourse[],
  day: Day,
): RenewalChecklist {
  const daysLeft = daysBetween(day, period.expiresOn);
  const stage = stageOf(daysLeft);
  const counted = courses.filter(({ completedOn }) => completedOn >= period.obtainedOn && completedOn <= day);
  const exempt = period.exempt?.verified ? Math.min(period.exempt.hours, MAX_EXEMPT_HOURS) : 0;
  const knowledge = standingOf(counted, "knowledge", KNOWLEDGE_HOURS);
  const skill = standingOf(counted, "skill", SKILL_HOURS - exempt);
  const appliedOn = period.appliedOn !== null && period.appliedOn <= day ? period.appliedOn : null;
  const closesOn = addDays(period.expiresOn, -CLOSES_DAYS);
  return {
    ...{ stage, daysLeft, closesOn, expiresOn: period.expiresOn, appliedOn, knowledge, skill },
    preparesOn: addDays(period.expiresOn, -PREPARATION_DAYS),
    opensOn: addDays(period.expiresOn, -OPENS_DAYS),
    daysToClose: daysBetween(day, closesOn),
    unconfirmedExempt: period.exempt && !period.exempt.verified ? period.exempt.hours : 0,
    steps: [
      { key: "knowledge", state: knowledge.missing === 0 ? "done" : courseState(stage) },
      { key: "skill", state: skill.missing === 0 ? "done" : courseState(stage) },
      { key: "apply", state: appliedOn !== null ? "done" : applyState(stage) },
    ],
    alert: appliedOn !== null || stage === "later" || stage === "expired" ? null : stage,
  };
}

/** The stage by the days left to the last valid day. */
export function stageOf(daysLeft: number): RenewalStage {
  if (daysLeft < 0) return "expired";
  if (daysLeft < CLOSES_DAYS) return "closed";
  if (daysLeft < CLOSES_DAYS + CLOSING_DAYS) return "closing";
  if (daysLeft <= OPENS_DAYS) return "open";
  return daysLeft <= PREPARATION_DAYS ? "prepare" : "later";
}

/** Whether an application on the day is taken for a registration that ends on expiresOn. */
export function isWithinWindow(expiresOn: Day, appliedOn: Day): boolean {
  const daysLeft = daysBetween(appliedOn, expiresOn);
  return daysLeft <= OPENS_DAYS && daysLeft >= CLOSES_DAYS;
}

/** The last valid day of a first registration. */
export function firstExpiry(obtainedOn: Day): Day {
  return addDays(anniversary(obtainedOn, VALID_YEARS), -1);
}

/** The last valid day of the period that follows one that ends on expiresOn: five years on. */
export function renewedExpiry(expiresOn: Day): Day {
  return firstExpiry(addDays(expiresOn, 1));
}

function standingOf(courses: readonly RenewalCourse[], part: RenewalPart, required: number): PartStanding {
  const hundredths = courses
    .filter((course) => course.part === part)
    .reduce((sum, course) => sum + Math.round(course.hours * 100), 0);
  return { hours: hundredths / 100, required, missing: Math.max(0, Math.round(required * 100) - hundredths) / 100 };
}

function courseState(stage: RenewalStage): RenewalStep["state"] {
  return stage === "closed" || stage === "expired" ? "missed" : "open";
}

function applyState(stage: RenewalStage): RenewalStep["state"] {
  if (stage === "later" || stage === "prepare") return "notYet";
  return stage === "closed" || stage === "expired" ? "missed" : "open";
}

/** Own training that may count towards a renewal: since the registration, and its name speaks of the profession. */
export function looksLikeRenewalCourse(title: string): boolean {
  return /キャリアコンサル|キャリコン|career consult/i.test(title);
}
