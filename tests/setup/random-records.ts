/** Records of a contract made by chance from a seed, for tests that count them again another way. */
import { addDays, daysBetween, type Day } from "../../app/lib/calendar";

export type Lead = { staff: number; from: Day; to: Day | null };
export type RandomRecords = {
  staff: {
    code: string;
    role: string;
    hours: number;
    hiredOn: Day;
    leftOn: Day | null;
    leave: { from: Day; to: Day | null }[];
  }[];
  cases: { openedOn: Day; closedOn: Day | null; tags: string[]; leads: Lead[] }[];
  training: { staff: number; on: Day; hours: number }[];
  sessions: {
    on: Day;
    status: "held" | "planned" | "cancelled";
    seats: { staff: number; attendance: string | null }[];
  }[];
  qualifications: { staff: number; kind: string; obtainedOn: Day; expiresOn: Day | null }[];
};

const FIRST = "2022-01-01";
const LAST = "2026-03-31";
const ROLES = [
  "support_worker",
  "support_worker",
  "outreach_worker",
  "chief_support_worker",
  "employment_support_worker",
  "manager",
  "supervisor",
  "clerk",
];
const TAGS = ["debt", "illness", "mental_health", "housing", "violence", "legal", "family", "isolation"];
const KINDS = ["certified_social_worker", "care_worker", "other"];

/** The same records for the same seed. */
export function randomRecords(seed: number): RandomRecords {
  const next = mulberry32(seed);
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
  const maybe = <T>(chance: number, value: () => T): T | null => (next() < chance ? value() : null);
  const dayIn = (from: Day, to: Day) => addDays(from, whole(0, Math.max(0, daysBetween(from, to))));
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  const staff = times(12, (index) => {
    const hiredOn = next() < 0.15 ? "2024-02-29" : dayIn(FIRST, next() < 0.6 ? "2022-12-31" : LAST);
    const starts = new Set(times(whole(0, 3), () => dayIn(addDays(hiredOn, -30), LAST)));
    return {
      ...{ code: `S${index}`, role: pick(ROLES), hours: pick([40, 40, 30, 20, 32.5, 8.2]), hiredOn },
      leftOn: maybe(0.4, () => (next() < 0.3 ? addDays(hiredOn, whole(0, 5)) : dayIn(hiredOn, "2026-06-30"))),
      leave: [...starts].map((from) => ({ from, to: maybe(0.8, () => addDays(from, whole(0, 120))) })),
    };
  });
  const cases = times(120, () => {
    const openedOn = dayIn("2023-01-01", LAST);
    const leads: Lead[] = [];
    let from = addDays(openedOn, whole(-5, 20));
    for (let turn = whole(0, 3); turn > 0; turn -= 1) {
      const to = turn === 1 ? maybe(0.5, () => addDays(from, whole(0, 300))) : addDays(from, whole(0, 150));
      leads.push({ staff: whole(0, staff.length - 1), from, to });
      if (to) from = addDays(to, whole(1, 10));
    }
    const closedOn = maybe(0.6, () => addDays(openedOn, whole(0, 500)));
    return { openedOn, closedOn, tags: [...new Set(times(whole(0, 6), () => pick(TAGS)))], leads };
  });
  const training = times(80, () => ({ staff: whole(0, 11), on: dayIn("2024-01-01", LAST), hours: whole(1, 24) / 4 }));
  const sessions = times(60, () => ({
    on: dayIn("2024-01-01", LAST),
    status: pick(["held", "held", "held", "planned", "cancelled"] as const),
    seats: [...new Set(times(whole(0, 4), () => whole(0, 11)))].map((member) => ({
      ...{ staff: member, attendance: pick(["attended", "attended", "attended", "absent", "excused", null]) },
    })),
  }));
  const qualifications = times(12, (index) => {
    const obtainedOn = dayIn("2018-01-01", LAST);
    return {
      staff: index,
      kind: pick(KINDS),
      obtainedOn,
      expiresOn: maybe(0.6, () => addDays(obtainedOn, whole(0, 1800))),
    };
  });
  return { staff, cases, training, sessions, qualifications };
}

/** A small random number generator with a seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
