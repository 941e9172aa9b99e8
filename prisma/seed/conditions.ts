/** Overtime, leave taken and grave events. */
import { addMonths, fromNumber, lastDayOfMonth, monthOf, toNumber, type Day } from "../../app/lib/calendar";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoPerson, type DemoRows } from "./rows";

/** Overtime is worst where cases come in: January to December. */
const SEASON = [0.9, 1, 1.35, 1.2, 1.1, 1, 0.9, 0.75, 0.9, 1, 1, 1.25];
const STRAINED_MONTHS = 8;

/** Adds a row for each support worker and full month up to the last one. */
export function addMonthlyConditions(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { keys, blueprint, people, todayText } = contract;
  const thisMonth = `${monthOf(todayText)}-01`;
  const strainedFrom = addMonths(thisMonth, -STRAINED_MONTHS);
  for (let month: Day = fromNumber(contract.from); month < thisMonth; month = addMonths(month, 1)) {
    const middle = toNumber(month) + 14;
    for (const person of people.filter(
      (candidate) => isSupport(candidate) && atWork(candidate, middle) && candidate.hired <= toNumber(month),
    )) {
      const season = SEASON[Number(month.slice(5, 7)) - 1] ?? 1;
      const strained = person.strained && month >= strainedFrom;
      const hours = strained
        ? random.between(46, 78) * Math.max(season, 1)
        : blueprint.overtime * random.between(0.4, 1.4) * season * (person.weeklyHours / 40);
      const leave = strained
        ? random.pick([0, 0, 0.5, 1])
        : Math.round(blueprint.leaveDaysPerMonth * random.between(0.2, 1.9) * 2) / 2;
      rows.overtime_month.push({
        ...keys,
        staff_id: person.id,
        month,
        overtime_hours: Math.round(hours * 4) / 4,
        leave_days_taken: leave,
      });
    }
  }
}

/** Adds critical incidents: rare, and more of them where the strain is. */
export function addIncidents(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { keys, blueprint, people, today } = contract;
  const add = (person: DemoPerson, day: number, kind: string) =>
    rows.critical_incident.push({
      ...keys,
      id: random.uuid(),
      staff_id: person.id,
      occurred_on: fromNumber(day),
      kind,
    });
  const support = people.filter(isSupport);
  for (
    let day = toNumber(lastDayOfMonth(monthOf(fromNumber(contract.from))));
    day < today - 60;
    day += random.whole(90, 260)
  ) {
    const person = random.pick(support.filter((candidate) => atWork(candidate, day)));
    if (random.chance(blueprint.supervisionMissed + 0.3))
      add(person, day, random.pick(["threat", "threat", "violence", "other"]));
  }
  const worst = support.filter((person) => person.strained && atWork(person, today)).slice(0, 2);
  worst.forEach((person, index) => add(person, today - 18 - 15 * index, index === 0 ? "suicide" : "violence"));
}
