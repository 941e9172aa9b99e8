/** What stands against a session on some days: read at once for all participants and days, judged by the rules. */
import type { People, Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import type { OpenSpan } from "~/lib/spans";
import { addDays } from "~/lib/calendar";

import type { Booking, Invitee, Party } from "./schedule-rules";

/** Days after the last one that are read too: where a closed day could move to. */
const LOOK_AHEAD = 14;

/** Keeps two appointments of one supervisor from being checked beside each other, unseen by either. */
export async function lockSupervisor(tx: Tx, people: People): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${people.userId ?? ""}, 4))`;
}

/**
 * Participants with their leave and bookings, and the supervisor's own bookings in every contract, around some days.
 * @param except sessions that are being moved: their old time stands against nothing
 */
export async function partyOn(
  tx: Tx,
  people: People,
  participants: readonly string[],
  days: readonly Day[],
  except: readonly string[] = [],
): Promise<Party> {
  const sorted = [...days].sort();
  const [from, to] = [sorted[0] ?? "2000-01-01", addDays(sorted.at(-1) ?? "2000-01-01", LOOK_AHEAD)];
  const invitees = await tx.$queryRaw<
    (Omit<Invitee, "leave" | "bookings"> & { leave: OpenSpan[]; bookings: Booking[] })[]
  >`
    SELECT p.id::text AS "staffId", p.hired_on::text AS "hiredOn", p.left_on::text AS "leftOn",
      coalesce((SELECT json_agg(json_build_object('from', l.starts_on::text, 'to', l.ends_on::text)) FROM staff_leave l
        WHERE l.contract_id = p.contract_id AND l.staff_id = p.id), '[]') AS leave,
      coalesce((SELECT json_agg(json_build_object('day', s.held_on::text, 'startTime', s.start_time, 'minutes', s.minutes)) FROM supervision_session s
          JOIN supervision_attendance a ON a.contract_id = s.contract_id AND a.session_id = s.id
        WHERE s.contract_id = p.contract_id AND a.staff_id = p.id AND s.held_on BETWEEN ${from}::date AND ${to}::date
          AND s.status <> 'cancelled' AND s.id <> ALL (${[...except]}::uuid[])), '[]') AS bookings
    FROM staff p WHERE p.contract_id = ${people.contractId}::uuid AND p.id = ANY (${[...participants]}::uuid[]) ORDER BY p.staff_code`;
  const own = await tx.$queryRaw<Booking[]>`
    SELECT held_on::text AS day, start_time AS "startTime", minutes, elsewhere FROM app_own_bookings(${from}::date, ${to}::date)
    WHERE session_id <> ALL (${[...except]}::uuid[]) ORDER BY held_on, start_time`;
  return { invitees, own };
}
