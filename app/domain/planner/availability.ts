/** Availability as its page shows it, and the form of a supervisee's working week. */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { timeField } from "../supervision/schema";

export type HoursRow = { id: string; weekday: number; from: string; to: string; officeId: string | null };
export type AbsenceRow = { id: string; startsOn: Day; endsOn: Day };
export type StaffHoursRow = {
  staffId: string;
  name: string;
  weeklyHours: number;
  hours: Omit<HoursRow, "id" | "officeId">[];
};
export type Availability = {
  hours: HoursRow[];
  absences: AbsenceRow[];
  staff: StaffHoursRow[];
  offices: { officeId: string; name: string; nameEn: string | null }[];
};

export type WorkingDay = { weekday: number; from: string; to: string };

/**
 * The working days of a form with the fields "works:N", "from:N" and "to:N" for weekday N, and those whose times do not fit:
 * missing, or ending before they begin.
 */
export function workingWeek(form: FormData): { hours: WorkingDay[]; wrong: number[] } {
  const hours: WorkingDay[] = [];
  const wrong: number[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    if (!form.has(`works:${weekday}`)) continue;
    const times = z
      .object({ from: timeField(), to: timeField() })
      .safeParse({ from: form.get(`from:${weekday}`), to: form.get(`to:${weekday}`) });
    if (times.success && times.data.from < times.data.to) hours.push({ weekday, ...times.data });
    else wrong.push(weekday);
  }
  return { hours, wrong };
}
