/**
 * Calendar entries as iCalendar text (RFC 5545). Times are written as wall-clock times of Asia/Tokyo with the zone's own
 * definition beside them: some programs show bare UTC as such, and shift a zone that is only named.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalDateTimeValue,
  type ICalEventData,
} from "ical-generator";

import { addDays, instantAt } from "../../lib/calendar";
import type { CalendarEvent, WallTime } from "./event";

/** An entry with its words. */
export type CalendarEntry = CalendarEvent & { summary: string; description: string };
export type CalendarPerson = { name: string; email: string };

const ZONE = "Asia/Tokyo";
/** Japan has had one offset and no daylight saving since 1951. */
const TOKYO = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19510909T000000",
  "TZOFFSETFROM:+0900",
  "TZOFFSETTO:+0900",
  "TZNAME:JST",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");
const PRODUCT = "//Sasae//Sasae//JA";
const REFRESH_SECONDS = 3_600;

/** A calendar to subscribe to. The same entries give the same bytes. */
export function icsFeed(entries: readonly CalendarEntry[], name: string): string {
  const calendar = aCalendar(ICalCalendarMethod.PUBLISH).name(plain(name)).ttl(REFRESH_SECONDS);
  for (const entry of entries) calendar.createEvent(eventData(entry));
  return text(calendar);
}

/** One entry as an invitation or its cancellation. */
export function icsInvitation(
  entry: CalendarEntry,
  given: { method: "REQUEST" | "CANCEL"; organizer: CalendarPerson; attendee: CalendarPerson },
): string {
  const calendar = aCalendar(ICalCalendarMethod[given.method]);
  const status = given.method === "CANCEL" ? "CANCELLED" : entry.status;
  const event = calendar.createEvent({
    ...eventData({ ...entry, status }),
    organizer: { name: parameter(given.organizer.name), email: given.organizer.email },
  });
  event.createAttendee({
    ...{ name: parameter(given.attendee.name), email: given.attendee.email },
    ...{ role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL, status: ICalAttendeeStatus.NEEDSACTION },
    // why: answers by mail would arrive where nobody reads them; people answer on the page.
    rsvp: false,
  });
  return text(calendar);
}

function aCalendar(method: ICalCalendarMethod): ICalCalendar {
  return ical({ prodId: PRODUCT, method });
}

function eventData(entry: CalendarEntry): ICalEventData {
  const { span, day } = entry;
  const changed = new Date(entry.changedAt);
  return {
    id: entry.uid,
    sequence: entry.sequence,
    status: ICalEventStatus[entry.status],
    ...{ stamp: changed, lastModified: changed, timezone: ZONE },
    start: wallClock(span?.start ?? { day, time: "00:00" }),
    end: wallClock(span?.end ?? { day: addDays(day, 1), time: "00:00" }),
    allDay: span === null,
    // why: a session of which only the day is known does not take up the whole day.
    transparency: span === null ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: entry.status === "TENTATIVE" ? ICalEventBusyStatus.TENTATIVE : null,
    summary: plain(entry.summary),
    description: plain(entry.description),
    location: entry.place ? { title: plain(entry.place) } : null,
    url: entry.url,
  };
}

/**
 * A wall-clock time in the shape of Temporal.ZonedDateTime, of which the library writes the figures as they are. A native
 * Date it would read in the zone of the server: nine hours wrong where that is UTC.
 */
function wallClock({ day, time }: WallTime): ICalDateTimeValue {
  const figures = {
    ...{ year: +day.slice(0, 4), month: +day.slice(5, 7), day: +day.slice(8, 10) },
    ...{ hour: +time.slice(0, 2), minute: +time.slice(3, 5), second: 0 },
    toJSON: () => `${day}T${time}:00`,
    toString: () => `${day}T${time}:00`,
  };
  const instant = () => ({
    epochMilliseconds: instantAt(day, time).getTime(),
    toJSON: figures.toJSON,
    toString: figures.toString,
    toZonedDateTimeISO: () => zoned,
  });
  const local = { ...figures, toPlainDate: () => figures, toZonedDateTime: () => zoned };
  const zoned = {
    ...figures,
    timeZoneId: ZONE,
    toInstant: instant,
    toPlainDateTime: () => local,
    withTimeZone: () => zoned,
  };
  return zoned;
}

/** Text without what the format cannot hold. */
function plain(value: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** A name within a parameter, in which the format has no quotation marks. */
function parameter(name: string): string {
  return (
    plain(name)
      .replace(/["\\\r\n]/g, " ")
      .trim() || "-"
  );
}

function text(calendar: ICalCalendar): string {
  // why: of its own the library writes the zone before the last properties of the calendar, where the format has none.
  return `${calendar.toString()}\r\n`.replace(/\r\n(?=BEGIN:VEVENT|END:VCALENDAR)/, `\r\n${TOKYO}\r\n`);
}
