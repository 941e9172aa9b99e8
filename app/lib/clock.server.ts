/** The only reader of the clock. Rules and repositories are handed the instant or the day. */
import { dayOfInstant, type Day } from "./calendar";

/** The current instant. */
export function now(): Date {
  return new Date();
}

/** Today in Asia/Tokyo. */
export function today(): Day {
  return dayOfInstant(now());
}
