/** What a day's digest says: how many of which kind, in whose part of the site. Neither a person nor a person's figure is in it. */
import { z } from "zod";

import { HOMES, ROLES, type Role } from "../access/policy";
import { RULE_KEYS } from "../flag/finding";
import { NOTIFICATION_KINDS, type NotificationKind } from "./happenings";

const lineSchema = z.object({
  kind: z.enum(NOTIFICATION_KINDS),
  role: z.enum(ROLES),
  /** Null in a worker's mail: a rule's name about oneself is not for a mail that others may see. */
  rule: z.enum(RULE_KEYS).nullable(),
  contract: z.string().nullable(),
  count: z.number().int().positive(),
});
export type DigestLine = z.output<typeof lineSchema>;

export const digestContent = z.object({
  kind: z.literal("digest"),
  day: z.string(),
  now: z.array(lineSchema),
  news: z.array(lineSchema),
  /** Ends the digest for its reader. */
  token: z.uuid(),
  origin: z.string(),
});
export type DigestContent = z.output<typeof digestContent>;

/** Notifications of one kind, told to one person in one place. */
export type Counted = {
  kind: NotificationKind;
  area: string;
  rule: DigestLine["rule"];
  contract: string | null;
  count: number;
};

const NEEDS: Partial<Record<NotificationKind, readonly Role[]>> = {
  "flag.raised": ["worker", "manager"],
  "flag.severity": ["worker", "manager"],
  "flag.due": ["manager"],
  "group.due": ["ward"],
  "plan.proposed": ["ward"],
  "plan.returned": ["manager"],
  "plan.contractorLate": ["manager"],
  "plan.wardLate": ["ward"],
  "plan.measureDue": ["manager", "ward"],
  "plan.reviewDue": ["manager", "ward"],
  "request.escalated": ["supervisor", "manager"],
  "survey.opened": ["worker"],
  "training.rejected": ["worker"],
  "qualification.sentBack": ["worker"],
};

/** Whether a notification asks its reader to do something. */
export function needsReader(kind: NotificationKind, role: Role): boolean {
  return NEEDS[kind]?.includes(role) ?? false;
}

/** The role in which something was told, by the part of the site it leads to. */
export function roleOfArea(area: string): Role | null {
  return ROLES.find((role) => HOMES[role] === `/${area}`) ?? null;
}

/** A person's counts as the lines of a digest: what needs the reader, and what is news; each in the order of the kinds. */
export function digestLines(counted: readonly Counted[]): Pick<DigestContent, "now" | "news"> {
  const sums = new Map<string, DigestLine>();
  for (const { kind, area, rule, contract, count } of counted) {
    const role = roleOfArea(area);
    if (role === null) continue;
    const line = { kind, role, rule: role === "worker" ? null : rule, contract: role === "worker" ? null : contract };
    const key = JSON.stringify(line);
    sums.set(key, { ...line, count: (sums.get(key)?.count ?? 0) + count });
  }
  const place = ({ kind, rule }: DigestLine) =>
    NOTIFICATION_KINDS.indexOf(kind) * 100 + (rule === null ? -1 : RULE_KEYS.indexOf(rule));
  const lines = [...sums.values()].sort(
    (a, b) => place(a) - place(b) || (a.contract ?? "").localeCompare(b.contract ?? ""),
  );
  return {
    now: lines.filter(({ kind, role }) => needsReader(kind, role)),
    news: lines.filter(({ kind, role }) => !needsReader(kind, role)),
  };
}
