/** Says what is overdue in a contract, and writes each into the history of its plan or flag once. */
import { asTenant, Prisma, type Tenant, type Tx } from "~/db/scope.server";
import { daysBetween, type Day } from "~/lib/calendar";

import type { SubjectKind } from "../flag/finding";
import { overdueOf, markOf } from "./escalation";
import type { Escalation, FlagAnswerLate } from "./events";
import { groupOfFlag } from "./group";
import { groupsOn } from "./plan-flags.server";
import { readPlans } from "./reading.server";
import { OPEN_TO_WARD } from "./rules";

/**
 * What is overdue as of a day: flags past their last day that no proposed plan answers, plans sent back, the ward's answers,
 * measures, reviews. Any number of calls on any day give an event the same key, and its history names it once; `isNew` marks the
 * events that this call was the first to find. For the hourly reminders.
 */
export function escalateOverdue(tenant: Tenant, day: Day): Promise<(Escalation & { isNew: boolean })[]> {
  return asTenant(tenant, async (tx) => {
    const plans = await readPlans(
      tx,
      Prisma.sql`p.ward_id = ${tenant.wardId}::uuid AND p.contract_id = ${tenant.contractId}::uuid
        AND p.status = ANY (${[...OPEN_TO_WARD]}::text[])`,
    );
    const ofPlans = plans.flatMap((plan) => overdueOf(plan, day));
    const ofFlags = await lateFlags(tx, tenant, day);
    const recorded = new Set([
      ...(await recordPlans(tx, tenant, ofPlans)),
      ...(await recordFlags(tx, tenant, ofFlags, day)),
    ]);
    return [...ofFlags, ...ofPlans].map(({ mark: _, ...event }) => ({ ...event, isNew: recorded.has(event.key) }));
  });
}

type LateFlag = FlagAnswerLate & { mark: string };
type Row = Pick<LateFlag, "flagId" | "rule" | "severity" | "staffId" | "dueOn"> & {
  subject: SubjectKind;
  officeId: string | null;
};

async function lateFlags(tx: Tx, tenant: Tenant, day: Day): Promise<LateFlag[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id::text AS "flagId", f.rule, f.severity, f.staff_id::text AS "staffId", f.due_on::text AS "dueOn", f.subject_kind AS subject,
      (CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END)::text AS "officeId"
    FROM flag f LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
    WHERE f.ward_id = ${tenant.wardId}::uuid AND f.contract_id = ${tenant.contractId}::uuid AND f.resolved_on IS NULL
      AND f.due_on < ${day}::date
      AND NOT EXISTS (SELECT 1 FROM plan_flag l JOIN improvement_plan p
          ON p.ward_id = l.ward_id AND p.contract_id = l.contract_id AND p.id = l.plan_id
        WHERE l.ward_id = f.ward_id AND l.contract_id = f.contract_id AND l.flag_id = f.id AND p.status = ANY (${[...OPEN_TO_WARD]}::text[]))
    ORDER BY f.due_on, f.id`;
  if (rows.length === 0) return [];
  const groups = await groupsOn(tx, tenant, day);
  return rows.map(({ subject, officeId, ...row }) => {
    const mark = markOf("flagAnswerLate", row.dueOn);
    return {
      ...{ kind: "flagAnswerLate", ...row, contractId: tenant.contractId, mark, key: `${row.flagId}:${mark}` },
      ...{ officeIds: groupOfFlag({ subject, officeId }, groups), daysLate: daysBetween(row.dueOn, day) },
    };
  });
}

/** Gives the keys of the events that were not in a history before. */
async function recordPlans(
  tx: Tx,
  tenant: Tenant,
  events: readonly { key: string; mark: string }[],
): Promise<string[]> {
  const rows = events.map(({ key, mark }) => ({ planId: key.slice(0, key.length - mark.length - 1), mark }));
  const added = await tx.$queryRaw<{ key: string }[]>`
    INSERT INTO plan_event (ward_id, contract_id, plan_id, kind, note, actor_role)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, n."planId", 'escalated', n.mark, 'system'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("planId" uuid, mark text)
    ON CONFLICT (plan_id, note) WHERE kind = 'escalated' DO NOTHING RETURNING plan_id::text || ':' || note AS key`;
  return added.map(({ key }) => key);
}

async function recordFlags(tx: Tx, tenant: Tenant, events: readonly LateFlag[], day: Day): Promise<string[]> {
  const rows = events.map(({ flagId, mark }) => ({ flagId, mark }));
  const added = await tx.$queryRaw<{ key: string }[]>`
    INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, note)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, n."flagId", ${day}::date, 'escalated', n.mark
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("flagId" uuid, mark text)
    ON CONFLICT (flag_id, note) WHERE kind = 'escalated' DO NOTHING RETURNING flag_id::text || ':' || note AS key`;
  return added.map(({ key }) => key);
}
