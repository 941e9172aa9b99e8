import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { allSessions } from "~/domain/supervision/repository.server";
import { SESSION_STATUSES } from "~/domain/workforce/vocabulary";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { sessionTable } from "~/i18n/session-table";
import { today } from "~/lib/clock.server";

/** The sessions of a supervisor's supervisees as a file, filtered as on the screen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const params = new URL(request.url).searchParams;
  const locale = localeOf(request);
  const t = translator(locale);
  const day = today();
  const status = z.enum(SESSION_STATUSES).nullable().catch(null).parse(params.get("status"));
  const table = sessionTable(t, locale, await allSessions(people, status), "supervisor");
  const name = t("session.export.sessions");
  const heading = t("session.export.heading", { title: name, day: longDay(day, locale) });
  return sheetResponse({ name, heading, ...table }, params, [name, day.replaceAll("-", "")]);
}
