import { execFileSync } from "node:child_process";
import path from "node:path";

import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";

import { calendarEvent, type SessionFacts } from "~/domain/calendar/event";
import { icsFeed, icsInvitation } from "~/domain/calendar/ics.server";
import { instantAt } from "~/lib/calendar";

const SESSION: SessionFacts = {
  ...{ sessionId: "5f0c1a52-6a0e-4d6e-9c55-0f0f6a3d2b11", audience: "participant", heldOn: "2026-12-01" },
  ...{ startTime: "10:00", minutes: 90, kind: "individual", status: "planned", tentative: false, place: "第2会議室" },
  ...{ videoUrl: null, sequence: 2, changedAt: "2026-11-20T01:02:03Z" },
};
const ORGANIZER = { name: "支援 一郎", email: "sasae@example.jp" };
const ATTENDEE = { name: "支援 花子", email: "hana@example.jp" };

function entry(
  given: Partial<SessionFacts> = {},
  words = { summary: "スーパービジョン（個人）", description: "説明" },
) {
  return { ...calendarEvent({ ...SESSION, ...given }, "https://sasae.example.jp"), ...words };
}

function parse(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as [string, ...unknown[]]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { calendar, events };
}

describe("a calendar, read by another's parser", () => {
  test("holds the instants of Tokyo, in its zone", () => {
    const { events, calendar } = parse(icsFeed([entry()], "支え"));
    const [event] = events;
    // 10:00 in Tokyo is 01:00 UTC, and 90 minutes later 02:30
    expect(event?.startDate.toJSDate().toISOString()).toBe("2026-12-01T01:00:00.000Z");
    expect(event?.endDate.toJSDate().toISOString()).toBe("2026-12-01T02:30:00.000Z");
    expect(event?.startDate.zone?.tzid).toBe("Asia/Tokyo");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  });

  test("holds identity, state, sequence and when it last changed", () => {
    const [event] = parse(icsFeed([entry({ tentative: true, sequence: 7 })], "支え")).events;
    expect(event?.uid).toBe(`${SESSION.sessionId}@sasae`);
    expect(event?.sequence).toBe(7);
    expect(event?.component.getFirstPropertyValue("status")).toBe("TENTATIVE");
    for (const stamp of ["dtstamp", "last-modified"])
      expect(String(event?.component.getFirstPropertyValue(stamp))).toBe("2026-11-20T01:02:03Z");
    expect(String(event?.component.getFirstPropertyValue("url"))).toContain("/me/sessions/");
  });

  test("makes a session without a time last the day, up to the next", () => {
    const [event] = parse(icsFeed([entry({ startTime: null })], "支え")).events;
    expect(event?.startDate.isDate).toBe(true);
    expect([String(event?.startDate), String(event?.endDate)]).toEqual(["2026-12-01", "2026-12-02"]);
    expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });

  test("without sessions is still a calendar", () => {
    const { calendar, events } = parse(icsFeed([], "支え"));
    expect(events).toEqual([]);
    expect(calendar.getFirstSubcomponent("vtimezone")).not.toBeNull();
  });

  test("has its properties before its parts, as the format asks", () => {
    const lines = icsFeed([entry()], "支え").split("\r\n");
    const firstPart = lines.findIndex((line) => line.startsWith("BEGIN:VTIMEZONE"));
    const depth = { inside: 0 };
    const stray = lines.slice(firstPart).filter((line) => {
      if (line.startsWith("BEGIN:")) depth.inside += 1;
      const isStray = depth.inside === 0 && line !== "" && line !== "END:VCALENDAR";
      if (line.startsWith("END:")) depth.inside -= 1;
      return isStray;
    });
    expect(stray).toEqual([]);
  });

  test("gives back any place, title and description as written, in lines of at most 75 octets", () => {
    const text = fc
      .string({ unit: fc.constantFrom(..."本所会議室ABCabc 12,;:\\\"'\n👪髙﨑=()（）"), minLength: 1, maxLength: 300 })
      .filter((value) => value.trim() !== "");
    const days = fc.record({
      heldOn: fc.integer({ min: 1, max: 28 }).map((day) => `2027-02-${String(day).padStart(2, "0")}`),
      startTime: fc.integer({ min: 0, max: 1439 }).map((minute) => {
        const two = (value: number) => String(value).padStart(2, "0");
        return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      }),
      minutes: fc.integer({ min: 5, max: 480 }),
    });
    fc.assert(
      fc.property(text, text, text, days, (place, summary, description, when) => {
        const ics = icsFeed([entry({ place, ...when }, { summary, description })], "支え");
        for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = parse(ics).events;
        expect([event?.location, event?.summary, event?.description]).toEqual([place, summary, description]);
        const start = instantAt(when.heldOn, when.startTime).getTime();
        expect(event?.startDate.toJSDate().getTime()).toBe(start);
        expect(event?.endDate.toJSDate().getTime()).toBe(start + when.minutes * 60_000);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an invitation", () => {
  const asked = { method: "REQUEST", organizer: ORGANIZER, attendee: ATTENDEE } as const;

  test("names its method, who invites and who is invited, and asks for no answer by mail", () => {
    const { calendar, events } = parse(icsInvitation(entry(), asked));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    const component = events[0]?.component;
    const organizer = component?.getFirstProperty("organizer");
    const attendee = component?.getFirstProperty("attendee");
    expect([organizer?.getParameter("cn"), organizer?.getFirstValue()]).toEqual([
      "支援 一郎",
      "mailto:sasae@example.jp",
    ]);
    expect(attendee?.getParameter("cn")).toBe("支援 花子");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:hana@example.jp");
    expect(attendee?.getParameter("rsvp")).toBe("FALSE");
  });

  test("when cancelled says so, under the same identity", () => {
    const { calendar, events } = parse(icsInvitation(entry({ sequence: 3 }), { ...asked, method: "CANCEL" }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(events[0]?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect([events[0]?.uid, events[0]?.sequence]).toEqual([`${SESSION.sessionId}@sasae`, 3]);
  });

  test("is not taken apart by a name with quotation marks or line ends", () => {
    const attendee = { name: 'A"\r\nSTATUS:CANCELLED\r\nX":', email: "a@example.jp" };
    const [event] = parse(icsInvitation(entry(), { ...asked, attendee })).events;
    expect(event?.component.getAllProperties("status").map((one) => one.getFirstValue())).toEqual(["CONFIRMED"]);
    expect(event?.attendees).toHaveLength(1);
  });
});

test("calendars are the same bytes whatever the zone of the server", () => {
  const script = path.resolve(import.meta.dirname, "printed-calendar.ts");
  const [utc, tokyo, newYork] = ["UTC", "Asia/Tokyo", "America/New_York"].map((zone) =>
    execFileSync(process.execPath, ["--import", "tsx", script], { env: { ...process.env, TZ: zone } }),
  );
  expect(utc?.toString()).toContain("DTSTART;TZID=Asia/Tokyo:20261201T083000");
  expect(utc?.toString()).toContain("DTSTART;TZID=Asia/Tokyo:20270314T023000");
  expect(utc?.toString()).toContain("DTSTART;VALUE=DATE:20270104");
  expect(utc?.equals(tokyo ?? Buffer.alloc(0))).toBe(true);
  expect(utc?.equals(newYork ?? Buffer.alloc(0))).toBe(true);
});
