/**
 * Who may do what: the whole authorization policy as one table. Every route and action names an
 * entry; PostgreSQL's row-level security checks the tenant a second time.
 */
export const ROLES = ["worker", "supervisor", "manager", "ward", "admin"] as const;
export type Role = (typeof ROLES)[number];

const POLICY = {
  /** A worker's own figures, flags, training and sessions. */
  "own.read": ["worker"],
  "own.log": ["worker"],
  /** The own record as a document, also after leaving, and carrying it along to the next contractor. */
  "own.record": ["worker"],
  "own.transfer": ["worker"],
  /** Fetching the own token of an anonymous survey, and the private self-check. Answering itself knows nobody. */
  "survey.answer": ["worker"],
  /** Confidential notes of a session, by its two sides alone. */
  "note.own": ["worker", "supervisor"],
  /** A file of evidence: the person's own, or of the contract's staff. */
  "evidence.read": ["worker", "manager"],
  /** The own calendar address. */
  "calendar.own": ["worker", "supervisor"],
  /** Supervisees' coverage and workload. */
  "supervision.read": ["supervisor"],
  "supervision.schedule": ["supervisor"],
  "supervision.record": ["supervisor"],
  "supervision.plan": ["supervisor"],
  /** The own contract, by name. */
  "contract.read": ["manager"],
  "contract.import": ["manager"],
  "incident.log": ["manager"],
  "flag.answer": ["manager"],
  "people.invite": ["manager"],
  /** Improvement plans: the contractor's side, and what-ifs by name. */
  "plan.manage": ["manager"],
  "whatif.use": ["manager"],
  /** The staffing and fee simulator, each side with its own scenarios. */
  "simulate.contract": ["manager"],
  "simulate.ward": ["ward"],
  /** Anonymous surveys: preparing, opening and closing them, and reading what is published. */
  "survey.manage": ["manager"],
  /** Approval and bulk entry of training, and the annual training plan. */
  "training.manage": ["manager"],
  /** Evidence of qualifications and posts, ranks and pay. */
  "career.manage": ["manager"],
  /** A ward's contracts, as totals. */
  "ward.read": ["ward"],
  "specification.write": ["ward"],
  /** The ward's side of improvement plans: it acts toward the contractor, never toward a worker. */
  "plan.answer": ["ward"],
  /** Wards, contracts, users, jobs, audit. */
  "platform.read": ["admin"],
  "platform.write": ["admin"],
  "platform.invite": ["admin"],
  "jobs.run": ["admin"],
  /** What one has been told. */
  "notification.own": ["worker", "supervisor", "manager", "ward", "admin"],
  /** One's own account: password, language, devices, which membership is in use. */
  "account.own": ["worker", "supervisor", "manager", "ward", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;
export const ACTIONS = Object.keys(POLICY) as Action[];

/** Whether a role may do something. */
export function may(role: Role, action: Action): boolean {
  return (POLICY[action] as readonly Role[]).includes(role);
}

/** In which right somebody is here: a former worker is one who has left. */
export type Standing = { role: Role; isFormer: boolean };

/** What a worker keeps after leaving: the own record with its evidence, carrying it along, and the own account. */
const KEPT_AFTER_LEAVING: readonly Action[] = ["own.record", "own.transfer", "evidence.read", "account.own"];

/** Whether somebody may do something, by role and standing. */
export function mayAs({ role, isFormer }: Standing, action: Action): boolean {
  return may(role, action) && (!isFormer || KEPT_AFTER_LEAVING.includes(action));
}

/** The home of each role. */
export const HOMES: Record<Role, string> = {
  worker: "/me",
  supervisor: "/supervision",
  manager: "/contractor",
  ward: "/ward",
  admin: "/admin",
};

/** Where somebody begins: a former worker at the own record. */
export function homeOf({ role, isFormer }: Standing): string {
  return isFormer ? "/me/record" : HOMES[role];
}
