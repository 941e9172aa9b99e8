/** What the queries on flags share: who reads, and the state of a flag as of a day from its history. */
import { asPeople, asTenant, Prisma, type People, type Tenant, type Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { STATE_EVENTS, type StoredFigures } from "./episodes";
import { STRAIN_FACTORS, type Figures, type StrainFactor } from "./finding";

/** A contractor's own side: the contract by name, or the staff on one's own list. */
export type FlagReader = Tenant | People;

/** After every day there is: the state as it is now. */
export const LATEST: Day = "9999-12-31";

/** Runs queries in the reader's own scope. */
export function asReader<T>(reader: FlagReader, work: (tx: Tx) => Promise<T>): Promise<T> {
  return "staffIds" in reader ? asPeople(reader, work) : asTenant(reader, work);
}

/** FROM clause: the flags open as of a day as `f`, with `state` (severity, figures) and `answer` (status) of that day. */
export function openFlagsOn(reader: { wardId: string; contractId: string }, day: Day): Prisma.Sql {
  return Prisma.sql`flag f
    JOIN LATERAL (SELECT e.kind, e.severity, e.figures FROM flag_event e
      WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id
        AND e.kind = ANY (${[...STATE_EVENTS]}) AND e.day <= ${day}::date
      ORDER BY e.day DESC, e.at DESC LIMIT 1) state ON state.kind NOT IN ('lapsed', 'resolved')
    JOIN LATERAL (SELECT CASE e.kind WHEN 'acknowledged' THEN 'acknowledged' WHEN 'agreed' THEN 'plan_agreed' ELSE 'open' END AS status
      FROM flag_event e WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id
        AND e.kind IN ('raised', 'reopened', 'acknowledged', 'agreed') AND e.day <= ${day}::date
      ORDER BY e.day DESC, e.at DESC LIMIT 1) answer ON true
    WHERE f.ward_id = ${reader.wardId}::uuid AND f.contract_id = ${reader.contractId}::uuid
      AND f.raised_on <= ${day}::date AND (f.resolved_on IS NULL OR f.resolved_on > ${day}::date)`;
}

/** The last evaluated day on or before a day, or null. */
export async function lastEvaluatedDay(
  tx: Tx,
  of: { wardId: string; contractId: string },
  day: Day,
): Promise<Day | null> {
  const rows = await tx.$queryRaw<{ day: Day | null }[]>`SELECT max(day)::text AS day FROM evaluation_day
    WHERE ward_id = ${of.wardId}::uuid AND contract_id = ${of.contractId}::uuid AND day <= ${day}::date`;
  return rows[0]?.day ?? null;
}

/** Takes stored figures apart again. */
export function readFigures(stored: StoredFigures): { figures: Figures; factors: StrainFactor[] } {
  const { factors, ...figures } = stored;
  const named = Array.isArray(factors) ? factors : [];
  return { figures: figures as Figures, factors: STRAIN_FACTORS.filter((factor) => named.includes(factor)) };
}
