/** What a supervisee says to the record of a session: no signature, a word. */
import { addDays, type Day } from "../../lib/calendar";
import type { Attendance, SessionStatus } from "../workforce/vocabulary";

export const RECORD_ANSWERS = ["confirmed", "disputed"] as const;
export type RecordAnswer = (typeof RECORD_ANSWERS)[number];

/** Records of so many days wait for an answer on the worker's home; older ones can still be answered. */
const DAYS_WAITING = 90;

/** Whether there is a record to answer: the session was held and the own attendance is recorded. */
export function isAnswerable(session: { status: SessionStatus }, attendance: Attendance | null | undefined): boolean {
  return session.status === "held" && Boolean(attendance);
}

/** The first day whose records wait for an answer. */
export function waitingSince(day: Day): Day {
  return addDays(day, -DAYS_WAITING);
}
