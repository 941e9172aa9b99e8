/** The pages of each role's navigation; what a role may not do is not in it. */
import { may, type Action, type Role } from "../domain/access/policy";

const ITEMS = [
  { to: "/me", label: "common.nav.me", action: "own.read", end: true },
  { to: "/me/training", label: "common.nav.myTraining", action: "own.read" },
  { to: "/me/sessions", label: "common.nav.mySessions", action: "own.read" },
  { to: "/supervision", label: "common.nav.supervision", action: "supervision.read", end: true },
  { to: "/supervision/sessions", label: "common.nav.sessions", action: "supervision.read" },
  { to: "/contractor", label: "common.nav.contractor", action: "contract.read", end: true },
  { to: "/contractor/workers", label: "common.nav.workers", action: "contract.read" },
  { to: "/contractor/flags", label: "common.nav.flags", action: "contract.read" },
  { to: "/contractor/import", label: "common.nav.import", action: "contract.import" },
  { to: "/contractor/people", label: "common.nav.people", action: "people.invite" },
  { to: "/ward", label: "common.nav.ward", action: "ward.read", end: true },
  { to: "/ward/flags", label: "common.nav.flags", action: "ward.read" },
  { to: "/admin", label: "common.nav.admin", action: "platform.read", end: true },
  { to: "/admin/users", label: "common.nav.users", action: "platform.read" },
  { to: "/admin/jobs", label: "common.nav.jobs", action: "platform.read" },
  { to: "/admin/mail", label: "calendar.mail.admin.title", action: "platform.read" },
  { to: "/admin/audit", label: "common.nav.audit", action: "platform.read" },
] as const satisfies readonly { to: string; label: string; action: Action; end?: boolean }[];

export type NavItem = { to: string; label: (typeof ITEMS)[number]["label"]; end?: boolean };

/** What a role finds in the navigation. */
export function navigationFor(role: Role): NavItem[] {
  return ITEMS.filter((item) => may(role, item.action));
}
