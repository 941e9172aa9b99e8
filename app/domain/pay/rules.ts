/** Pay against the specification's floor (賃金の下限). Source: product.md, "Also derived". */
import type { Terms, WorkerFacts } from "../workforce/facts";
import { hundredths } from "../workforce/rules";

/** Whether a yearly pay reaches the floor x FTE; compared as whole numbers, so that exactly at the floor reaches it. */
export function reachesFloor(
  worker: Pick<WorkerFacts, "annualPayJpy" | "weeklyHours">,
  floorJpy: number,
  { fullTimeHours }: Pick<Terms, "fullTimeHours">,
): boolean {
  const full = hundredths(fullTimeHours);
  return (worker.annualPayJpy ?? 0) * full >= floorJpy * Math.min(hundredths(worker.weeklyHours), full);
}
