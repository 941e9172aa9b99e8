/**
 * Saved what-ifs of a contractor (kept with the contract, speaking of workers) and of a ward (kept with a contract of the
 * ward's, speaking of totals). Neither side reads the other's: the scope's row-level security says so.
 */
import { asTenant, asWard, Prisma, type Tenant, type Tx, type WardView } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { recordDeed } from "../access/audit.server";
import { entryRef } from "../workforce/entry-ref.server";
import { scenarioContent, type ScenarioContent, type ScenarioKind } from "./schema";

export const SCENARIOS_PER_PAGE = 25;

/** Whose what-ifs: a contractor's, within one contract, or a ward's, over its contracts. */
export type ScenarioKeeper = Tenant | WardView;

export type ScenarioHead = {
  scenarioId: string;
  contractId: string;
  contractCode: string;
  kind: ScenarioKind;
  name: string;
  /** The day as of which everything in it was worked out. */
  asOf: Day;
  /** An instant, ISO 8601. */
  createdAt: string;
  version: number;
};
export type Scenario = ScenarioHead & ScenarioContent;

export type ScenarioDraft = {
  /** The contract it is about; a contractor's is always its own. */
  contractId: string;
  name: string;
  asOf: Day;
  content: ScenarioContent;
  /** The hidden reference of the form: the same form sent twice is stored once. */
  formRef: string;
};
/** Without a contract or a kind, of all. */
export type ScenarioQuery = { contractId?: string | null; kind?: ScenarioKind | null; page: number };

/**
 * Keeps a what-if and gives its id.
 * @throws Error where the contract is not the keeper's, or the content does not fit its kind
 */
export async function saveScenario(keeper: ScenarioKeeper, draft: ScenarioDraft): Promise<string> {
  const { contractId, name, asOf, formRef } = draft;
  if ("contractId" in keeper && keeper.contractId !== contractId) throw new Error("A scenario of another contract");
  const { kind, input, result } = scenarioContent.parse(draft.content);
  const [inputText, resultText] = [JSON.stringify(input), JSON.stringify(result)];
  const id = entryRef(keeper.userId, formRef, { contractId, kind, name, asOf, inputText, resultText });
  await within(keeper, async (tx) => {
    const added = await tx.$executeRaw`
      INSERT INTO scenario (ward_id, id, contract_id, side, kind, name, as_of, input, result, created_by)
      VALUES (${keeper.wardId}::uuid, ${id}::uuid, ${contractId}::uuid, ${sideOf(keeper)}, ${kind}, ${name}, ${asOf}::date,
        ${inputText}::jsonb, ${resultText}::jsonb, ${keeper.userId}::uuid)
      ON CONFLICT (ward_id, id) DO NOTHING`;
    if (added > 0) await recordScenario(tx, keeper, contractId, "scenario.saved", id, kind);
  });
  return id;
}

/** A page of the saved what-ifs, the newest first. */
export async function listScenarios(
  keeper: ScenarioKeeper,
  query: ScenarioQuery,
  pageSize = SCENARIOS_PER_PAGE,
): Promise<{ scenarios: ScenarioHead[]; total: number; page: number; pages: number }> {
  const { contractId = null, kind = null } = query;
  const fitting = Prisma.sql`${own(keeper)} AND (${contractId}::uuid IS NULL OR s.contract_id = ${contractId}::uuid)
    AND (${kind}::text IS NULL OR s.kind = ${kind})`;
  return within(keeper, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM scenario s ${fitting}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, query.page, pageSize);
    const rows = await tx.$queryRaw<HeadRow[]>`
      SELECT ${HEAD} FROM scenario s JOIN contract c ON c.ward_id = s.ward_id AND c.id = s.contract_id
      ${fitting} ORDER BY s.created_at DESC, s.id LIMIT ${pageSize} OFFSET ${offset}`;
    return { scenarios: rows.map(headOf), total, page, pages };
  });
}

/** The what-ifs with these ids that are the keeper's, in the order asked for. */
export async function getScenarios(keeper: ScenarioKeeper, ids: readonly string[]): Promise<Scenario[]> {
  const rows = await within(
    keeper,
    (tx) => tx.$queryRaw<(HeadRow & { input: unknown; result: unknown })[]>`
      SELECT ${HEAD}, s.input, s.result FROM scenario s JOIN contract c ON c.ward_id = s.ward_id AND c.id = s.contract_id
      ${own(keeper)} AND s.id = ANY (${[...ids]}::uuid[])`,
  );
  const found = new Map(
    rows.map((row): [string, Scenario] => {
      const { input, result, ...head } = row;
      return [row.scenarioId, { ...headOf(head), ...scenarioContent.parse({ kind: row.kind, input, result }) }];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** One what-if, or null where the keeper has none of this id. */
export async function getScenario(keeper: ScenarioKeeper, id: string): Promise<Scenario | null> {
  const [scenario] = await getScenarios(keeper, [id]);
  return scenario ?? null;
}

/** Deletes a what-if as it was when it was read; false where the keeper has none such. */
export async function deleteScenario(keeper: ScenarioKeeper, id: string, version: number): Promise<boolean> {
  return within(keeper, async (tx) => {
    const [gone] = await tx.$queryRaw<{ contractId: string; kind: ScenarioKind }[]>`
      DELETE FROM scenario s ${own(keeper)} AND s.id = ${id}::uuid AND s.version = ${version}
      RETURNING contract_id::text AS "contractId", kind`;
    if (!gone) return false;
    await recordScenario(tx, keeper, gone.contractId, "scenario.deleted", id, gone.kind);
    return true;
  });
}

type HeadRow = Omit<ScenarioHead, "createdAt"> & { createdAt: Date };

const HEAD = Prisma.sql`s.id::text AS "scenarioId", s.contract_id::text AS "contractId", c.code AS "contractCode", s.kind, s.name,
  s.as_of::text AS "asOf", s.created_at AS "createdAt", s.version`;

function headOf(row: HeadRow): ScenarioHead {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

function sideOf(keeper: ScenarioKeeper): "contractor" | "ward" {
  return "contractId" in keeper ? "contractor" : "ward";
}

function own(keeper: ScenarioKeeper): Prisma.Sql {
  const contract = "contractId" in keeper ? Prisma.sql`AND s.contract_id = ${keeper.contractId}::uuid` : Prisma.empty;
  return Prisma.sql`WHERE s.ward_id = ${keeper.wardId}::uuid AND s.side = ${sideOf(keeper)} ${contract}`;
}

function within<T>(keeper: ScenarioKeeper, work: (tx: Tx) => Promise<T>): Promise<T> {
  return "contractId" in keeper ? asTenant(keeper, work) : asWard(keeper, work);
}

function recordScenario(
  tx: Tx,
  keeper: ScenarioKeeper,
  contractId: string,
  action: "scenario.saved" | "scenario.deleted",
  subjectId: string,
  kind: ScenarioKind,
): Promise<void> {
  const role = "contractId" in keeper ? "manager" : "ward";
  return recordDeed(tx, { ...keeper, contractId }, role, { action, subject: "scenario", subjectId, detail: { kind } });
}
