/** Supervision: individual sessions each quarter, group sessions per office, what was cancelled, missed or is still planned. */
import {
  addDays,
  fiscalYearOf,
  fromNumber,
  isOpenDay,
  QUARTERS,
  quarterSpan,
  toNumber,
  type Span,
} from "../../app/lib/calendar";
import { openDayWithin } from "./open-days";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoPerson, type DemoRows } from "./rows";

/** No strained worker has been to a session for so long. */
const NEGLECTED_DAYS = 170;
/** Sessions are planned so far ahead. */
const PLANNED_DAYS = 70;
/** Themes, the frequent ones more than once. */
const THEMES = [
  ...["support_difficulty", "emotional_burden", "support_difficulty", "support_difficulty"],
  ...["career", "workload", "ethics"],
];
const STARTS = ["09:30", "10:00", "11:00", "13:30", "14:00", "15:00", "16:00"];

type Session = { day: number; kind: "individual" | "group"; participants: DemoPerson[]; cancelled: boolean };
/** Who held a session: the code in the exchange format and the account that wrote it down, where there is one. */
export type Holder = { code: string; external: boolean; userId: string | null };

/** Adds the sessions of the three fiscal years and those planned ahead. */
export function addSupervision(
  rows: DemoRows,
  contract: DemoContract,
  holders: { internal: Holder; external: Holder },
  random: Stream,
): void {
  const { keys, blueprint, today } = contract;
  const sessions = allSessions(contract, random).sort((a, b) => a.day - b.day);
  sessions.forEach((session, index) => {
    const id = random.uuid();
    const planned = session.day > today;
    const status = session.cancelled ? "cancelled" : planned ? "planned" : "held";
    const holder = random.chance(session.kind === "group" ? 0.5 : 0.15) ? holders.external : holders.internal;
    rows.supervision_session.push({
      ...{ ...keys, id, session_ref: `${blueprint.code.replace("-", "")}-S${String(index + 1).padStart(4, "0")}` },
      ...{
        held_on: fromNumber(session.day),
        start_time: random.pick(STARTS),
        minutes: session.kind === "group" ? 90 : random.pick([50, 60, 60]),
      },
      ...{
        kind: session.kind,
        supervisor_code: holder.code,
        external: holder.external,
        status,
        created_by: holder.userId,
      },
      ...{
        place: random.chance(0.2) ? "オンライン" : "面談室",
        themes: [...new Set(random.sample(THEMES, random.whole(1, 2)))],
      },
    });
    for (const person of session.participants) {
      const attendance = status === "held" ? attendanceOf(contract, session, person, random) : null;
      rows.supervision_attendance.push({ ...keys, session_id: id, staff_id: person.id, attendance });
    }
  });
}

function attendanceOf(
  { blueprint, today }: DemoContract,
  session: Session,
  person: DemoPerson,
  random: Stream,
): string {
  if (person.strained && session.day > today - NEGLECTED_DAYS) return random.pick(["absent", "excused"]);
  if (session.kind === "individual") return "attended";
  return random.chance(0.06 + blueprint.supervisionMissed / 3) ? random.pick(["absent", "excused"]) : "attended";
}

function allSessions(contract: DemoContract, random: Stream): Session[] {
  const { today, todayText, people, offices, blueprint } = contract;
  const support = people.filter(isSupport);
  const result: Session[] = [];
  for (
    let year = fiscalYearOf(fromNumber(contract.from));
    year <= fiscalYearOf(addDays(todayText, PLANNED_DAYS));
    year += 1
  ) {
    for (const span of QUARTERS.map((quarter) => quarterSpan(year, quarter))) {
      for (const person of support) {
        const day = dayAtWork(person, span, random);
        if (day === null || day > today + PLANNED_DAYS) continue;
        const neglected = person.strained && day > today - NEGLECTED_DAYS;
        if (neglected || random.chance(blueprint.supervisionMissed)) {
          if (random.chance(0.3) && day <= today)
            result.push({ day, kind: "individual", participants: [person], cancelled: true });
        } else result.push({ day, kind: "individual", participants: [person], cancelled: false });
      }
      for (const office of offices) {
        const day = toNumber(openDayWithin(span, random));
        const participants = support.filter((person) => person.office === office && atWork(person, day)).slice(0, 8);
        if (
          participants.length >= 3 &&
          day <= today + PLANNED_DAYS &&
          random.chance(blueprint.supervisionMissed === 0 ? 1 : 0.4)
        )
          result.push({ day, kind: "group", participants, cancelled: random.chance(blueprint.supervisionMissed / 3) });
      }
    }
  }
  return result;
}

/** A day of the quarter on which the office is open and the person at work, or null where there is none. */
function dayAtWork(person: DemoPerson, span: Span, random: Stream): number | null {
  const days: number[] = [];
  for (let day = toNumber(span.from); day <= toNumber(span.to); day += 1)
    if (atWork(person, day) && isOpenDay(fromNumber(day))) days.push(day);
  return days.length === 0 ? null : random.pick(days);
}
