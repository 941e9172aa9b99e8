/** Prints calendars to compare between processes whose zones differ. */
import { calendarEvent, type SessionFacts } from "../../../app/domain/calendar/event";
import { icsFeed, icsInvitation } from "../../../app/domain/calendar/ics.server";

const SESSION: SessionFacts = {
  ...{ sessionId: "5f0c1a52-6a0e-4d6e-9c55-0f0f6a3d2b11", audience: "participant", heldOn: "2026-12-01" },
  ...{ startTime: "08:30", minutes: 90, kind: "individual", status: "planned", tentative: false, place: "第2会議室" },
  ...{ videoUrl: null, sequence: 2, changedAt: "2026-11-20T20:02:03Z" },
};
// why: in New York 02:30 on the second day does not exist; a wall-clock time of Tokyo does.
const days = [
  { heldOn: "2026-12-01", startTime: "08:30" },
  { heldOn: "2027-03-14", startTime: "02:30" },
  { heldOn: "2026-12-31", startTime: "23:30" },
  { heldOn: "2027-01-04", startTime: null },
];
const entries = days.map((day) => ({
  ...calendarEvent({ ...SESSION, ...day }, "https://sasae.example.jp"),
  ...{ summary: "スーパービジョン（個人）", description: "詳しくは支えで" },
}));
const [first] = entries;
process.stdout.write(icsFeed(entries, "支え"));
if (first)
  process.stdout.write(
    icsInvitation(first, {
      method: "REQUEST",
      organizer: { name: "支援 一郎", email: "sasae@example.jp" },
      attendee: { name: "支援 花子", email: "hana@example.jp" },
    }),
  );
