/** How many contracts a process that works through all of them takes at a time. */
export const LANES = 4;

/**
 * Works through items in their order, so many at a time; each waits for a free lane. What fails in one lane ends that lane
 * alone: the others take the remaining items, and the first failure is thrown when all have ended.
 */
export async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(lanes, items.length) }, lane));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
