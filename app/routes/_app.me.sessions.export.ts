import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePeople } from "~/auth/require.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { allSessions } from "~/domain/supervision/repository.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { sessionTable } from "~/i18n/session-table";
import { today } from "~/lib/clock.server";

/** A worker's own sessions as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const params = new URL(request.url).searchParams;
  const locale = localeOf(request);
  const t = translator(locale);
  const day = today();
  const table = sessionTable(t, locale, await allSessions(people, null), "worker");
  const name = t("session.export.sessions");
  const heading = t("session.export.heading", { title: name, day: longDay(day, locale) });
  return sheetResponse({ name, heading, ...table }, params, [name, day.replaceAll("-", "")]);
}
