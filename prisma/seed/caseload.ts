/** Cases and who led them: more come in spring, December and March; a lead who is away hands over. */
import { fromNumber, isOpenDay } from "../../app/lib/calendar";
import { COMPLEXITY_TAGS } from "../../app/domain/workforce/vocabulary";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoPerson, type DemoRows } from "./rows";

/** January to December. */
const SEASON = [0.85, 0.9, 1.2, 1.25, 1.2, 1.15, 0.95, 0.8, 0.9, 0.95, 0.95, 1.25];
const OPEN_DAYS_A_YEAR = 243;
/** Cases are opened from so long before the first fiscal year, so that the year starts with open ones. */
const RUN_UP_DAYS = 300;
const TAG_WEIGHTS: Record<string, number> = {
  debt: 5,
  illness: 4,
  mental_health: 5,
  family: 3,
  housing: 4,
  isolation: 3,
  disability: 2,
};

const WINDING_DOWN_DAYS = 60;

type Lead = { person: DemoPerson; from: number };
type OpenCase = { id: string; closes: number; lead: Lead };

/** Adds the cases of a contract and their leads, one lead a day. */
export function addCases(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { keys, blueprint, today, people } = contract;
  const support = people.filter(isSupport);
  const open = new Map<string, OpenCase>();
  let count = 0;

  function assign(item: OpenCase, to: number | null): void {
    rows.case_assignment.push({
      ...keys,
      case_id: item.id,
      staff_id: item.lead.person.id,
      from_on: fromNumber(item.lead.from),
      to_on: to === null ? null : fromNumber(to),
    });
  }

  function colleague(day: number, officeId: string | undefined, except?: DemoPerson): DemoPerson | null {
    const present = support.filter((person) => person !== except && atWork(person, day));
    const near = present.filter((person) => person.office?.id === officeId);
    const choice = near.length > 0 ? near : present;
    return choice.length === 0
      ? null
      : random.weighted(choice, (person) => person.pull * person.weeklyHours * (isWindingDown(person, day) ? 0.1 : 1));
  }

  function handOver(day: number): void {
    for (const item of open.values()) {
      const { person } = item.lead;
      if (item.lead.from >= day || (atWork(person, day) && !random.chance(0.00012))) continue;
      const next = colleague(day, person.office?.id, person);
      if (!next) continue;
      assign(item, day - 1);
      item.lead = { person: next, from: day };
    }
  }

  for (let day = contract.from - RUN_UP_DAYS; day <= today; day += 1) {
    for (const item of [...open.values()].filter((candidate) => candidate.closes < day)) {
      assign(item, item.closes);
      open.delete(item.id);
    }
    handOver(day);
    const text = fromNumber(day);
    if (!isOpenDay(text)) continue;
    const season = SEASON[Number(text.slice(5, 7)) - 1] ?? 1;
    const growth = 1 + (0.04 * (day - today)) / 365;
    for (const office of contract.offices) {
      const present = support.filter((person) => person.office === office && atWork(person, day));
      const demand = present.reduce((sum, person) => sum + (person.weeklyHours / 40) * person.pull, 0);
      const arrivals = random.poisson(
        ((blueprint.casesPerFte * office.pressure * demand) / OPEN_DAYS_A_YEAR) * season * growth,
      );
      for (let arrival = 0; arrival < arrivals; arrival += 1) {
        const person = colleague(day, office.id);
        if (!person) continue;
        count += 1;
        const item: OpenCase = {
          id: random.uuid(),
          closes: day + duration(blueprint.caseLength, random),
          lead: { person, from: day },
        };
        open.set(item.id, item);
        const year = text.slice(2, 4);
        rows.support_case.push({
          ...{
            ...keys,
            id: item.id,
            case_ref: `${blueprint.code.replace("-", "")}-${year}-${String(count).padStart(5, "0")}`,
            office_id: office.id,
          },
          ...{
            opened_on: text,
            closed_on: item.closes <= today ? fromNumber(item.closes) : null,
            tags: tagsOf(blueprint.tags, random),
          },
        });
      }
    }
  }
  for (const item of open.values()) assign(item, item.closes <= today ? item.closes : null);
}

/** Who will soon be away for long, and has told, gets few new cases. */
function isWindingDown(person: DemoPerson, day: number): boolean {
  const away = [person.left, ...person.leave.map((span) => (span.to === null ? null : span.from))];
  return away.some((from) => from !== null && from > day && from - day <= WINDING_DOWN_DAYS);
}

/** A third end within two months, a fifth last most of a year or longer. */
function duration(length: number, random: Stream): number {
  const kind = random.next();
  const days = kind < 0.35 ? random.between(10, 60) : kind < 0.8 ? random.between(60, 190) : random.between(190, 480);
  return Math.round(days * length);
}

function tagsOf(mean: number, random: Stream): string[] {
  const wanted = Math.min(random.poisson(mean), 6);
  const tags = new Set<string>();
  while (tags.size < wanted) tags.add(random.weighted(COMPLEXITY_TAGS, (tag) => TAG_WEIGHTS[tag] ?? 1));
  return COMPLEXITY_TAGS.filter((tag) => tags.has(tag));
}
