import { describe, expect, test } from "vitest";

import {
  checkAppointment,
  checkSeries,
  openedDays,
  type Appointment,
  type Booking,
  type Invitee,
} from "~/domain/supervision/schedule-rules";

const TODAY = "2026-11-24";
const plan = (given: Partial<Appointment> = {}): Appointment => ({
  ...{ kind: "individual", heldOn: "2026-11-26", startTime: "10:00", minutes: 60 },
  ...given,
});
const anInvitee = (given: Partial<Invitee> = {}): Invitee => ({
  ...{ staffId: "a", hiredOn: "2022-04-01", leftOn: null, leave: [], bookings: [] },
  ...given,
});
const invitees = (count: number) => Array.from({ length: count }, (_, index) => anInvitee({ staffId: String(index) }));
const check = (given: Partial<Appointment>, who: Invitee[], own: Booking[] = []) =>
  checkAppointment(plan(given), who, own, TODAY);

test("an ordinary session on a working day meets nothing", () => {
  expect(check({}, [anInvitee()])).toEqual({ refusals: [], warnings: [] });
});

describe("the number of participants", () => {
  test.each([
    { kind: "individual", count: 0, refused: "noParticipant" },
    { kind: "individual", count: 2, refused: "oneParticipant" },
    { kind: "group", count: 1, refused: "groupOfOne" },
  ] as const)("$kind with $count is refused", ({ kind, count, refused }) => {
    expect(check({ kind }, invitees(count)).refusals).toEqual([{ code: refused }]);
  });

  test.each([
    { count: 2, warned: true },
    { count: 3, warned: false },
    { count: 8, warned: false },
    { count: 9, warned: true },
  ])("a group of $count: warned $warned, because 3 to 8 is usual", ({ count, warned }) => {
    expect(check({ kind: "group" }, invitees(count))).toEqual({
      refusals: [],
      warnings: warned ? [{ code: "groupSize", count }] : [],
    });
  });
});

describe("someone who is not there", () => {
  const leave = [{ from: "2026-11-20", to: "2026-11-26" }];
  test.each([
    { heldOn: "2026-11-26", refusals: [{ code: "onLeave", staffId: "a" }], because: "the last day of leave" },
    { heldOn: "2026-11-27", refusals: [], because: "the day after it" },
  ])("on leave, $heldOn is $because", ({ heldOn, refusals }) => {
    expect(check({ heldOn }, [anInvitee({ leave })]).refusals).toEqual(refusals);
  });

  test("a leave without an end goes on", () => {
    expect(check({}, [anInvitee({ leave: [{ from: "2026-01-01", to: null }] })]).refusals).toHaveLength(1);
  });

  test.each([
    { post: { leftOn: "2026-11-25" }, refused: 1, because: "left the day before" },
    { post: { leftOn: "2026-11-26" }, refused: 0, because: "the last day of employment counts" },
    { post: { hiredOn: "2026-11-27" }, refused: 1, because: "not hired yet" },
  ])("$because", ({ post, refused }) => {
    expect(check({}, [anInvitee(post)]).refusals.filter((one) => one.code === "notEmployed")).toHaveLength(refused);
  });
});

describe("days that are unusual are confirmed, not refused", () => {
  test.each([
    { heldOn: "2026-11-28", codes: ["closedDay"], because: "a Saturday" },
    { heldOn: "2026-12-29", codes: ["closedDay"], because: "the year's end" },
    { heldOn: "2027-01-11", codes: ["closedDay"], because: "Coming of Age Day" },
    { heldOn: "2026-11-24", codes: [], because: "today" },
    { heldOn: "2026-11-20", codes: ["pastDay"], because: "gone by" },
  ])("$heldOn is $because", ({ heldOn, codes }) => {
    expect(check({ heldOn }, [anInvitee()]).warnings.map((warning) => warning.code)).toEqual(codes);
  });
});

describe("another session on the day clashes where it overlaps 10:00–11:00", () => {
  test.each([
    { startTime: "09:00", minutes: 60, clash: false, because: "it ends as ours begins" },
    { startTime: "09:00", minutes: 61, clash: true, because: "it ends a minute later" },
    { startTime: "10:59", minutes: 30, clash: true, because: "it begins in our last minute" },
    { startTime: "11:00", minutes: 30, clash: false, because: "it begins as ours ends" },
    { startTime: null, minutes: 30, clash: true, because: "its time is open" },
  ])("$startTime for $minutes minutes: $because", ({ startTime, minutes, clash }) => {
    const booking = { day: "2026-11-26", startTime, minutes };
    expect(check({}, [anInvitee({ bookings: [booking] })]).warnings).toEqual(
      clash ? [{ code: "participantClash", staffId: "a", startTime }] : [],
    );
    expect(check({}, [anInvitee()], [booking]).warnings).toEqual(
      clash ? [{ code: "supervisorClash", startTime, elsewhere: false }] : [],
    );
    expect(check({}, [anInvitee({ bookings: [{ ...booking, day: "2026-11-27" }] })]).warnings).toEqual([]);
  });
});

test("a session in another contract of the supervisor clashes as elsewhere", () => {
  const booking = { day: "2026-11-26", startTime: "10:30", minutes: 60, elsewhere: true };
  expect(check({}, [anInvitee()], [booking]).warnings).toEqual([
    { code: "supervisorClash", startTime: "10:30", elsewhere: true },
  ]);
});

describe("a series", () => {
  const weekly = ["2026-12-15", "2026-12-22", "2026-12-29", "2027-01-05"];
  const party = { invitees: [anInvitee()], own: [] };

  test("names the day of each objection, and the number of participants once", () => {
    const leave = [{ from: "2026-12-20", to: "2026-12-25" }];
    expect(checkSeries(plan({ kind: "group" }), weekly, { invitees: [anInvitee({ leave })], own: [] }, TODAY)).toEqual({
      refusals: [{ code: "groupOfOne" }, { code: "onLeave", staffId: "a", day: "2026-12-22" }],
      // The break lasts from 29 December to 3 January, a Sunday: Monday the 4th is the next open day.
      warnings: [{ code: "closedDay", instead: "2027-01-04", day: "2026-12-29" }],
    });
  });

  test("a closed day moves to the next open day on which everybody is there and free", () => {
    const busy = { day: "2027-01-04", startTime: "10:30", minutes: 60 };
    expect(openedDays(plan(), weekly, party)).toEqual(["2026-12-15", "2026-12-22", "2027-01-04", "2027-01-05"]);
    // On the 4th the supervisor is taken, the 5th is a day of the series itself.
    expect(openedDays(plan(), weekly, { ...party, own: [busy] })[2]).toBe("2027-01-06");
    const away = anInvitee({ leave: [{ from: "2026-12-26", to: null }] });
    expect(openedDays(plan(), weekly, { invitees: [away], own: [] })).toEqual(weekly);
  });

  test("of two closed days none takes the other's place", () => {
    // Saturday and Sunday: Monday the 30th for the first, Tuesday for the second.
    expect(openedDays(plan(), ["2026-11-28", "2026-11-29"], party)).toEqual(["2026-11-30", "2026-12-01"]);
  });

  test("where no open day within two weeks is free, the objection says so", () => {
    const away = anInvitee({ leave: [{ from: "2026-11-29", to: null }] });
    expect(checkSeries(plan(), ["2026-11-28"], { invitees: [away], own: [] }, TODAY).warnings).toEqual([
      { code: "closedDay", instead: null },
    ]);
  });
});
