/** A supervisor's draft of a quarter: one per person and quarter, changed only by whoever has seen its latest version. */
import { asPeople, type People, type Tx } from "~/db/scope.server";
import { addDays, quarterSpan, type Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import { explain } from "./blockers";
import { violations, type Violation } from "./checker";
import { change, type Change } from "./edits";
import type { PlanItem, PlanSettings } from "./plan";
import { readGround } from "./plan-input.server";
import { propose } from "./propose";
import { notesOn } from "./quality";
import { storedItems, storedSettings, type PlanQuarter, type StoredSettings, type Wishes } from "./schema";
import type { Draft, PlanGround, PlanView } from "./view";

/** Whose plan, and as of which day. */
export type Planner = { people: People; membershipId: string; today: Day };

/** The quarter's draft as it stands, judged by what the database says now. */
export function readPlan(planner: Planner, quarter: PlanQuarter): Promise<PlanView> {
  const { people } = planner;
  return asPeople(people, async (tx) => {
    const draft = await draftOf(tx, people, quarter);
    const ground = await groundOf(tx, planner, quarter, draft?.settings ?? null);
    return viewOf(ground, draft);
  });
}

/** One draft by its id; null where there is none of the reader's own. */
export function readPlanById(planner: Planner, planId: string): Promise<PlanView | null> {
  return asPeople(planner.people, async (tx) => {
    const draft = await draftById(tx, planner.people, planId);
    if (draft?.status !== "draft") return null;
    return viewOf(await groundOf(tx, planner, draft, draft.settings), draft);
  });
}

function viewOf(ground: PlanGround, draft: Draft | null): PlanView {
  const items = draft?.items ?? [];
  const { input } = ground;
  const broken = violations(items, input);
  return { ...ground, draft, broken, unplaced: draft ? explain(input, items) : [], notes: notesOn(items, input) };
}

export type Stale = { ok: false; reason: "stale"; stands: Draft | null };
export type Proposed = { ok: true; draft: Draft } | Stale;

/**
 * Makes the quarter's draft, or makes it again around what is locked. Stale where a draft has come about or changed since the
 * form was opened: the form carries the version it knows of, or none.
 */
export function proposePlan(planner: Planner, quarter: PlanQuarter, wishes: Wishes): Promise<Proposed> {
  const { people } = planner;
  return asPeople(people, async (tx) => {
    const { version: known, notBefore, ...wished } = wishes;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${people.userId ?? ""}, 6))`;
    const before = await draftOf(tx, people, quarter);
    if ((before?.version ?? null) !== (known ?? null)) return { ok: false, reason: "stale", stands: before };
    const { defaults } = await groundOf(tx, planner, quarter, null);
    const settings: PlanSettings = { ...defaults, ...wished };
    const first = { ...settings, notBefore: notBefore ?? null, proven: false, edited: false };
    const { input } = await groundOf(tx, planner, quarter, first);
    const locked = before?.items.filter((item) => item.locked) ?? [];
    const { items, isProven } = propose(input, locked);
    const stored = { ...first, proven: isProven };
    const draft = before
      ? await saveDraft(tx, people, { ...before, settings: stored, items })
      : await insertDraft(tx, people, { ...quarter, settings: stored, items });
    await audit(tx, people, "plan.propose", draft.planId, { sessions: items.length, locked: locked.length });
    return { ok: true, draft };
  });
}

export type PlanChanged =
  | { ok: true; draft: Draft; item: PlanItem | null }
  | { ok: false; reason: "notFound" }
  /** The item as it was wished, and the rules that this breaks; nothing has changed. */
  | { ok: false; reason: "refused"; broken: Violation[]; item: PlanItem | null }
  | Stale;

/** Changes a draft by hand. A broken hard rule refuses it. */
export function changePlan(planner: Planner, planId: string, version: number, wish: Change): Promise<PlanChanged> {
  const { people } = planner;
  return asPeople(people, async (tx) => {
    const draft = await draftById(tx, people, planId);
    if (draft?.status !== "draft") return { ok: false, reason: "notFound" };
    if (draft.version !== version) return { ok: false, reason: "stale", stands: draft };
    const { input } = await groundOf(tx, planner, draft, draft.settings);
    const changed = change(draft.items, input, wish);
    if (!changed) return { ok: false, reason: "notFound" };
    const item = changed.items.find(({ id }) => id === changed.itemId) ?? null;
    if (changed.broken.length > 0) return { ok: false, reason: "refused", broken: changed.broken, item };
    // why: where a session lies does not change who is covered, and so neither what was proven of it.
    const isAboutPeople = wish.do === "edit" || wish.do === "add" || wish.do === "remove";
    const settings = isAboutPeople ? { ...draft.settings, proven: false, edited: true } : draft.settings;
    const saved = await saveDraft(tx, people, { ...draft, items: changed.items, settings });
    return { ok: true, draft: saved, item };
  });
}

/** Throws a draft away. Stale where it has changed since. */
export function discardPlan(planner: Planner, planId: string, version: number): Promise<{ ok: true } | Stale> {
  const { people } = planner;
  return asPeople(people, async (tx) => {
    const gone = await tx.$executeRaw`
      DELETE FROM quarter_plan WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND id = ${planId}::uuid
        AND status = 'draft' AND version = ${version}`;
    if (gone > 0) {
      await audit(tx, people, "plan.discard", planId);
      return { ok: true };
    }
    const stands = await draftById(tx, people, planId);
    return stands === null ? { ok: true } : { ok: false, reason: "stale", stands };
  });
}

type Row = Omit<Draft, "settings" | "items"> & { settings: unknown; items: unknown };

/** The ground of a plan under the settings it was made with. */
export function groundOf(
  tx: Tx,
  { people, membershipId, today }: Planner,
  { fiscalYear, quarter }: PlanQuarter,
  settings: StoredSettings | null,
): Promise<PlanGround> {
  const notBefore = settings?.notBefore ?? addDays(today, 1);
  const span = quarterSpan(fiscalYear, quarter);
  return readGround(tx, people, { membershipId, span, today, notBefore, settings });
}

async function draftOf(tx: Tx, people: People, { fiscalYear, quarter }: PlanQuarter): Promise<Draft | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text AS "planId", version, status, fiscal_year AS "fiscalYear", quarter, settings, items FROM quarter_plan
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND user_id = ${people.userId}::uuid
      AND fiscal_year = ${fiscalYear} AND quarter = ${quarter} AND status = 'draft'`;
  return rows[0] ? parsed(rows[0]) : null;
}

/** A plan of the reader's own, locked against changes until the transaction ends. */
export async function draftById(tx: Tx, people: People, planId: string): Promise<Draft | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text AS "planId", version, status, fiscal_year AS "fiscalYear", quarter, settings, items FROM quarter_plan
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND id = ${planId}::uuid FOR UPDATE`;
  return rows[0] ? parsed(rows[0]) : null;
}

function parsed(row: Row): Draft {
  return { ...row, settings: storedSettings.parse(row.settings), items: storedItems.parse(row.items) };
}

async function insertDraft(
  tx: Tx,
  people: People,
  made: PlanQuarter & { settings: StoredSettings; items: PlanItem[] },
): Promise<Draft> {
  const rows = await tx.$queryRaw<{ planId: string }[]>`
    INSERT INTO quarter_plan (ward_id, contract_id, user_id, fiscal_year, quarter, settings, items)
    VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${people.userId}::uuid, ${made.fiscalYear}, ${made.quarter},
      ${JSON.stringify(made.settings)}::jsonb, ${JSON.stringify(made.items)}::jsonb)
    RETURNING id::text AS "planId"`;
  return { ...made, planId: rows[0]?.planId ?? "", version: 1, status: "draft" };
}

async function saveDraft(tx: Tx, people: People, draft: Draft): Promise<Draft> {
  await tx.$executeRaw`
    UPDATE quarter_plan SET settings = ${JSON.stringify(draft.settings)}::jsonb, items = ${JSON.stringify(draft.items)}::jsonb, version = version + 1
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND id = ${draft.planId}::uuid
      AND version = ${draft.version}`;
  return { ...draft, version: draft.version + 1 };
}

/** Writes down what was done with a plan. */
export function audit(
  tx: Tx,
  people: People,
  action: string,
  subjectId: string,
  detail?: Record<string, number>,
): Promise<void> {
  return recordDeed(tx, people, "supervisor", { action, subject: "quarter_plan", subjectId, detail });
}
