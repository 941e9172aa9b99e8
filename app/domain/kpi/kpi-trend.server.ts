import { asFacts, asTenant, type Tenant, type Tx, type WardView } from "../../db/scope.server";
import { addDays, addMonths, lastDayOfMonth, monthOf, type Day } from "../../lib/calendar";
import { publishedGroups } from "../flag/disclosure";
import { loadContractFacts } from "./facts.server";
import {
  keepSnapshot,
  lockSnapshots,
  readSnapshots,
  snapshotOf,
  type Figures,
  type Snapshot,
} from "./snapshots.server";

const TIMEOUT_MS = 120_000;
const MONTHS_KEPT = 12;

/** The indicators' values on a day, as of that day; null without data or where a ward may not see them. */
export type TrendPoint = { day: Day; values: Figures };

/**
 * The indicators on the last month ends before the day and on the day itself, oldest first.
 * A ward sees a single office only on days on which it was large enough to stand alone.
 * @returns an empty list for a contract that lies outside the view
 */
export function kpiTrend(
  view: Tenant | WardView,
  contractId: string,
  officeId: string | null,
  day: Day,
  months = 12,
): Promise<TrendPoint[]> {
  const subject = { wardId: view.wardId, contractId };
  const isWard = !("contractId" in view);
  const read = async (tx: Tx): Promise<TrendPoint[]> => {
    if (!(await tx.contract.findUnique({ where: { wardId_id: { wardId: view.wardId, id: contractId } } }))) return [];
    const points: TrendPoint[] = [];
    for (const [on, snapshot] of await snapshotsOf(tx, subject, trendDays(day, months))) {
      const hidden = isWard && officeId !== null && !standsAlone(snapshot, contractId, officeId);
      points.push({ day: on, values: hidden ? {} : (snapshot.get(officeId ?? contractId)?.values ?? {}) });
    }
    return points;
  };
  return isWard
    ? asFacts(view, read, { timeoutMs: TIMEOUT_MS })
    : asTenant(view as Tenant, read, { timeoutMs: TIMEOUT_MS });
}

/** The last days of the months before the day's, so many less one, and the day. */
export function trendDays(day: Day, months: number): Day[] {
  const first = `${monthOf(day)}-01`;
  const ends = Array.from({ length: Math.max(0, months - 1) }, (_, back) =>
    lastDayOfMonth(monthOf(addMonths(first, back + 1 - months))),
  );
  return [...ends, day];
}

/**
 * Keeps the indicators of the last twelve month ends before a day, so far as they are not kept.
 * @returns how many month ends were computed now
 * @throws Error where the contract's records are being changed at this moment
 */
export function keepMonthEnds(tenant: Tenant, day: Day): Promise<{ kept: number }> {
  const { wardId, contractId } = tenant;
  const days = trendDays(day, MONTHS_KEPT + 1).slice(0, -1);
  return asTenant(
    tenant,
    async (tx) => {
      if (!(await lockSnapshots(tx, tenant))) throw new Error("The records are being changed");
      const known = await readSnapshots(tx, { wardId, contractId }, days);
      await snapshotsOf(tx, { wardId, contractId }, days);
      return { kept: days.filter((end) => !known.has(end)).length };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function snapshotsOf(
  tx: Tx,
  subject: { wardId: string; contractId: string },
  days: readonly Day[],
): Promise<[Day, Snapshot][]> {
  const mayKeep = await lockSnapshots(tx, subject);
  const kept = await readSnapshots(tx, subject, days);
  const result: [Day, Snapshot][] = [];
  for (const day of days) {
    const known = kept.get(day);
    const snapshot = known ?? snapshotOf(await loadContractFacts(tx, subject, day));
    if (!known && mayKeep && isMonthEnd(day)) await keepSnapshot(tx, subject, day, snapshot);
    result.push([day, snapshot]);
  }
  return result;
}

function isMonthEnd(day: Day): boolean {
  return monthOf(addDays(day, 1)) !== monthOf(day);
}

function standsAlone(snapshot: Snapshot, contractId: string, officeId: string): boolean {
  const offices = [...snapshot].filter(([scopeId]) => scopeId !== contractId);
  const sizes: { officeId: string | null; supportStaff: number }[] = offices.map(([id, { supportStaff }]) => ({
    officeId: id,
    supportStaff,
  }));
  const placed = sizes.reduce((sum, office) => sum + office.supportStaff, 0);
  sizes.push({ officeId: null, supportStaff: (snapshot.get(contractId)?.supportStaff ?? placed) - placed });
  return publishedGroups(sizes).some((group) => group.scope === "office" && group.officeIds[0] === officeId);
}
