/** Calendar entries and mail in words. Nobody is named in a title: it shows on locked screens and shared calendars. */
import type { TFunction } from "i18next";

import type { CalendarEvent } from "../domain/calendar/event";

/** The title and description of a calendar entry. */
export function calendarWords(t: TFunction, event: CalendarEvent): { summary: string; description: string } {
  const summary = t("calendar.entry.summary", { kind: t(`glossary.session.${event.kind}`) });
  const lines = [
    ...(event.status === "TENTATIVE" ? [t("calendar.entry.tentative")] : []),
    ...(event.videoUrl ? [t("calendar.entry.video", { address: event.videoUrl })] : []),
    t("calendar.entry.page", { address: event.url }),
  ];
  return { summary, description: lines.join("\n") };
}
