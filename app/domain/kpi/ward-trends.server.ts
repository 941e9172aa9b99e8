import type { WardView } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { kpiTrend, type TrendPoint } from "./kpi-trend.server";

/** The twelve months of each contract, in the order given; one contract after the other, so that they share no lock. */
export async function listWardTrends(
  view: WardView,
  contractIds: readonly string[],
  day: Day,
): Promise<TrendPoint[][]> {
  const trends: TrendPoint[][] = [];
  for (const contractId of contractIds) trends.push(await kpiTrend(view, contractId, null, day));
  return trends;
}
