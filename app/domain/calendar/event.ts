/**
 * A supervision session as an entry of a calendar (iCalendar, RFC 5545): pure facts, no words. Its times are wall-clock
 * times in Tokyo and stay text all the way, so that no server's zone shifts them.
 */
import { addDays, type Day } from "../../lib/calendar";
import type { SessionKind, SessionStatus } from "../workforce/vocabulary";

/** What a calendar needs to know of a session. */
export type SessionFacts = {
  sessionId: string;
  /** In which role the reader has it in the calendar. */
  audience: "participant" | "supervisor";
  heldOn: Day;
  /** "HH:MM"; null where only the day is known. */
  startTime: string | null;
  minutes: number;
  kind: SessionKind;
  status: SessionStatus;
  tentative: boolean;
  place: string | null;
  videoUrl: string | null;
  /** Counts the changes that concern calendars. */
  sequence: number;
  /** When it last changed, ISO in UTC. */
  changedAt: string;
};

/** A wall-clock time in Tokyo. */
export type WallTime = { day: Day; time: string };

export type CalendarEvent = {
  uid: string;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  sequence: number;
  kind: SessionKind;
  /** Start and end of the session; null where only the day is known. */
  span: { start: WallTime; end: WallTime } | null;
  day: Day;
  place: string | null;
  videoUrl: string | null;
  /** The page about it. */
  url: string;
  changedAt: string;
};

/** The calendar entry of a session. Its uid never changes, whatever address the pages move to. */
export function calendarEvent(session: SessionFacts, origin: string): CalendarEvent {
  const { heldOn, startTime, minutes, kind, sequence, place, videoUrl, changedAt } = session;
  return {
    uid: `${session.sessionId}@sasae`,
    status: session.status === "cancelled" ? "CANCELLED" : session.tentative ? "TENTATIVE" : "CONFIRMED",
    ...{ sequence, kind, place, videoUrl, changedAt, day: heldOn },
    span:
      startTime === null
        ? null
        : { start: { day: heldOn, time: startTime }, end: minutesAfter({ day: heldOn, time: startTime }, minutes) },
    url: origin + sessionPath(session.audience, session.sessionId),
  };
}

/** The page on which the reader finds a session. */
export function sessionPath(audience: SessionFacts["audience"], sessionId: string): string {
  return audience === "supervisor" ? `/supervision/sessions/${sessionId}` : `/me/sessions/${sessionId}`;
}

/** The wall-clock time so many minutes later. Japan has no daylight saving: a day has 1,440 minutes. */
export function minutesAfter({ day, time }: WallTime, minutes: number): WallTime {
  const total = +time.slice(0, 2) * 60 + +time.slice(3, 5) + minutes;
  const inDay = ((total % 1440) + 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: addDays(day, Math.floor(total / 1440)), time: `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}` };
}
