import { describe, expect, test } from "vitest";

import { violations } from "../../../app/domain/planner/checker";
import { ELSEWHERE, ONLINE, type PlanInput, type PlanItem } from "../../../app/domain/planner/plan";
import { aPlanInput, aPlanItem, aPlanSupervisor, aPlanWorker, OFFICE_HOURS } from "./plan-inputs";

// Monday 6 April 2026, 10:00–11:00 at office A: breaks nothing.
const MONDAY = "2026-04-06";
const INPUT = aPlanInput({ workers: ["a", "b", "c", "d"].map((id) => aPlanWorker(id)) });

function codes(items: PlanItem[], input: PlanInput = INPUT): string[] {
  return violations(items, input).map(({ code }) => code);
}

function withWorker(given: Parameters<typeof aPlanWorker>[1]): PlanInput {
  return aPlanInput({ workers: [aPlanWorker("a", given), ...INPUT.workers.slice(1)] });
}

function withSupervisor(given: Parameters<typeof aPlanSupervisor>[1]): PlanInput {
  return aPlanInput({ workers: INPUT.workers, supervisors: [aPlanSupervisor("s", given)] });
}

test("a session within everything breaks no rule", () => {
  expect(violations([aPlanItem()], INPUT)).toEqual([]);
});

describe("the day", () => {
  test.each([
    ["a Saturday", "2026-04-04", ["closedDay", "supervisorHours", "workerHours"]],
    ["a public holiday (昭和の日)", "2026-04-29", ["closedDay"]],
    ["a day after the quarter", "2026-07-01", ["outsideQuarter"]],
  ])("%s is refused", (_, day, expected) => {
    expect(codes([aPlanItem({ day })])).toEqual(expected);
  });

  test("29 December to 3 January are closed, 28 December and 4 January are not", () => {
    const input = { ...INPUT, span: { from: "2026-10-01", to: "2027-03-31" } };
    const closed = (day: string) => codes([aPlanItem({ day })], input).includes("closedDay");
    expect(["2026-12-28", "2026-12-29", "2026-12-31", "2027-01-01", "2027-01-04"].map(closed)).toEqual([
      ...[false, true, true, true, false],
    ]);
  });

  test("a day before the first that may be planned is refused with that day", () => {
    expect(violations([aPlanItem()], { ...INPUT, notBefore: "2026-04-07" })).toEqual([
      { itemId: "i1", code: "tooEarly", notBefore: "2026-04-07" },
    ]);
  });
});

describe("the supervisor", () => {
  test("is held to hours, to the office they name, and to absences", () => {
    const hours = [{ weekday: 1, from: 600, to: 660, officeId: "A" }];
    expect(codes([aPlanItem()], withSupervisor({ hours }))).toEqual([]);
    expect(codes([aPlanItem({ start: 615 })], withSupervisor({ hours }))).toEqual(["supervisorHours"]);
    expect(codes([aPlanItem({ officeId: "B" })], withSupervisor({ hours }))).toEqual(["supervisorHours"]);
    const absences = [{ from: MONDAY, to: MONDAY }];
    expect(codes([aPlanItem()], withSupervisor({ absences }))).toEqual(["supervisorAbsent"]);
  });

  test("may have sessions that touch at one office, and needs the way between two: 45 minutes are enough, 44 are not", () => {
    const second = (start: number, officeId: string) =>
      codes([aPlanItem(), aPlanItem({ id: "i2", start, officeId, participants: ["b"] })]);
    expect(second(660, "A")).toEqual([]);
    expect(second(645, "A")).toEqual(["supervisorOverlap", "supervisorOverlap"]);
    expect(second(705, "B")).toEqual([]);
    expect(second(704, "B")).toEqual(["supervisorTravel", "supervisorTravel"]);
  });

  test("needs the way to a session elsewhere too, none to one online, and the pair's own where it is given", () => {
    const booked = (place: string) => ({ bookings: [{ day: MONDAY, from: 540, to: 590, place }] });
    expect(violations([aPlanItem()], withSupervisor(booked(ELSEWHERE)))).toEqual([
      { itemId: "i1", code: "supervisorTravel", at: 540, needed: 45, gap: 10 },
    ]);
    expect(codes([aPlanItem()], withSupervisor(booked(ONLINE)))).toEqual([]);
    const near = { ...withSupervisor(booked("B")), travel: [{ a: "B", b: "A", minutes: 10 }] };
    expect(codes([aPlanItem()], near)).toEqual([]);
  });

  test("has no more sessions on a day than set, those that stand already included", () => {
    const bookings = [{ day: MONDAY, from: 780, to: 840, place: "A" }];
    const input = { ...withSupervisor({ bookings }), settings: { ...INPUT.settings, maxPerDay: 1 } };
    expect(violations([aPlanItem()], input)).toEqual([{ itemId: "i1", code: "dayFull", count: 2, max: 1 }]);
  });
});

describe("a worker", () => {
  test.each([
    ["on leave", { leave: [{ from: MONDAY, to: null }] }, "onLeave"],
    ["not yet employed", { hiredOn: "2026-04-07" }, "notEmployed"],
    ["no longer employed", { leftOn: "2026-04-05" }, "notEmployed"],
    ["off at that time", { hours: [{ weekday: 1, from: 630, to: 1020 }] }, "workerHours"],
    ["off on that weekday", { hours: OFFICE_HOURS.slice(1) }, "workerHours"],
    ["another's supervisee", { supervisorIds: ["t"] }, "notSupervised"],
    ["in another session", { bookings: [{ day: MONDAY, from: 630, to: 690, place: "A" }] }, "workerOverlap"],
    ["still on the way", { bookings: [{ day: MONDAY, from: 690, to: 750, place: "B" }] }, "workerTravel"],
    ["owed a longer session", { requiredMinutes: 90 }, "tooShort"],
    ["one who has a session already", { settled: { day: "2026-05-01", how: "planned" as const } }, "settled"],
  ])("%s cannot be in the session", (_, given, code) => {
    expect(codes([aPlanItem()], withWorker(given))).toEqual([code]);
  });

  test("can be in the session on the last day of employment and right after a session at the same office", () => {
    const bookings = [{ day: MONDAY, from: 540, to: 600, place: "A" }];
    expect(codes([aPlanItem()], withWorker({ leftOn: MONDAY, bookings }))).toEqual([]);
  });
});

describe("a group", () => {
  const group = (participants: string[]) => aPlanItem({ kind: "group", minutes: 90, participants });

  test("has three to eight different people, and an individual session one", () => {
    const many = Array.from({ length: 9 }, (_, at) => aPlanWorker(`w${at}`));
    const input = aPlanInput({ workers: many });
    const ids = many.map(({ id }) => id);
    expect([2, 3, 8, 9].map((size) => codes([group(ids.slice(0, size))], input))).toEqual([
      ...[["groupSize"], [], [], ["groupSize"]],
    ]);
    expect(codes([group(["w0", "w0", "w1"])], input)).toEqual(["groupSize"]);
    expect(codes([aPlanItem({ participants: ["w0", "w1"] })], input)).toEqual(["individualSize"]);
  });

  test("takes the overdue and the overloaded only beside a session of their own", () => {
    for (const urgent of [{ overdue: true }, { overloaded: true }]) {
      const input = withWorker(urgent);
      expect(codes([group(["a", "b", "c"])], input)).toEqual(["priorityInGroup"]);
      const own = aPlanItem({ id: "i2", day: "2026-04-07" });
      expect(codes([group(["a", "b", "c"]), own], input)).toEqual([]);
    }
  });

  test("is refused where groups are switched off", () => {
    const input = { ...INPUT, settings: { ...INPUT.settings, allowGroups: false } };
    expect(codes([group(["a", "b", "c"])], input)).toEqual(["groupsOff"]);
  });
});
