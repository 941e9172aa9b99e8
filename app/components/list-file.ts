/** What every downloaded list has in common: its name, its heading and the sentence for one that is too long. */
import type { TFunction } from "i18next";

import { longDay } from "../i18n/format";
import type { Locale } from "../i18n/resources";
import { dayOfInstant, type Day } from "../lib/calendar";

/** The beginning of a list's file. Give the total where not all rows were read. */
export function listFile(t: TFunction, locale: Locale, title: string, day: Day, total?: number) {
  return {
    name: title,
    heading: t("requirement.file.heading", { title, day: longDay(day, locale) }),
    ...(total === undefined ? {} : { total }),
    cutShort: (counts: { shown: number; total: number }) => t("requirement.file.cutShort", counts),
  };
}

/** An instant as day and time in Tokyo, "2026-11-24 09:30". */
export function momentText(at: string | null): string | null {
  if (at === null) return null;
  const instant = new Date(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Tokyo" }).format(instant);
  return `${dayOfInstant(instant)} ${time}`;
}
