/**
 * Indicators of past month ends, kept so that trends load at once. The database drops a contract's snapshots whenever
 * one of its records changes (triggers in the migrations), so what is kept is always what would be computed.
 */
import type { Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import type { ContractFacts } from "../workforce/facts";
import { isIndicatorKey, type IndicatorKey } from "./catalogue";
import { indicators, officeIndicators, officeSizes, supportStaff } from "./rules";

/** Kept beside the indicators: how many support staff a scope had, which decides what a ward may see. */
const STAFF_COUNT = "supportStaff";

type Subject = { wardId: string; contractId: string };
export type Figures = Partial<Record<IndicatorKey, number | null>>;
/** The figures of a day: by scope id (an office's, or the contract's own), with the number of support staff. */
export type Snapshot = ReadonlyMap<string, { supportStaff: number; values: Figures }>;

/** Drops a contract's snapshots; any change of its records does so by itself. */
export async function dropSnapshots(tx: Tx, { wardId, contractId }: Subject): Promise<void> {
  await tx.kpiSnapshot.deleteMany({ where: { wardId, contractId } });
}

/** Whether this transaction may keep snapshots: not while another one is changing the records. */
export async function lockSnapshots(tx: Tx, { contractId }: Subject): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('kpi_snapshot ' || ${contractId}, 0)) AS locked`;
  return row?.locked ?? false;
}

type Row = { scopeId: string; day: Day; indicator: string; value: number | null };

/** The snapshots of some days, by day; days without one are missing. */
export async function readSnapshots(
  tx: Tx,
  { wardId, contractId }: Subject,
  days: readonly Day[],
): Promise<Map<Day, Snapshot>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT scope_id::text AS "scopeId", day::text AS day, indicator, value FROM kpi_snapshot
    WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid AND day = ANY (${[...days]}::date[])`;
  const result = new Map<Day, Map<string, { supportStaff: number; values: Figures }>>();
  for (const { scopeId, day, indicator, value } of rows) {
    const scopes = result.get(day) ?? new Map<string, { supportStaff: number; values: Figures }>();
    const scope = scopes.get(scopeId) ?? { supportStaff: 0, values: {} };
    if (indicator === STAFF_COUNT) scope.supportStaff = value ?? 0;
    else if (isIndicatorKey(indicator)) scope.values[indicator] = value;
    result.set(day, scopes.set(scopeId, scope));
  }
  return result;
}

/** The snapshot of a contract's facts: the contract and each of its offices. */
export function snapshotOf(facts: ContractFacts): Snapshot {
  const sizes = new Map(officeSizes(facts).map((office) => [office.officeId, office.supportStaff]));
  const values = (list: ReturnType<typeof indicators>): Figures =>
    Object.fromEntries(list.map(({ key, value }) => [key, value]));
  return new Map([
    [facts.contractId, { supportStaff: supportStaff(facts).length, values: values(indicators(facts)) }],
    ...facts.offices.map(({ officeId }) => {
      const office = { supportStaff: sizes.get(officeId) ?? 0, values: values(officeIndicators(facts, officeId)) };
      return [officeId, office] as const;
    }),
  ]);
}

/** Keeps the snapshot of a day. */
export async function keepSnapshot(tx: Tx, subject: Subject, day: Day, snapshot: Snapshot): Promise<void> {
  const rows = [...snapshot].flatMap(([scopeId, { supportStaff: people, values }]) =>
    Object.entries({ ...values, [STAFF_COUNT]: people }).map(([indicator, value]) => ({
      ...{ wardId: subject.wardId, contractId: subject.contractId, scopeId, indicator, value },
      day: new Date(`${day}T00:00:00Z`),
    })),
  );
  await tx.kpiSnapshot.createMany({ data: rows, skipDuplicates: true });
}
