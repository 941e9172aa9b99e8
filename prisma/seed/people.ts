/** Staff of a contract: posts, leave, qualifications and pay, from the blueprint's short notation. */
import {
  addDays,
  addMonths,
  anniversary,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  fromNumber,
  isDay,
  lastDayOfMonth,
  monthOf,
  toNumber,
  type Day,
} from "../../app/lib/calendar";
import type { Stream } from "./random";
import { isSupport, type DemoContract, type DemoOffice, type DemoPerson, type DemoRows, type Row } from "./rows";

const ROLES: Record<string, string> = {
  S: "support_worker",
  C: "chief_support_worker",
  E: "employment_support_worker",
  O: "outreach_worker",
  V: "supervisor",
  M: "manager",
  K: "clerk",
};

type Post = { role: string; hours: number; yearsAgo: number; monthsStayed: number | null; marks: string };

function readPost(text: string): Post {
  const match = /^([SCEOVMK])(\d+)\/(\d+)(?:-(\d+))?([!a-z]*)$/.exec(text);
  if (!match) throw new Error(`Not a post: ${text}`);
  const [, letter = "", hours, yearsAgo, months, marks = ""] = match;
  return {
    role: ROLES[letter] ?? letter,
    hours: Number(hours),
    yearsAgo: Number(yearsAgo),
    monthsStayed: months ? Number(months) : null,
    marks,
  };
}

/** Everybody who works or worked for a contract, with the marks of the blueprint. */
export function makePeople(
  contract: Omit<DemoContract, "people">,
  random: Stream,
  nextName: () => string,
): { person: DemoPerson; marks: string }[] {
  const { blueprint, offices } = contract;
  const placed = blueprint.offices.flatMap((office, index) =>
    office.posts.split(" ").map((post) => [post, offices[index] ?? null] as const),
  );
  const others = blueprint.otherPosts.split(" ").map((post) => [post, offices[0] ?? null] as const);
  const gone = blueprint.left.split(" ").map((post) => [post, random.pick(offices)] as const);
  return [...placed, ...others, ...gone].map(([text, office], index) => {
    const code = `${blueprint.code.replace("-", "")}-${String(index + 1).padStart(3, "0")}`;
    return makePerson(readPost(text), office, contract, code, nextName(), random);
  });
}

function makePerson(
  post: Post,
  office: DemoOffice | null,
  contract: Pick<DemoContract, "todayText" | "today" | "blueprint">,
  code: string,
  name: string,
  random: Stream,
) {
  const hiredOn = post.marks.includes("f")
    ? leapDayBefore(addDays(contract.todayText, -200))
    : hireDay(post.yearsAgo, contract.todayText, random);
  const left = lastDay(post, hiredOn, contract);
  const strained = post.marks.includes("!");
  const person: DemoPerson = {
    ...{
      id: random.uuid(),
      code,
      name,
      office,
      role: post.role,
      weeklyHours: post.hours,
      hired: toNumber(hiredOn),
      left,
    },
    leave: leaveOf(post.marks, contract.today, random),
    pull: strained ? random.between(1.15, 1.35) : random.between(...contract.blueprint.pull),
    strained,
  };
  return { person, marks: post.marks };
}

/** Most are hired on 1 April. Those of three years ago have their third anniversary within the last 365 days. */
function hireDay(yearsAgo: number, today: Day, random: Stream): Day {
  const year = fiscalYearOf(today) - yearsAgo;
  const month = random.pick([0, 0, 0, 0, 0, 0, 3, 6, 6, 9]);
  const wanted = addMonths(fiscalYearStart(year), month);
  const latest = yearsAgo === 3 ? addDays(addMonths(today, -36), -1) : addDays(today, -20);
  return wanted <= latest && (yearsAgo !== 3 || anniversary(wanted, 3) > addDays(today, -365))
    ? wanted
    : fiscalYearStart(year);
}

function leapDayBefore(day: Day): Day {
  for (let year = +day.slice(0, 4); ; year -= 1) {
    const leapDay = `${year}-02-29`;
    if (isDay(leapDay) && leapDay <= day) return leapDay;
  }
}

/** People leave at a month's end; nobody who is on the list of leavers is still there today. */
function lastDay(post: Post, hiredOn: Day, contract: { todayText: Day; today: number }): number | null {
  if (post.marks.includes("n")) return toNumber(fiscalYearEnd(fiscalYearOf(contract.todayText)));
  if (post.monthsStayed === null) return null;
  const left = toNumber(lastDayOfMonth(monthOf(addMonths(hiredOn, post.monthsStayed - 1))));
  const latest = toNumber(lastDayOfMonth(monthOf(addMonths(contract.todayText, -1))));
  return Math.max(Math.min(left, latest), toNumber(hiredOn));
}

function leaveOf(marks: string, today: number, random: Stream): DemoPerson["leave"] {
  const ago = random.whole(0, 20);
  if (marks.includes("p")) return [{ from: today - 70 - ago, to: today + 260 }];
  if (marks.includes("q")) return [{ from: today - 560 - ago, to: today - 230 }];
  if (marks.includes("s")) return [{ from: today - 40 - ago, to: null }];
  if (marks.includes("c")) return [{ from: today - 150 - ago, to: today - 90 }];
  return [];
}

const LEAVE_KINDS: Record<string, string> = { p: "parental", q: "parental", s: "sick", c: "care" };

/** Rows about staff and what belongs to a person. */
export function addPeopleRows(
  rows: DemoRows,
  contract: DemoContract,
  marks: ReadonlyMap<string, string>,
  random: Stream,
): void {
  const { keys, blueprint } = contract;
  const domain = blueprint.code.toLowerCase().replace("-", "");
  for (const person of contract.people) {
    const mark = marks.get(person.id) ?? "";
    const own = { ...keys, staff_id: person.id };
    const partTime = person.weeklyHours < 38;
    rows.staff.push({
      ...{ ...keys, id: person.id, staff_code: person.code, office_id: person.office?.id ?? null, role: person.role },
      ...{
        employment: partTime ? "part_time" : "full_time",
        weekly_hours: person.weeklyHours,
        dedicated_outreach: mark.includes("d"),
      },
      ...{ hired_on: fromNumber(person.hired), left_on: person.left === null ? null : fromNumber(person.left) },
    });
    rows.staff_identity.push({ ...own, name: person.name, email: `${person.code.toLowerCase()}@${domain}.example` });
    const years = (contract.today - person.hired) / 365;
    const grade =
      person.role === "manager" || person.role === "supervisor"
        ? 1.35
        : person.role === "chief_support_worker"
          ? 1.2
          : 1;
    const pay =
      blueprint.pay *
      grade *
      (1 + 0.012 * Math.min(years, 12)) *
      random.between(0.97, 1.04) *
      (person.weeklyHours / 40);
    rows.staff_pay.push({
      ...own,
      annual_pay_jpy: Math.round(pay / 1000) * 1000,
      qualification_allowance_jpy: random.chance(0.3) ? 120_000 : null,
    });
    for (const span of person.leave) {
      const kind = LEAVE_KINDS[[...mark].find((letter) => letter in LEAVE_KINDS) ?? ""] ?? "other";
      rows.staff_leave.push({
        ...own,
        starts_on: fromNumber(span.from),
        ends_on: span.to === null ? null : fromNumber(span.to),
        kind,
      });
    }
  }
  rows.qualification.push(...qualificationRows(contract, marks, random));
}

const KINDS = [
  { kind: "certified_social_worker", weight: 5 },
  { kind: "mental_health_social_worker", weight: 3 },
  { kind: "certified_psychologist", weight: 1 },
  { kind: "public_health_nurse", weight: 1 },
  { kind: "care_worker", weight: 1 },
];
const EXPIRY_MARKS: Record<string, number> = { x: -12, y: 25, z: 70 };

function qualificationRows(
  { keys, people, blueprint, today }: DemoContract,
  marks: ReadonlyMap<string, string>,
  random: Stream,
): Row[] {
  const row = (person: DemoPerson, kind: string, obtained: number, expires: number | null): Row => ({
    ...{ ...keys, id: random.uuid(), staff_id: person.id, kind, number: `第${random.whole(10_000, 299_999)}号` },
    ...{ obtained_on: fromNumber(obtained), expires_on: expires === null ? null : fromNumber(expires) },
  });
  const expiring = (person: DemoPerson) =>
    [...(marks.get(person.id) ?? "")].map((mark) => EXPIRY_MARKS[mark]).find((days) => days !== undefined);
  const result: Row[] = [];
  const here = people.filter((person) => isSupport(person) && person.left === null && expiring(person) === undefined);
  const gone = people.filter((person) => isSupport(person) && person.left !== null);
  const others = people.filter((person) => person.role === "supervisor");
  const holders = [
    ...random.sample(here, Math.round(here.length * blueprint.qualifiedShare)),
    ...random.sample(gone, Math.round(gone.length / 3)),
    ...others,
  ];
  for (const person of holders) {
    const before = Math.min(person.hired, today) - random.whole(60, 2500);
    result.push(row(person, random.weighted(KINDS, (item) => item.weight).kind, before, null));
    const since = today - random.whole(500, 800);
    if (random.chance(0.25)) result.push(row(person, "career_consultant", since, since + 1825));
  }
  for (const person of people) {
    const days = expiring(person);
    if (days !== undefined) result.push(row(person, "career_consultant", today + days - 1825, today + days));
    else if (isSupport(person) && random.chance(0.08))
      result.push(row(person, "other", person.hired + random.whole(30, 200), null));
  }
  return result.filter((item) => String(item.obtained_on) <= fromNumber(today));
}
