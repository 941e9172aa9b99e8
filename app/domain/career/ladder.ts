/**
 * The career ladder 支援員 → 主任相談支援員 → スーパーバイザー and what a person still needs for the next rank.
 * Requirements of 主任相談支援員 (自立相談支援事業実施要領; see docs/careers.md): one of
 * 1. as 社会福祉士, 精神保健福祉士 or 保健師 five years of work in welfare, health, employment or education,
 * 2. three years of consultation support for people in hardship or of other consultation support,
 * 3. five years of work that the municipality's head recognised as equivalent.
 */
import { addDays, type Day } from "../../lib/calendar";
import { clip, type OpenSpan } from "../../lib/spans";
import { isValidOn } from "../qualification/rules";
import type { Verification } from "../qualification/verification";
import { SUPPORT_ROLES, type QualificationKind, type StaffRole } from "../workforce/vocabulary";
import { presentSpans, type Presence } from "../workforce/rules";
import { experience, HORIZON, type Experience } from "./experience";

export const CAREER_FIELDS = ["welfare", "consultation", "recognised"] as const;
export type CareerField = (typeof CAREER_FIELDS)[number];

/** The qualifications of the first way. */
export const CHIEF_QUALIFICATIONS: readonly QualificationKind[] = [
  "certified_social_worker",
  "mental_health_social_worker",
  "public_health_nurse",
];
export const QUALIFIED_YEARS = 5;
export const CONSULTATION_YEARS = 3;
export const RECOGNISED_YEARS = 5;
/** Sasae's own default for a supervisor, no law: 主任相談支援員の要件を満たし、主任として3年以上. */
export const SUPERVISOR_YEARS_AS_CHIEF = 3;

/** Roles whose own work is consultation support. */
const CONSULTING: readonly StaffRole[] = [...SUPPORT_ROLES, "supervisor"];

export type RankFrom = { from: Day; role: StaffRole };
export type CareerPost = OpenSpan & { field: CareerField; verification: Verification };
export type CareerFacts = Presence & {
  role: StaffRole;
  /** From the hire on, sorted; empty where the rank never changed. */
  ranks: readonly RankFrom[];
  qualifications: readonly {
    kind: QualificationKind;
    obtainedOn: Day;
    expiresOn: Day | null;
    verification: Verification;
  }[];
  posts: readonly CareerPost[];
};

export type ChiefRoute = Experience & {
  key: "qualified" | "consultation" | "recognised";
  years: number;
  /** The first way without one of its qualifications: no length of work makes up for it. */
  lacksQualification: boolean;
};
export type ChiefRequirement = {
  met: boolean;
  routes: ChiefRoute[];
  /** The same were everything verified that waits; null where that changes nothing. */
  ifVerified: { met: boolean; routes: ChiefRoute[] } | null;
};
export type Rank = "support" | "chief" | "supervisor";
export type Ladder = {
  /** Null for a manager or clerk: not on the ladder. */
  rank: Rank | null;
  next: "chief" | "supervisor" | null;
  chief: ChiefRequirement;
  asChief: Experience;
  /** Whether nothing is missing for the next rank. */
  ready: boolean;
  /** Months of work still missing for the next rank; null where work alone does not lead there. */
  monthsMissing: number | null;
  /** The day on which the next rank's requirements are met as things stand. */
  readyOn: Day | null;
};

/** Where a person stands on the ladder on a day. */
export function ladder(facts: CareerFacts, day: Day): Ladder {
  const rank = rankOf(facts.role);
  const next = rank === "support" ? "chief" : rank === "chief" ? "supervisor" : null;
  const chief = chiefRequirement(facts, day);
  const asChief = experience(ownSpans(facts, ["chief_support_worker"]), SUPERVISOR_YEARS_AS_CHIEF, day);
  const nearest = chief.routes.filter(({ lacksQualification }) => !lacksQualification);
  const chiefMissing = Math.min(...nearest.map(({ monthsMissing }) => monthsMissing));
  const chiefOn = earliest(nearest.map(({ completeOn }) => completeOn));
  if (next === null) return { rank, next, chief, asChief, ready: false, monthsMissing: null, readyOn: null };
  if (next === "chief")
    return { rank, next, chief, asChief, ready: chief.met, monthsMissing: chiefMissing, readyOn: chiefOn };
  const readyOn = chiefOn === null || asChief.completeOn === null ? null : latest(chiefOn, asChief.completeOn);
  const monthsMissing = Math.max(chiefMissing, asChief.monthsMissing);
  return { rank, next, chief, asChief, ready: chief.met && asChief.met, monthsMissing, readyOn };
}

/** The rank of a role on the ladder. */
export function rankOf(role: StaffRole): Rank | null {
  if (role === "supervisor") return "supervisor";
  if (role === "chief_support_worker") return "chief";
  return (SUPPORT_ROLES as readonly StaffRole[]).includes(role) ? "support" : null;
}

/** The three ways to the requirements of 主任相談支援員. */
export function chiefRequirement(facts: CareerFacts, day: Day): ChiefRequirement {
  const routes = routesWith(facts, day, ["verified"]);
  const met = isMet(routes);
  const withPending = routesWith(facts, day, ["verified", "pending"]);
  const isSame = JSON.stringify(withPending) === JSON.stringify(routes);
  return { met, routes, ifVerified: isSame ? null : { met: isMet(withPending), routes: withPending } };
}

function isMet(routes: readonly ChiefRoute[]): boolean {
  return routes.some((route) => route.met && !route.lacksQualification);
}

function routesWith(facts: CareerFacts, day: Day, counted: readonly Verification[]): ChiefRoute[] {
  const held = facts.qualifications.filter(
    (one) => counted.includes(one.verification) && CHIEF_QUALIFICATIONS.includes(one.kind) && isValidOn(one, day),
  );
  const since = earliest(held.map(({ obtainedOn }) => obtainedOn));
  const spansOf = (...fields: CareerField[]): OpenSpan[] =>
    facts.posts.filter((post) => fields.includes(post.field) && counted.includes(post.verification));
  const own = ownSpans(facts, CONSULTING);
  const consultation = [...spansOf("consultation"), ...own];
  const general = [...spansOf("welfare"), ...consultation];
  // why: the years count as a holder of the qualification, so none before it was obtained.
  const qualified = since === null ? [] : general.flatMap((span) => clip(span, { from: since, to: HORIZON }) ?? []);
  return [
    route("qualified", qualified, QUALIFIED_YEARS, day, since === null),
    route("consultation", consultation, CONSULTATION_YEARS, day, false),
    route("recognised", spansOf("recognised"), RECOGNISED_YEARS, day, false),
  ];
}

function route(
  key: ChiefRoute["key"],
  spans: readonly OpenSpan[],
  years: number,
  day: Day,
  lacksQualification: boolean,
): ChiefRoute {
  return { key, years, lacksQualification, ...experience(spans, years, day) };
}

/** The days at work in this contract under one of the roles, leave excluded; without an end where employment has none. */
function ownSpans(facts: CareerFacts, roles: readonly StaffRole[]): OpenSpan[] {
  const ranks = facts.ranks.length > 0 ? facts.ranks : [{ from: facts.hiredOn, role: facts.role }];
  return ranks.flatMap(({ from, role }, index) => {
    if (!roles.includes(role)) return [];
    const until = ranks[index + 1]?.from;
    const start = index === 0 ? facts.hiredOn : from;
    // why: the next rank's first day is no longer this one's, and a span may be empty where two fall on one day.
    const span = until === undefined ? { from: start, to: HORIZON } : { from: start, to: addDays(until, -1) };
    return span.from <= span.to ? presentSpans(facts, span) : [];
  });
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.flatMap((day) => day ?? []).sort()[0] ?? null;
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}
