import { describe, expect, test } from "vitest";

import { calendarEvent, minutesAfter, type SessionFacts } from "~/domain/calendar/event";

const SESSION: SessionFacts = {
  ...{ sessionId: "5f0c1a52-6a0e-4d6e-9c55-0f0f6a3d2b11", audience: "participant", heldOn: "2026-12-01" },
  ...{ startTime: "10:00", minutes: 90, kind: "individual", status: "planned", tentative: false, place: "第2会議室" },
  ...{ videoUrl: null, sequence: 2, changedAt: "2026-11-20T01:02:03Z" },
};

describe("the calendar entry of a session", () => {
  test.each([
    { status: "planned", tentative: true, becomes: "TENTATIVE" },
    { status: "planned", tentative: false, becomes: "CONFIRMED" },
    { status: "held", tentative: false, becomes: "CONFIRMED" },
    { status: "cancelled", tentative: true, becomes: "CANCELLED" },
  ] as const)("$status, pencilled in $tentative: $becomes", ({ becomes, ...given }) => {
    expect(calendarEvent({ ...SESSION, ...given }, "https://a.example").status).toBe(becomes);
  });

  test("ends its minutes after it starts", () => {
    expect(calendarEvent(SESSION, "https://a.example").span).toEqual({
      start: { day: "2026-12-01", time: "10:00" },
      end: { day: "2026-12-01", time: "11:30" },
    });
  });

  test("has no span where only the day is known", () => {
    expect(calendarEvent({ ...SESSION, startTime: null }, "https://a.example").span).toBeNull();
  });

  test("keeps its identity when the pages move, and leads each reader to their own page", () => {
    const here = calendarEvent(SESSION, "https://a.example");
    const there = calendarEvent({ ...SESSION, audience: "supervisor" }, "https://b.example");
    expect(here.uid).toBe(there.uid);
    expect(here.url).toBe(`https://a.example/me/sessions/${SESSION.sessionId}`);
    expect(there.url).toBe(`https://b.example/supervision/sessions/${SESSION.sessionId}`);
  });
});

test.each([
  // 23:30 + 45 min = 24:15, the next day's 00:15; the last day of February in a leap year
  { day: "2028-02-29", time: "23:30", minutes: 45, gives: { day: "2028-03-01", time: "00:15" } },
  { day: "2026-12-31", time: "23:00", minutes: 60, gives: { day: "2027-01-01", time: "00:00" } },
  { day: "2026-12-01", time: "09:05", minutes: 5, gives: { day: "2026-12-01", time: "09:10" } },
])("$minutes minutes after $time on $day", ({ day, time, minutes, gives }) => {
  expect(minutesAfter({ day, time }, minutes)).toEqual(gives);
});
