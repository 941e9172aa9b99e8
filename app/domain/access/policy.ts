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
  /** Confidential notes of a session, by its two sides alone. */
  "note.own": ["worker", "supervisor"],
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
  /** Approval and bulk entry of training, and the annual training plan. */
  "training.manage": ["manager"],
  /** Evidence of qualifications and posts, ranks and pay. */
  "career.manage": ["manager"],
  /** A ward's contracts, as totals. */
  "ward.read": ["ward"],
  "specification.write": ["ward"],
  /** Wards, contracts, users, jobs, audit. */
  "platform.read": ["admin"],
  "platform.write": ["admin"],
  "platform.invite": ["admin"],
  "jobs.run": ["admin"],
  /** One's own account: password, language, devices, which membership is in use. */
  "account.own": ["worker", "supervisor", "manager", "ward", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;
export const ACTIONS = Object.keys(POLICY) as Action[];

/** Whether a role may do something. */
export function may(role: Role, action: Action): boolean {
  return (POLICY[action] as readonly Role[]).includes(role);
}

/** The home of each role. */
export const HOMES: Record<Role, string> = {
  worker: "/me",
  supervisor: "/supervision",
  manager: "/contractor",
  ward: "/ward",
  admin: "/admin",
};
