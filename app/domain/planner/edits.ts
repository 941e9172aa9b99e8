/** Changes of a plan by hand. They only say what would be; whether it may be is the checker's to say. */
import type { Day } from "../../lib/calendar";
import { violations, type Violation } from "./checker";
import { isPriority, type PlanInput, type PlanItem, type Place } from "./plan";
import { byTime } from "./propose";
import type { Direction, ItemEdit } from "./schema";
import { planDays } from "./terrain";

export type Change =
  | { do: "move"; itemId: string; day: Day }
  | { do: "step"; itemId: string; direction: Direction }
  | { do: "lock" | "unlock" | "remove"; itemId: string }
  | { do: "edit"; itemId: string; edit: ItemEdit }
  | { do: "add"; edit: ItemEdit };

export type Changed = { items: PlanItem[]; itemId: string; broken: Violation[] };

/**
 * The plan after a change, the item it was about, and the rules it would break: any that the item breaks, and any that others
 * break anew. Null where there is no such item.
 */
export function change(items: readonly PlanItem[], input: PlanInput, wish: Change): Changed | null {
  const before = new Set(violations(items, input).map((one) => JSON.stringify(one)));
  const judged = (after: readonly PlanItem[], itemId: string): Changed => {
    const isNew = (one: Violation) => one.itemId === itemId || !before.has(JSON.stringify(one));
    return { items: [...after].sort(byTime), itemId, broken: violations(after, input).filter(isNew) };
  };
  if (wish.do === "add") return judged(...added(items, input, wish.edit));
  const item = items.find(({ id }) => id === wish.itemId);
  if (!item) return null;
  const itemId = item.id;
  const others = items.filter(({ id }) => id !== itemId);
  switch (wish.do) {
    case "remove":
      return judged(others, itemId);
    case "lock":
    case "unlock":
      return {
        items: [...others, { ...item, locked: wish.do === "lock" }].sort(byTime),
        itemId,
        broken: [],
      };
    case "move":
      return judged([...others, { ...item, day: wish.day }], itemId);
    case "step":
      return stepped(item, input, wish.direction, (place) => judged([...others, { ...item, ...place }], itemId));
    case "edit":
      return judged(edited(item, others, input, wish.edit), itemId);
  }
}

/** The nearest place that way at which the item breaks no rule; where there is none, the very next with what it breaks. */
function stepped(
  item: PlanItem,
  input: PlanInput,
  direction: Direction,
  at: (place: Pick<PlanItem, "day" | "start">) => Changed,
): Changed {
  let next: Changed | null = null;
  for (const place of placesTowards(item, input, direction)) {
    const tried = at(place);
    if (tried.broken.length === 0) return tried;
    next ??= tried;
  }
  return next ?? { ...at(item), broken: [endOf(item, direction)] };
}

function placesTowards(item: PlanItem, input: PlanInput, direction: Direction): Pick<PlanItem, "day" | "start">[] {
  const { day, start, minutes } = item;
  if (direction === "previousDay" || direction === "nextDay") {
    const days = planDays(input).map((one) => one.day);
    const towards =
      direction === "nextDay" ? days.filter((one) => one > day) : days.filter((one) => one < day).reverse();
    return towards.map((one) => ({ day: one, start }));
  }
  const grid = input.settings.gridMinutes;
  const starts = Array.from({ length: Math.floor((1440 - minutes) / grid) + 1 }, (_, at) => at * grid);
  const towards =
    direction === "later" ? starts.filter((one) => one > start) : starts.filter((one) => one < start).reverse();
  return towards.map((one) => ({ day, start: one }));
}

function endOf({ id }: PlanItem, direction: Direction): Violation {
  const isDay = direction === "previousDay" || direction === "nextDay";
  return { itemId: id, code: isDay ? "outsideQuarter" : "supervisorHours" };
}

function added(items: readonly PlanItem[], input: PlanInput, edit: ItemEdit): [PlanItem[], string] {
  const highest = items.reduce((most, { id }) => Math.max(most, +id.slice(1) || 0), 0);
  const supervisorId = input.supervisors[0]?.id ?? "";
  const item: PlanItem = { ...contentOf(edit), id: `i${highest + 1}`, supervisorId, locked: false };
  return [edited(item, items, input, edit), item.id];
}

/** The item with its new content. Who joins a group leaves the session of their own, unless that one comes first for them. */
function edited(item: PlanItem, others: readonly PlanItem[], input: PlanInput, edit: ItemEdit): PlanItem[] {
  const joining = new Set(edit.participants);
  const keep = new Set(input.workers.filter(isPriority).map(({ id }) => id));
  const isLeft = (other: PlanItem) =>
    edit.kind === "group" &&
    other.kind === "individual" &&
    !other.locked &&
    other.participants.every((id) => joining.has(id) && !keep.has(id));
  return [...others.filter((other) => !isLeft(other)), { ...item, ...contentOf(edit) }];
}

function contentOf({ kind, day, start, minutes, officeId, participants }: ItemEdit) {
  const place: Place = officeId ?? null;
  return { kind, day, start, minutes, officeId: place, participants: [...new Set(participants)].sort() };
}
