/** A plan as the screens show it: who has a session and why not, week by week, with the names that the planner's ids stand for. */
import { addDays, fromNumber, isOpenDay, toNumber, type Day } from "../../lib/calendar";
import { uncoveredWorkers, type Blocker, type Unplaced } from "./blockers";
import type { Violation } from "./checker";
import type { PlanInput, PlanItem, PlanSettings } from "./plan";
import type { QualityNote } from "./quality";
import type { PlanQuarter, StoredSettings } from "./schema";
import { weekdayOf, type Minute } from "./time";

export type OfficeName = { officeId: string; name: string; nameEn: string | null };
export type PlanPerson = { staffId: string; staffCode: string; name: string; officeId: string | null };

/** The input with what screens need beside it. */
export type PlanGround = {
  input: PlanInput;
  people: PlanPerson[];
  offices: OfficeName[];
  /** Whether the supervisor has entered no hours of their own, so that the usual ones count. */
  usesDefaultHours: boolean;
  /** What a first proposal starts from. */
  defaults: PlanSettings;
};

export type Draft = PlanQuarter & {
  planId: string;
  version: number;
  status: "draft" | "confirmed";
  settings: StoredSettings;
  items: PlanItem[];
};

/** A draft with what can be said of it now. */
export type PlanView = PlanGround & {
  draft: Draft | null;
  broken: Violation[];
  unplaced: Unplaced[];
  notes: QualityNote[];
};

export type CoverageState = "attended" | "planned" | "individual" | "group" | "uncovered" | "noPlan";
export type CoverageRow = {
  staffId: string;
  name: string;
  state: CoverageState;
  day: Day | null;
  start: Minute | null;
  itemId: string | null;
  /** Participants of the session in the plan. */
  count: number;
  overdue: boolean;
  overloaded: boolean;
  blockers: Blocker[];
};

/** A day that is closed, or open and yet outside what can be planned. */
export type BoardDay = { day: Day; isClosed: boolean; isOpen: boolean; items: PlanItem[] };
export type BoardWeek = { monday: Day; days: BoardDay[] };

/** Everything that the planner's page shows. */
export type PlanScreen = {
  draft: Omit<Draft, "items"> | null;
  items: PlanItem[];
  rows: CoverageRow[];
  covered: number;
  weeks: BoardWeek[];
  broken: Violation[];
  notes: QualityNote[];
  names: Record<string, string>;
  offices: OfficeName[];
  settings: PlanSettings & { notBefore: Day | null };
  usesDefaultHours: boolean;
  /** Whether no day is left to plan. */
  isOver: boolean;
};

export function screenOf(view: PlanView): PlanScreen {
  const { draft, input, people, broken, notes, offices, usesDefaultHours, defaults } = view;
  const items = draft?.items ?? [];
  const rows = coverageRows(view, items);
  return {
    draft: draft && withoutItems(draft),
    ...{ items, rows, broken, notes, offices, usesDefaultHours },
    covered: rows.filter(({ state }) => state !== "uncovered" && state !== "noPlan").length,
    weeks: draft ? weeksOf(input, items) : [],
    names: Object.fromEntries(people.map(({ staffId, name }) => [staffId, name])),
    settings: draft?.settings ?? { ...defaults, notBefore: null },
    isOver: input.notBefore > input.span.to,
  };
}

function withoutItems({ items: _, ...draft }: Draft): Omit<Draft, "items"> {
  return draft;
}

function coverageRows({ input, people, unplaced, draft }: PlanView, items: readonly PlanItem[]): CoverageRow[] {
  const nameOf = new Map(people.map((one) => [one.staffId, one.name]));
  const open = new Set(uncoveredWorkers(input, items).map(({ id }) => id));
  return input.workers.map((worker): CoverageRow => {
    const own = items.filter(({ participants }) => participants.includes(worker.id));
    const item = own.find(({ kind }) => kind === "individual") ?? own[0];
    const about = {
      ...{
        staffId: worker.id,
        name: nameOf.get(worker.id) ?? "",
        overdue: worker.overdue,
        overloaded: worker.overloaded,
      },
      ...{ itemId: item?.id ?? null, count: item?.participants.length ?? 0 },
      blockers: unplaced.find(({ workerId }) => workerId === worker.id)?.blockers ?? [],
    };
    if (worker.settled) return { ...about, state: worker.settled.how, day: worker.settled.day, start: null };
    if (item && !open.has(worker.id)) return { ...about, state: item.kind, day: item.day, start: item.start };
    return { ...about, state: draft ? "uncovered" : "noPlan", day: null, start: null };
  });
}

/** The weeks that can be planned, Monday to Friday, and any in which an item lies. */
export function weeksOf({ span, notBefore }: PlanInput, items: readonly PlanItem[]): BoardWeek[] {
  const first = items.reduce(
    (least, { day }) => (day < least ? day : least),
    notBefore > span.from ? notBefore : span.from,
  );
  const last = items.reduce((most, { day }) => (day > most ? day : most), span.to);
  const weeks: BoardWeek[] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((offset) => fromNumber(toNumber(monday) + offset));
    weeks.push({
      monday,
      days: days.map((day) => ({
        day,
        isClosed: !isOpenDay(day),
        isOpen: isOpenDay(day) && day >= notBefore && day >= span.from && day <= span.to,
        items: items.filter((item) => item.day === day),
      })),
    });
  }
  return weeks;
}
