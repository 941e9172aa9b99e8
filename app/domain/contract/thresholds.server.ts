/** Thresholds of flags as they stand: a contract's for its own side, and the bounds that its ward sets for all of its contracts. */
import { asWard, type Tx, type WardView } from "../../db/scope.server";
import { fiscalYearOf, type Day } from "../../lib/calendar";
import { recordAudit } from "../access/audit.server";
import { asReader, type FlagReader } from "../flag/reading.server";
import { boundProblems, ordered } from "../flag/threshold-ladder";
import {
  effectiveThresholds,
  storedThresholds,
  type StoredThresholds,
  type ThresholdKey,
  type Thresholds,
} from "../flag/thresholds";
import { boundsMark } from "./threshold-form";

/** `own` are those that the contract sets itself, `held` those that count. */
export type StandingThresholds = {
  own: StoredThresholds;
  bounds: StoredThresholds;
  held: Thresholds;
  returnDueDay: number | null;
};

/** What holds for a contract on a day, as its contractor and its people read it. */
export function getThresholds(reader: FlagReader, day: Day): Promise<StandingThresholds> {
  return asReader(reader, async (tx) => {
    const [row] = await tx.$queryRaw<{ thresholds: unknown; returnDueDay: number | null }[]>`
      SELECT thresholds, return_due_day AS "returnDueDay" FROM specification
      WHERE ward_id = ${reader.wardId}::uuid AND contract_id = ${reader.contractId}::uuid AND fiscal_year <= ${fiscalYearOf(day)}
      ORDER BY fiscal_year DESC, version DESC LIMIT 1`;
    const own = stored(row?.thresholds);
    const bounds = await readBounds(tx, reader.wardId);
    return { own, bounds, held: effectiveThresholds(own, bounds), returnDueDay: row?.returnDueDay ?? null };
  });
}

/** A ward's bounds. */
export function getBounds(view: WardView): Promise<StoredThresholds> {
  return asWard(view, (tx) => readBounds(tx, view.wardId));
}

/** A contract whose own values are looser than the bounds, so that the bounds count instead. */
export type Overruled = { contractId: string; values: { key: ThresholdKey; own: number; bound: number }[] };

/** The contracts that a ward's bounds overrule on a day, those that have ended left out. */
export function listOverruled(view: WardView, day: Day): Promise<Overruled[]> {
  return asWard(view, async (tx) => {
    const bounds = await readBounds(tx, view.wardId);
    const rows = await tx.$queryRaw<{ contractId: string; thresholds: unknown }[]>`
      SELECT c.id::text AS "contractId", s.thresholds FROM contract c
        JOIN LATERAL (SELECT thresholds FROM specification
          WHERE ward_id = c.ward_id AND contract_id = c.id AND fiscal_year <= ${fiscalYearOf(day)}
          ORDER BY fiscal_year DESC, version DESC LIMIT 1) s ON s.thresholds IS NOT NULL
      WHERE c.ward_id = ${view.wardId}::uuid AND c.ends_on >= ${day}::date ORDER BY c.code COLLATE "C"`;
    return rows.flatMap(({ contractId, thresholds }) => {
      const own = stored(thresholds);
      const values = boundProblems(own, bounds).map(({ key, limit }) => ({
        key,
        own: own[key] ?? limit,
        bound: limit,
      }));
      return values.length > 0 ? [{ contractId, values }] : [];
    });
  });
}

export type BoundsResult =
  | { saved: true }
  | { saved: false; reason: "unchanged" }
  | { saved: false; reason: "conflict"; bounds: StoredThresholds };

/**
 * Sets a ward's bounds for all of its contracts.
 * @param seen the mark of the bounds that the change was made on; others are not overwritten
 */
export function saveBounds(view: WardView, seen: string, bounds: StoredThresholds): Promise<BoundsResult> {
  const { wardId, userId: actorId } = view;
  return asWard(view, async (tx) => {
    // why: two people saving at once take their turn, so that the second is told of the first.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('threshold bounds ' || ${wardId}, 0))::text`;
    const standing = await readBounds(tx, wardId);
    const [before, after] = [boundsMark(standing), boundsMark(bounds)];
    if (before === after) return seen === before ? { saved: false, reason: "unchanged" } : { saved: true };
    if (before !== seen) return { saved: false, reason: "conflict", bounds: standing };
    await tx.$queryRaw`SELECT ward_set_threshold_bounds(${after}::jsonb)::text`;
    const changed = Object.keys({ ...standing, ...bounds }).filter(
      (key) => standing[key as ThresholdKey] !== bounds[key as ThresholdKey],
    );
    await recordAudit(tx, {
      ...{ wardId, actorId, actorRole: "ward", action: "specification.write" },
      ...{ subject: "threshold_bounds", subjectId: wardId, detail: { changed: changed.join(" ") } },
    });
    return { saved: true };
  });
}

async function readBounds(tx: Tx, wardId: string): Promise<StoredThresholds> {
  const [row] = await tx.$queryRaw<{ bounds: unknown }[]>`
    SELECT threshold_bounds AS bounds FROM ward WHERE id = ${wardId}::uuid`;
  return stored(row?.bounds);
}

function stored(given: unknown): StoredThresholds {
  return ordered(storedThresholds.nullish().parse(given));
}
