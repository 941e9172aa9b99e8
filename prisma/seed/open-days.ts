import { addDays, isOpenDay, toNumber, type Day, type Span } from "../../app/lib/calendar";
import type { Stream } from "./random";

/** A random day of a span on which offices are open. */
export function openDayWithin(span: Span, random: Stream): Day {
  const length = toNumber(span.to) - toNumber(span.from);
  for (;;) {
    const day = addDays(span.from, random.whole(0, length));
    if (isOpenDay(day)) return day;
  }
}
