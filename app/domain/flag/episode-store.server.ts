/** Reads and writes the episodes of a contract's flags: a constant number of statements whatever their number. */
import { randomUUID } from "node:crypto";

import { KEPT, type Tenant, type Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import type { Severity } from "../workforce/vocabulary";
import {
  STATE_EVENTS,
  storedFigures,
  type Episode,
  type NewEvent,
  type NewFlag,
  type Plan,
  type StateEvent,
  type StoredFigures,
} from "./episodes";
import { subjectOf, type RuleKey } from "./finding";
import { thresholdsOf, type Thresholds } from "./thresholds";

type EpisodeRow = {
  flag_id: string;
  rule: RuleKey;
  subject_id: string;
  raised_on: Day;
  resolved_on: Day | null;
  severity: Severity;
  figures: StoredFigures;
  by_person: boolean;
  cleared_on: Day | null;
  state_kind: StateEvent | null;
  state_severity: Severity | null;
  state_figures: StoredFigures | null;
  restated: boolean;
};

/** Keeps other evaluations and resolutions of the contract's flags waiting until the transaction ends. */
export async function lockFlags(tx: Tx, tenant: Tenant): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`flags ${tenant.contractId}`}, 0))`;
}

/** The next evaluated day after a day, and the last one before it of which people were told; null where there is none. */
export async function evaluatedDays(
  tx: Tx,
  tenant: Tenant,
  day: Day,
): Promise<{ next: Day | null; toldBefore: Day | null }> {
  const [row] = await tx.$queryRaw<{ next: Day | null; toldBefore: Day | null }[]>`${KEPT}
    SELECT min(day) FILTER (WHERE day > ${day}::date)::text AS next, max(day) FILTER (WHERE told AND day < ${day}::date)::text AS "toldBefore"
    FROM evaluation_day WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid`;
  return { next: row?.next ?? null, toldBefore: row?.toldBefore ?? null };
}

/** The episodes that an evaluation of a day may touch: those not over before it, and of the others each subject's last. */
export async function listEpisodes(tx: Tx, tenant: Tenant, day: Day, next: Day | null): Promise<Episode[]> {
  const states = [...STATE_EVENTS];
  const rows = await tx.$queryRaw<EpisodeRow[]>`${KEPT}
    WITH touched AS (
      SELECT * FROM flag WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid
        AND (resolved_on IS NULL OR resolved_on >= ${day}::date)
      UNION
      (SELECT DISTINCT ON (rule, subject_id) * FROM flag
        WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND resolved_on < ${day}::date
        ORDER BY rule, subject_id, raised_on DESC))
    SELECT f.id::text AS flag_id, f.rule, f.subject_id::text, f.raised_on::text, f.resolved_on::text, f.severity, f.figures,
      coalesce(ended.by_person, false) AS by_person, ended.cleared_on::text,
      state.kind AS state_kind, state.severity AS state_severity, state.figures AS state_figures,
      EXISTS (SELECT 1 FROM flag_event e WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id
        AND e.kind = ANY (${states}) AND e.day > ${day}::date AND e.day <= ${next}::date) AS restated
    FROM touched f
    LEFT JOIN LATERAL (SELECT e.kind, e.severity, e.figures FROM flag_event e
      WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id AND e.kind = ANY (${states}) AND e.day <= ${day}::date
      ORDER BY e.day DESC, e.at DESC LIMIT 1) state ON true
    LEFT JOIN LATERAL (SELECT (array_agg(e.note IS NOT NULL ORDER BY e.at DESC) FILTER (WHERE e.kind = 'resolved'))[1] AS by_person,
        min(e.day) FILTER (WHERE e.kind = 'cleared' AND e.day >= f.resolved_on) AS cleared_on
      FROM flag_event e WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id
        AND e.kind IN ('resolved', 'cleared') AND f.resolved_on IS NOT NULL) ended ON true`;
  return rows.map((row) => ({
    flagId: row.flag_id,
    rule: row.rule,
    subjectId: row.subject_id,
    raisedOn: row.raised_on,
    resolvedOn: row.resolved_on,
    severity: row.severity,
    figures: row.figures,
    resolvedByPerson: row.by_person,
    clearedOn: row.cleared_on,
    stateOnDay: row.state_kind && {
      kind: row.state_kind,
      severity: row.state_severity ?? row.severity,
      figures: row.state_figures ?? row.figures,
    },
    restated: row.restated,
  }));
}

/**
 * Writes what an evaluation decided.
 * @param thresholds those of the evaluated day; what is raised keeps those of its rule
 */
export async function savePlan(
  tx: Tx,
  tenant: Tenant,
  plan: Plan,
  next: Day | null,
  thresholds: Thresholds,
): Promise<void> {
  const inserts = plan.inserts.map((insert) => ({ ...insert, flagId: randomUUID() }));
  const events = [
    ...plan.events,
    ...inserts.flatMap(({ events, flagId }) => events.map((event) => ({ ...event, flagId }))),
  ];
  // why: the updates first; an episode that ends makes room for the one that begins.
  if (plan.updates.length > 0) await saveUpdates(tx, tenant, plan.updates, thresholds);
  if (plan.moved.length > 0)
    await tx.$executeRaw`UPDATE flag_event SET kind = 'severity' WHERE ward_id = ${tenant.wardId}::uuid
      AND contract_id = ${tenant.contractId}::uuid AND flag_id = ANY (${plan.moved}::uuid[]) AND day = ${next}::date AND kind IN ('raised', 'reopened')`;
  if (inserts.length > 0) await saveInserts(tx, tenant, inserts, thresholds);
  if (events.length > 0) await saveEvents(tx, tenant, events);
}

async function saveUpdates(tx: Tx, tenant: Tenant, updates: Plan["updates"], thresholds: Thresholds): Promise<void> {
  const rows = updates.map(({ flagId, rule, raisedOn, resolvedOn, severity, figures, version, status, isRaised }) => ({
    ...{ flag_id: flagId, raised_on: raisedOn, resolved_on: resolvedOn },
    ...{ severity, figures, version, status, thresholds: isRaised ? thresholdsOf(rule, thresholds) : null },
  }));
  await tx.$executeRaw`
    UPDATE flag f SET raised_on = u.raised_on, resolved_on = u.resolved_on, severity = u.severity, figures = u.figures,
      rule_version = coalesce(u.version, f.rule_version), status = coalesce(u.status, f.status),
      due_on = f.due_on + (u.raised_on - f.raised_on), thresholds = coalesce(u.thresholds, f.thresholds)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS u(flag_id uuid, raised_on date, resolved_on date, severity text, figures jsonb, version int, status text, thresholds jsonb)
    WHERE f.ward_id = ${tenant.wardId}::uuid AND f.contract_id = ${tenant.contractId}::uuid AND f.id = u.flag_id`;
}

async function saveInserts(
  tx: Tx,
  tenant: Tenant,
  inserts: (NewFlag & { flagId: string })[],
  thresholds: Thresholds,
): Promise<void> {
  const rows = inserts.map(({ flagId, finding, raisedOn, resolvedOn, dueOn }) => ({
    ...{
      flag_id: flagId,
      rule: finding.rule,
      version: finding.version,
      staff_id: finding.staffId,
      office_id: finding.officeId,
      subject_kind: subjectOf(finding).kind,
      subject_id: subjectOf(finding).id,
    },
    ...{
      severity: finding.severity,
      status: resolvedOn === null ? "open" : "resolved",
      figures: storedFigures(finding),
      thresholds: thresholdsOf(finding.rule, thresholds),
    },
    ...{ raised_on: raisedOn, resolved_on: resolvedOn, due_on: dueOn },
  }));
  await tx.$executeRaw`
    INSERT INTO flag (ward_id, contract_id, id, rule, rule_version, subject_kind, subject_id, staff_id, office_id, severity, status,
      raised_on, resolved_on, due_on, figures, thresholds)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, n.flag_id, n.rule, n.version, n.subject_kind, n.subject_id, n.staff_id, n.office_id,
      n.severity, n.status, n.raised_on, n.resolved_on, n.due_on, n.figures, n.thresholds
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(flag_id uuid, rule text, version int, staff_id uuid, office_id uuid,
      subject_kind text, subject_id uuid, severity text, status text, raised_on date, resolved_on date, due_on date, figures jsonb, thresholds jsonb)`;
}

async function saveEvents(tx: Tx, tenant: Tenant, events: (NewEvent & { flagId: string })[]): Promise<void> {
  const rows = events.map(({ flagId, ...event }) => ({ ...event, flag_id: flagId }));
  await tx.$executeRaw`
    INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, severity, figures)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, n.flag_id, n.day, n.kind, n.severity, n.figures
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(flag_id uuid, day date, kind text, severity text, figures jsonb)`;
}
