/** The running fiscal year's training plan: what was held, what is to come, who signed up, and what waits for approval. */
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  fromNumber,
  quarterOf,
  quarterSpan,
  toNumber,
  type Day,
} from "../../app/lib/calendar";
import { COURSES } from "./courses";
import { openDayWithin } from "./open-days";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoPerson, type DemoRows, type Row } from "./rows";

const TO_COME = 5;
const LEAST_DAYS_LEFT = 14;
const YEN_PER_HOUR = 12_000;
const PLACES = ["本部会議室", "区民センター 第2研修室", "オンライン"] as const;

/** Whether the contract's specification asks for approval of training that workers log: in the demo, one of the five does. */
export function asksForApproval(code: string): boolean {
  return code === "SJ-1";
}

/** Adds the plan. What was attended becomes its past dates; it changes no hours. */
export function addPlan(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const year = fiscalYearOf(contract.todayText);
  addHeld(rows, contract, year, random);
  addToCome(rows, contract, random);
  if (asksForApproval(contract.blueprint.code)) addPending(rows, contract, year, random);
}

function addHeld(rows: DemoRows, contract: DemoContract, year: number, random: Stream): void {
  const { contract_id } = contract.keys;
  const held = new Map<string, Row[]>();
  for (const record of rows.training_record) {
    if (record.contract_id !== contract_id || String(record.attended_on) < fiscalYearStart(year)) continue;
    const key = `${String(record.attended_on)} ${String(record.title)}`;
    held.set(key, [...(held.get(key) ?? []), record]);
  }
  for (const records of held.values()) {
    const [first] = records;
    if (!first) continue;
    const { title = null, provider = null, topic = null, format = null, hours = null } = first;
    const day = String(first.attended_on);
    const date = addCourse(rows, contract, { title, provider, topic, format, hours }, day, null, random);
    for (const record of records) {
      record.course_date_id = date;
      record.record_ref = `course:${date}:${String(record.staff_id)}`;
      addSignUp(rows, contract, date, String(record.staff_id), addDays(day, -10), "signed_up", "attended");
    }
  }
}

/** Dates to come; the first has fewer seats than people who want one. Late in March they lie in the next fiscal year. */
function addToCome(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { todayText: today } = contract;
  const year = fiscalYearOf(today);
  const isLate = toNumber(fiscalYearEnd(year)) - toNumber(today) < LEAST_DAYS_LEFT;
  const span = isLate ? quarterSpan(year + 1, 1) : { from: addDays(today, 5), to: fiscalYearEnd(year) };
  random.sample(COURSES, TO_COME).forEach((course, index) => {
    const day = openDayWithin(span, random);
    const free = contract.people.filter((person) => isSupport(person) && atWork(person, toNumber(day)));
    const seats = index === 0 ? Math.max(1, Math.min(3, free.length - 2)) : index === 1 ? null : random.whole(10, 20);
    const date = addCourse(rows, contract, { ...course }, day, seats, random);
    const wished = random.sample(free, index === 0 ? (seats ?? 0) + 2 : Math.floor(free.length / 3));
    wished.forEach((person, place) =>
      addSignUp(
        ...([rows, contract, date, person.id, addDays(today, place - wished.length)] as const),
        seats !== null && place >= seats ? "waiting" : "signed_up",
      ),
    );
  });
}

function addCourse(
  rows: DemoRows,
  contract: DemoContract,
  about: Row,
  day: Day,
  seats: number | null,
  random: Stream,
): string {
  const [course, date] = [random.uuid(), random.uuid()];
  const isPaid = random.chance(contract.blueprint.trainingPaid);
  rows.training_course.push({
    ...{ ...contract.keys, id: course, course_ref: course, fiscal_year: fiscalYearOf(day), quarter: quarterOf(day) },
    ...{ ...about, seats, cost_jpy: Math.round(Number(about.hours) * YEN_PER_HOUR) },
    ...{ payer: isPaid ? (random.chance(0.7) ? "public" : "contractor") : "worker", in_working_time: isPaid },
  });
  rows.course_date.push({
    ...{ ...contract.keys, id: date, course_id: course, held_on: day },
    ...{ start_time: random.pick(["09:30", "13:30", "14:00"]), place: random.pick(PLACES) },
  });
  return date;
}

function addSignUp(
  rows: DemoRows,
  contract: DemoContract,
  date: string,
  staff: string,
  on: Day,
  status: "signed_up" | "waiting",
  attendance: "attended" | null = null,
): void {
  rows.course_sign_up.push({
    ...{ ...contract.keys, date_id: date, staff_id: staff, status, attendance },
    at: `${on}T09:00:00+09:00`,
  });
}

/** Two records that workers have logged and nobody has approved yet: they count for nothing. */
function addPending(rows: DemoRows, contract: DemoContract, year: number, random: Stream): void {
  const wished = contract.today - 3;
  const day = Math.max(wished, toNumber(fiscalYearStart(year)));
  const isThere = (person: DemoPerson) => isSupport(person) && person.strained && atWork(person, day);
  for (const person of contract.people.filter(isThere).slice(0, 2))
    rows.training_record.push({
      ...{ ...contract.keys, id: random.uuid(), record_ref: random.uuid(), staff_id: person.id },
      ...{ ...random.pick(COURSES), attended_on: fromNumber(day) },
      ...{ in_working_time: false, publicly_funded: false, approval: "pending", course_date_id: null },
    });
}
