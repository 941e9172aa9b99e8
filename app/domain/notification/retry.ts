/** When mail that could not be handed over is tried again: after 1, 5 and 30 minutes, 2, 6 and 24 hours; then it has failed. */
const MINUTES = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60];

/** The instant of the next attempt after so many failed ones, or null where no further one is made. */
export function nextAttempt(failed: number, at: Date): Date | null {
  const minutes = MINUTES[failed - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}
