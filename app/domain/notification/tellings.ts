/**
 * Who hears what, once. A key names what was heard: of one person and key there is one notification, however often it is told.
 *
 * A worker's flag reaches the worker first: the worker's notification is written before those of supervisor and manager. The
 * ward hears of workers' flags as a rule in a group of workers, and on the next working day after them.
 */
import { addDays, isOpenDay, type Day } from "../../lib/calendar";
import { HOMES, type Role } from "../access/policy";
import { entryOf } from "../flag/catalogue";
import type { Severity } from "../workforce/vocabulary";
import type {
  DecisionHappening,
  FlagHappening,
  GroupHappening,
  Happening,
  NotificationKind,
  Params,
  PlanHappening,
  RequestHappening,
  SurveyHappening,
} from "./happenings";

/** Whom a telling reaches: a role in the contract, or those of it who are or supervise one of some staff. */
export type Reader = { role: Role; staffIds: string[] | null; path: string };
export type Telling = {
  key: string;
  kind: NotificationKind;
  severity: Severity | null;
  params: Params;
  /** From this day on it is shown. */
  day: Day;
  /** In the order in which they hear. */
  readers: Reader[];
};

/** What is told of something that happened in a contract. */
export function tellingOf(happening: Happening, contractId: string, day: Day): Telling {
  switch (happening.kind) {
    case "flag.raised":
    case "flag.severity":
    case "flag.due":
    case "flag.resolved":
    case "flag.acknowledged":
    case "flag.agreed":
    case "flag.comment":
      return flagTelling(happening, day);
    case "group.raised":
    case "group.severity":
    case "group.due":
    case "group.resolved":
      return groupTelling(happening, contractId, day);
    case "request.escalated":
      return requestTelling(happening, day);
    case "survey.opened":
    case "survey.closed":
      return surveyTelling(happening, contractId, day);
    case "training.approved":
    case "training.rejected":
    case "qualification.verified":
    case "qualification.sentBack":
      return decisionTelling(happening, day);
    default:
      return planTelling(happening, contractId, day);
  }
}

/** The first working day after a day. */
export function nextOpenDay(day: Day): Day {
  const next = addDays(day, 1);
  return isOpenDay(next) ? next : nextOpenDay(next);
}

const FLAG_KEYS: Record<FlagHappening["kind"], (flag: FlagHappening) => string> = {
  "flag.raised": () => "raised",
  "flag.severity": ({ severity }) => `severity:${severity}`,
  "flag.due": ({ stamp }) => `due:${stamp ?? ""}`,
  "flag.resolved": ({ stamp }) => `resolved:${stamp ?? ""}`,
  "flag.acknowledged": () => "acknowledged",
  "flag.agreed": ({ stamp }) => `agreed:${stamp ?? ""}`,
  "flag.comment": ({ stamp }) => `comment:${stamp ?? ""}`,
};

function flagTelling(flag: FlagHappening, day: Day): Telling {
  const { kind, flagId, rule, severity, staffId, staffCode, officeCode } = flag;
  const manager: Reader = { role: "manager", staffIds: null, path: `/contractor/flags/${flagId}` };
  const ofStaff = (role: Role, path: string): Reader => ({ role, staffIds: staffId === null ? [] : [staffId], path });
  const worker = ofStaff("worker", `/me/flags/${flagId}`);
  const supervisor = ofStaff("supervisor", HOMES.supervisor);
  // why: acknowledging and agreeing are the manager's own doing, or told with the plan.
  const isManagers = kind === "flag.acknowledged" || kind === "flag.agreed";
  return {
    ...{ key: `flag:${flagId}:${FLAG_KEYS[kind](flag)}`, kind, severity, day },
    params: {
      rule,
      ...(staffCode === null ? {} : { staff: staffCode }),
      ...(officeCode === null ? {} : { offices: [officeCode] }),
    },
    readers: [...(staffId === null ? [] : [worker, supervisor]), ...(isManagers ? [] : [manager])],
  };
}

function groupTelling({ kind, rule, severity, offices, count, of }: GroupHappening, contractId: string, day: Day) {
  const where = offices.length > 0 ? offices.join("+") : "contract";
  return {
    ...{ key: `ward:${contractId}:${rule}:${where}:${kind}:${severity}:${day}`, kind, severity },
    params: { rule, offices, ...(count === null || of === null ? {} : { count, of }) },
    day: entryOf(rule).level === "worker" ? nextOpenDay(day) : day,
    readers: [{ role: "ward" as const, staffIds: null, path: "/ward/flags" }],
  };
}

function planTelling(plan: PlanHappening, contractId: string, day: Day): Telling {
  const { kind, planId, rule, offices, due, stamp } = plan;
  return {
    ...{ key: `plan:${stamp}`, kind, severity: null, day },
    params: { rule, offices, ...(due === undefined ? {} : { due }) },
    readers: planRoles(plan).map((role) => ({
      ...{ role, staffIds: null },
      path: role === "ward" ? `/ward/plans/${contractId}/${planId}` : `/contractor/plans/${planId}`,
    })),
  };
}

/** The side that is to act or to know; both, where a clock has run out or a review is due. */
function planRoles({ kind, owner, by }: PlanHappening): Role[] {
  switch (kind) {
    case "plan.proposed":
    case "plan.closed":
    case "plan.withdrawn":
      return ["ward"];
    case "plan.returned":
    case "plan.agreed":
    case "plan.answered":
      return ["manager"];
    case "plan.comment":
      return by === "ward" ? ["manager"] : ["ward"];
    case "plan.measureDue":
      return owner === "ward" ? ["ward"] : ["manager"];
    case "plan.contractorLate":
    case "plan.wardLate":
    case "plan.reviewDue":
      return ["manager", "ward"];
  }
}

function requestTelling({ kind, requestId, staffId, staffCode }: RequestHappening, day: Day): Telling {
  return {
    ...{ key: `request:${requestId}:escalated`, kind, severity: null, day, params: { staff: staffCode } },
    readers: [
      { role: "worker", staffIds: [staffId], path: "/me/requests" },
      { role: "supervisor", staffIds: [staffId], path: `/supervision/requests/${requestId}` },
      { role: "manager", staffIds: null, path: HOMES.manager },
    ],
  };
}

function surveyTelling({ kind, campaignId, closesOn, eligible }: SurveyHappening, contractId: string, day: Day) {
  const isOpen = kind === "survey.opened";
  const results = isOpen ? "" : "/results";
  const readers: Reader[] = [
    { role: "worker", staffIds: isOpen ? (eligible ?? []) : null, path: `/me/surveys/${campaignId}${results}` },
    { role: "manager", staffIds: null, path: `/contractor/surveys/${campaignId}${results}` },
  ];
  const ward: Reader = { role: "ward", staffIds: null, path: `/ward/contracts/${contractId}/surveys/${campaignId}` };
  return {
    ...{ key: `survey:${campaignId}:${isOpen ? "opened" : "closed"}`, kind, severity: null, day },
    params: closesOn === null ? {} : { due: closesOn },
    readers: isOpen ? readers : [...readers, ward],
  };
}

function decisionTelling(decision: DecisionHappening, day: Day): Telling {
  const { kind, recordId, staffId, version, qualification } = decision;
  const [topic = "", word = ""] = kind.split(".");
  const path = topic === "training" ? `/me/training/${recordId}` : `/me/career/qualifications/${recordId}`;
  return {
    ...{ key: `${topic}:${recordId}:${word}:${version}`, kind, severity: null, day },
    params: qualification === undefined ? {} : { qualification },
    readers: [{ role: "worker", staffIds: [staffId], path }],
  };
}
