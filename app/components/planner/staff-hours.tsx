import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { StaffHoursRow } from "../../domain/planner/availability";
import { decimal } from "../../i18n/format";
import { Button } from "../button";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { useDayText, WEEKDAYS, type Weekday } from "./weekdays";

/** What did not fit in whose hours: the days whose end is not after their start, and what was typed. */
export type StaffHoursTrouble = { staffId: string; days: Weekday[]; values: Record<string, string> };

/** Working hours of each supervisee, with a form that opens under the name. */
export function StaffHours({ staff, trouble }: { staff: StaffHoursRow[]; trouble: StaffHoursTrouble | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const dayText = useDayText();
  if (staff.length === 0) return <p className="text-std-16N-170">{t("planner.availability.noStaff")}</p>;
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {staff.map((row) => (
        <li key={row.staffId} className="py-3">
          <p className="text-std-17B-170">
            {row.name}
            <span className="ml-3 text-dns-14N-130 text-solid-gray-700">
              {t("planner.availability.weekly", { hours: decimal(row.weeklyHours, locale) })}
            </span>
          </p>
          <p className="text-std-16N-170">
            {row.hours.length === 0
              ? t("planner.availability.usualStaff")
              : row.hours.map(dayText).join(t("planner.comma"))}
          </p>
          <details open={trouble?.staffId === row.staffId}>
            <summary
              className="min-h-11 cursor-pointer py-2 text-std-16N-170 text-key-900"
              aria-label={t("planner.availability.changeOf", { name: row.name })}
            >
              {t("planner.availability.change")}
            </summary>
            <DaysForm row={row} trouble={trouble?.staffId === row.staffId ? trouble : undefined} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function DaysForm({ row, trouble }: { row: StaffHoursRow; trouble: StaffHoursTrouble | undefined }) {
  const { t } = useTranslation();
  const dayName = (day: Weekday) => t(`planner.availability.day.${day}`);
  const hoursOf = (day: Weekday) => row.hours.find(({ weekday }) => String(weekday) === day);
  const value = (name: string, otherwise: string) => (trouble ? (trouble.values[name] ?? otherwise) : otherwise);
  const works = (day: Weekday) => (trouble ? trouble.values[`works:${day}`] !== undefined : hoursOf(day) !== undefined);
  const input = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2 text-std-16N-170";
  return (
    <Form method="post">
      <input type="hidden" name="staffId" value={row.staffId} />
      {trouble && (
        <Notice kind="error">
          {t("planner.availability.badHours", { days: trouble.days.map(dayName).join(t("planner.comma")) })}
        </Notice>
      )}
      <p className="text-dns-14N-130 text-solid-gray-700">{t("planner.availability.staffHoursHint")}</p>
      <ul>
        {WEEKDAYS.map((day) => (
          <li key={day} className="flex flex-wrap items-center gap-3 py-1">
            <label className="inline-flex min-h-11 w-24 items-center gap-2 text-std-16N-170">
              <input
                type="checkbox"
                name={`works:${day}`}
                value="1"
                defaultChecked={works(day)}
                aria-label={t("planner.availability.works", { day: dayName(day) })}
                className="size-5 accent-key-900"
              />
              {dayName(day)}
            </label>
            <input
              type="time"
              name={`from:${day}`}
              aria-label={t("planner.availability.fromOf", { day: dayName(day) })}
              defaultValue={value(`from:${day}`, hoursOf(day)?.from ?? "09:00")}
              className={input}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              name={`to:${day}`}
              aria-label={t("planner.availability.toOf", { day: dayName(day) })}
              defaultValue={value(`to:${day}`, hoursOf(day)?.to ?? "17:00")}
              className={input}
            />
          </li>
        ))}
      </ul>
      <Button name="intent" value="staffHours" look="outline" className="mt-2 w-full md:w-auto">
        {t("planner.availability.saveStaff")}
      </Button>
    </Form>
  );
}
