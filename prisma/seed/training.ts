/** Training records: each quarter brings a few courses, and each worker attends a part of them. */
import { fiscalYearOf, fromNumber, QUARTERS, quarterSpan, toNumber, type Span } from "../../app/lib/calendar";
import { COURSES, type Course } from "./courses";
import { openDayWithin } from "./open-days";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoRows } from "./rows";

/** Hours of courses offered in each quarter; most before autumn, so that the year's target is not left to its end. */
const HOURS_OFFERED: Record<number, number> = { 1: 13, 2: 10, 3: 7, 4: 5 };

/** Adds the training attended in the three fiscal years up to today. */
export function addTraining(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { keys, blueprint, today, people } = contract;
  const support = people.filter(isSupport);
  const zeal = new Map(support.map((person) => [person.id, person.strained ? 0.35 : random.between(0.85, 1.15)]));
  let count = 0;
  for (let year = fiscalYearOf(fromNumber(contract.from)); year <= fiscalYearOf(contract.todayText); year += 1) {
    for (const quarter of QUARTERS) {
      for (const { course, day } of coursesOf(quarterSpan(year, quarter), HOURS_OFFERED[quarter] ?? 0, random)) {
        for (const person of support) {
          if (!atWork(person, day) || day > today) continue;
          if (
            !random.chance(
              blueprint.trainingAttendance * (blueprint.trainingPaid === 1 ? 1 : (zeal.get(person.id) ?? 1)),
            )
          )
            continue;
          count += 1;
          rows.training_record.push({
            ...{
              ...keys,
              id: random.uuid(),
              record_ref: `${blueprint.code.replace("-", "")}-T${String(count).padStart(5, "0")}`,
              staff_id: person.id,
            },
            ...{ ...course, attended_on: fromNumber(day) },
            ...{
              in_working_time: random.chance(blueprint.trainingPaid),
              publicly_funded: random.chance(blueprint.trainingPaid),
            },
            ...{ approval: "approved", course_date_id: null },
          });
        }
      }
    }
  }
}

function coursesOf(span: Span, hours: number, random: Stream): { course: Course; day: number }[] {
  const chosen: { course: Course; day: number }[] = [];
  let left = hours;
  for (const course of random.sample(COURSES, COURSES.length)) {
    if (course.hours > left) continue;
    left -= course.hours;
    chosen.push({ course, day: toNumber(openDayWithin(span, random)) });
  }
  return chosen;
}
