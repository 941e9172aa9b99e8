import { describe, expect, test } from "vitest";

import { checkAppointment, type Appointment, type Booking, type Invitee } from "~/domain/supervision/schedule-rules";

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
    const booking = { startTime, minutes };
    expect(check({}, [anInvitee({ bookings: [booking] })]).warnings).toEqual(
      clash ? [{ code: "participantClash", staffId: "a", startTime }] : [],
    );
    expect(check({}, [anInvitee()], [booking]).warnings).toEqual(clash ? [{ code: "supervisorClash", startTime }] : []);
  });
});
