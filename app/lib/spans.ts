/** Arithmetic on spans of days, both ends included. Spans may overlap and come in any order. */
import { fromNumber, toNumber, type Day, type Span } from "./calendar";

/** A span whose end may be open. */
export type OpenSpan = { from: Day; to: Day | null };

/** The part of a span inside another, or null where they do not meet. */
export function clip(span: OpenSpan, within: Span): Span | null {
  const from = span.from > within.from ? span.from : within.from;
  const to = span.to !== null && span.to < within.to ? span.to : within.to;
  return from <= to ? { from, to } : null;
}

/** Sorted, disjoint spans that cover the same days. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const result: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const from = toNumber(span.from);
    const to = toNumber(span.to);
    const last = result.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result.map(({ from, to }) => ({ from: fromNumber(from), to: fromNumber(to) }));
}

/** The parts of a span that none of the others cover. */
export function subtract(span: Span, others: readonly OpenSpan[]): Span[] {
  const holes = union(others.flatMap((other) => clip(other, span) ?? []));
  const result: Span[] = [];
  let from = toNumber(span.from);
  for (const hole of holes) {
    if (toNumber(hole.from) > from) result.push({ from: fromNumber(from), to: fromNumber(toNumber(hole.from) - 1) });
    from = toNumber(hole.to) + 1;
  }
  if (from <= toNumber(span.to)) result.push({ from: fromNumber(from), to: span.to });
  return result;
}

/** How many days the span has. */
export function length(span: Span): number {
  return toNumber(span.to) - toNumber(span.from) + 1;
}

/** How many different days the spans cover. */
export function countDays(spans: readonly Span[]): number {
  return union(spans).reduce((sum, span) => sum + length(span), 0);
}
