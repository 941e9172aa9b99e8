/** The records that a flag about an office or a contract is counted from. They name staff: the contractor alone reads them. */
import { asTenant, type Tenant, type Tx } from "../../db/scope.server";
import type { Day, Month } from "../../lib/calendar";
import { readContract } from "../kpi/contract-facts.server";
import { listLeave, listPosts, type PostRow } from "../kpi/people-facts.server";
import { isBelowFloor, payOn } from "../pay/flag-rules";
import { monthsAsked, returnDueOn } from "../returns/flag-rules";
import { fteOf, isOnLeaveOn, isSupportRole, isSupportStaffOn, yearEnding } from "../workforce/rules";
import type { StaffRole } from "../workforce/vocabulary";
import { entryOf, type GroupRecordKind } from "./catalogue";
import { figure, type RuleKey } from "./finding";

type Person = { staffId: string; staffCode: string; name: string | null };
export type LeaverRecord = Person & { hiredOn: Day; leftOn: Day | null };
export type PostRecord = Person & { role: StaffRole; fte: number; dedicatedOutreach: boolean; isOnLeave: boolean };
export type PayRecord = Person & { annualPayJpy: number | null; fte: number };
export type FilingRecord = { month: Month; dueOn: Day; submittedOn: Day | null };
/** Who left, the posts of the day, who is paid below the floor, and how far the returns are; only what the rule reads. */
export type GroupRecords = {
  leavers: LeaverRecord[];
  posts: PostRecord[];
  pay: PayRecord[];
  filings: FilingRecord[];
};

export const NO_GROUP_RECORDS: GroupRecords = { leavers: [], posts: [], pay: [], filings: [] };

/** The records behind a flag about an office (or, without one, the contract) as of a day. */
export function groupRecords(
  tenant: Tenant,
  { rule, officeId }: { rule: RuleKey; officeId: string | null },
  day: Day,
): Promise<GroupRecords> {
  const [kind] = entryOf(rule).records;
  if (kind === undefined || !(kind in NO_GROUP_RECORDS)) return Promise.resolve(NO_GROUP_RECORDS);
  return asTenant(tenant, async (tx) => {
    const { terms, filings, startsOn, endsOn } = await readContract(tx, tenant, day);
    const posts = await listPosts(tx, tenant);
    const leave = await listLeave(tx, tenant);
    const names = await namesOf(tx, tenant);
    const staff = posts
      .filter((post) => isSupportRole(post.role) && (officeId === null || post.officeId === officeId))
      .map((post) => ({ ...post, leave: leave.filter(({ staffId }) => staffId === post.staffId) }));
    const person = ({ staffId, staffCode }: PostRow): Person => ({
      staffId,
      staffCode,
      name: names.get(staffId) ?? null,
    });
    const fte = ({ weeklyHours }: PostRow) => figure(fteOf(weeklyHours, terms.fullTimeHours));
    const employed = staff.filter((post) => isSupportStaffOn(post, day));
    const year = yearEnding(day);
    const { returnDueDay } = terms;
    const lists: { [K in GroupRecordKind]: () => GroupRecords[K] } = {
      leavers: () =>
        staff
          .filter(({ leftOn }) => leftOn !== null && leftOn >= year.from && leftOn <= year.to)
          .map((post) => ({ ...person(post), hiredOn: post.hiredOn, leftOn: post.leftOn })),
      posts: () =>
        employed.map((post) => ({
          ...{ ...person(post), role: post.role, fte: fte(post) },
          ...{ dedicatedOutreach: post.dedicatedOutreach, isOnLeave: isOnLeaveOn(post, day) },
        })),
      pay: () =>
        employed
          .filter((post) => isBelowFloor(post, payOn(post, day), terms))
          .map((post) => ({ ...person(post), annualPayJpy: payOn(post, day), fte: fte(post) })),
      filings: () =>
        monthsAsked({ day, startsOn, endsOn }).map((month) => ({
          ...{ month, dueOn: returnDueOn(month, returnDueDay ?? 1) },
          submittedOn: filings.find((filing) => filing.month === month)?.submittedOn ?? null,
        })),
    };
    return { ...NO_GROUP_RECORDS, [kind]: lists[kind as GroupRecordKind]() };
  });
}

async function namesOf(tx: Tx, { wardId, contractId }: Tenant): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ staffId: string; name: string }[]>`SELECT staff_id::text AS "staffId", name
    FROM staff_identity WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid`;
  return new Map(rows.map((row) => [row.staffId, row.name]));
}
