/** The pages of each role's navigation; what a role may not do is not in it. */
import { mayAs, type Action, type Standing } from "../domain/access/policy";

const ITEMS = [
  { to: "/me", label: "common.nav.me", action: "own.read", end: true },
  { to: "/me/training", label: "common.nav.myTraining", action: "own.read" },
  { to: "/me/sessions", label: "common.nav.mySessions", action: "own.read" },
  { to: "/me/career", label: "common.nav.myCareer", action: "own.read" },
  { to: "/me/requests", label: "common.nav.requests", action: "own.read" },
  { to: "/supervision", label: "common.nav.supervision", action: "supervision.read", end: true },
  { to: "/supervision/sessions", label: "common.nav.sessions", action: "supervision.read" },
  { to: "/supervision/requests", label: "common.nav.requests", action: "supervision.read" },
  { to: "/supervision/coverage", label: "requirement.coverage.nav", action: "supervision.read" },
  { to: "/supervision/planner", label: "common.nav.planner", action: "supervision.plan" },
  { to: "/contractor", label: "common.nav.contractor", action: "contract.read", end: true },
  { to: "/contractor/workers", label: "common.nav.workers", action: "contract.read" },
  { to: "/contractor/flags", label: "common.nav.flags", action: "contract.read" },
  { to: "/contractor/redistribution", label: "redistribution.nav", action: "whatif.use" },
  { to: "/contractor/simulator", label: "simulator.nav", action: "simulate.contract" },
  { to: "/contractor/plans", label: "improvement.nav", action: "plan.manage" },
  { to: "/contractor/training", label: "common.nav.training", action: "training.manage" },
  { to: "/contractor/qualifications", label: "common.nav.qualifications", action: "career.manage" },
  { to: "/contractor/surveys", label: "survey.manage.nav", action: "survey.manage" },
  { to: "/contractor/import", label: "common.nav.import", action: "contract.import" },
  { to: "/contractor/people", label: "common.nav.people", action: "people.invite" },
  { to: "/ward", label: "common.nav.ward", action: "ward.read", end: true },
  { to: "/ward/flags", label: "common.nav.flags", action: "ward.read" },
  { to: "/ward/plans", label: "improvement.nav", action: "plan.answer" },
  { to: "/admin", label: "common.nav.admin", action: "platform.read", end: true },
  { to: "/admin/users", label: "common.nav.users", action: "platform.read" },
  { to: "/admin/jobs", label: "common.nav.jobs", action: "platform.read" },
  { to: "/admin/mail", label: "calendar.mail.admin.title", action: "platform.read" },
  { to: "/admin/audit", label: "common.nav.audit", action: "platform.read" },
] as const satisfies readonly { to: string; label: string; action: Action; end?: boolean }[];

/** A worker's own record stands in the account menu; for those who have left it is all there is. */
const RECORD = { to: "/me/record", label: "record.nav" } as const;

export type NavItem = { to: string; label: (typeof ITEMS)[number]["label"] | typeof RECORD.label; end?: boolean };

/** What somebody finds in the navigation. */
export function navigationFor(standing: Standing): NavItem[] {
  return standing.isFormer ? [RECORD] : ITEMS.filter((item) => mayAs(standing, item.action));
}

/** What stands in the account menu besides the account itself. */
export function accountMenuFor(standing: Standing): NavItem[] {
  return mayAs(standing, "own.record") ? [RECORD] : [];
}
