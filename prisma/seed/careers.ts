/** Careers: posts before this one, promotions and raises, renewals under way, and what still waits for the manager's eye. */
import { fiscalYearOf, fiscalYearStart, fromNumber, toNumber } from "../../app/lib/calendar";
import { stream, type Stream } from "./random";
import { isSupport, type DemoContract, type DemoPerson, type DemoRows, type Row } from "./rows";

const EMPLOYERS = [
  "地域包括支援センター",
  "市社会福祉協議会",
  "障害者就業・生活支援センター",
  "若者サポートステーション",
  "総合病院",
];
const RENEWING = { days: 110, before: 1825 };
const COURSES = [
  { part: "knowledge", title: "キャリアコンサルタント更新講習（知識）", hours: 8, ago: 200 },
  { part: "skill", title: "更新講習（技能）面談の振り返り", hours: 6, ago: 160 },
  { part: "skill", title: "更新講習（技能）複雑な相談への対応", hours: 12, ago: 90 },
];

/** Adds careers to all contracts. No figure changes: what is added to qualifications waits, or its holder has another one. */
export function addCareers(
  rows: DemoRows,
  contracts: readonly DemoContract[],
  marks: ReadonlyMap<string, string>,
): void {
  for (const contract of contracts) {
    const random = stream(`careers ${contract.blueprint.code}`);
    const here = contract.people.filter((person) => isSupport(person) && person.left === null);
    for (const person of here) {
      addPost(rows, contract, person, random);
      addPromotion(rows, contract, person, random);
      if (marks.get(person.id)?.includes("w")) addRaise(rows, contract, person);
    }
    addRenewals(rows, contract, here, marks, random);
    const waiting = random.pick(here);
    const obtained = contract.today - random.whole(20, 60);
    rows.qualification.push({
      ...held(contract, waiting, random, "certified_social_worker", obtained, null),
      verification: "pending",
    });
  }
  // why: rows of one table are written with the same columns, so every one says its state.
  for (const row of rows.qualification) row.verification ??= "verified";
}

function held(
  { keys }: DemoContract,
  person: DemoPerson,
  random: Stream,
  kind: string,
  obtained: number,
  expires: number | null,
): Row {
  return {
    ...{ ...keys, id: random.uuid(), staff_id: person.id, kind, number: `第${random.whole(10_000, 299_999)}号` },
    ...{ obtained_on: fromNumber(obtained), expires_on: expires === null ? null : fromNumber(expires) },
  };
}

function addPost(rows: DemoRows, { keys }: DemoContract, person: DemoPerson, random: Stream): void {
  const [has, id, employer] = [random.chance(0.35), random.uuid(), random.pick(EMPLOYERS)];
  const to = person.hired - random.whole(10, 200);
  const from = to - random.whole(300, 2200);
  const field = random.weighted(["consultation", "welfare", "recognised"], (item) =>
    item === "consultation" ? 5 : item === "welfare" ? 4 : 1,
  );
  const verification = random.chance(0.7) ? "verified" : "pending";
  if (!has) return;
  rows.career_post.push({
    ...{ ...keys, id, staff_id: person.id, field, employer, verification },
    ...{ from_on: fromNumber(from), to_on: fromNumber(to) },
  });
}

function addPromotion(rows: DemoRows, contract: DemoContract, person: DemoPerson, random: Stream): void {
  const tenure = contract.today - person.hired;
  const after = Math.round(tenure * random.between(0.3, 0.6));
  if (person.role !== "chief_support_worker" || tenure < 400) return;
  const own = { ...contract.keys, staff_id: person.id };
  rows.rank_history.push({ ...own, from_on: fromNumber(person.hired), role: "support_worker" });
  rows.rank_history.push({ ...own, from_on: fromNumber(person.hired + after), role: person.role });
}

/** What the pay was until April, and what it is since. */
function addRaise(rows: DemoRows, contract: DemoContract, person: DemoPerson): void {
  const pay = rows.staff_pay.find((row) => row.staff_id === person.id);
  const since = toNumber(fiscalYearStart(fiscalYearOf(contract.todayText)));
  if (!pay || since <= person.hired) return;
  const own = { ...contract.keys, staff_id: person.id };
  const { annual_pay_jpy: annual = null, qualification_allowance_jpy: allowance = null } = pay;
  const before = Math.round((Number(annual) * 0.97) / 1000) * 1000;
  rows.pay_history.push({
    ...{ ...own, from_on: fromNumber(person.hired), annual_pay_jpy: before, qualification_allowance_jpy: allowance },
  });
  rows.pay_history.push({
    ...{ ...own, from_on: fromNumber(since), annual_pay_jpy: annual, qualification_allowance_jpy: allowance },
  });
}

/**
 * Whose registration ends in 70 days has some courses done. A worker with a sign-in who is qualified anyway renews soon too,
 * so that the checklist can be looked at.
 */
function addRenewals(
  rows: DemoRows,
  contract: DemoContract,
  here: readonly DemoPerson[],
  marks: ReadonlyMap<string, string>,
  random: Stream,
): void {
  for (const person of here) {
    const mark = marks.get(person.id) ?? "";
    const own = rows.qualification.filter((row) => row.staff_id === person.id);
    const lasting = own.some((row) => row.expires_on === null && row.kind !== "other");
    const isConsultant = own.some((row) => row.kind === "career_consultant");
    let renewing = mark.includes("z") ? own.find((row) => row.kind === "career_consultant") : undefined;
    if (mark.includes("w") && lasting && !isConsultant) {
      const ends = contract.today + RENEWING.days;
      renewing = held(contract, person, random, "career_consultant", ends - RENEWING.before, ends);
      rows.qualification.push(renewing);
    }
    if (!renewing) continue;
    for (const { part, title, hours, ago } of COURSES)
      rows.renewal_course.push({
        ...{ ...contract.keys, id: random.uuid(), qualification_id: renewing.id ?? null, staff_id: person.id },
        ...{ part, title, hours, completed_on: fromNumber(contract.today - ago) },
      });
  }
}
