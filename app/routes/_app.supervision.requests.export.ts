import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { REQUEST_STATUSES } from "~/domain/supervision/requests";
import { allRequests } from "~/domain/supervision/requests.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { requestTable } from "~/i18n/session-table";
import { today } from "~/lib/clock.server";

/** The requests of a supervisor's supervisees as a file, filtered as on the screen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const params = new URL(request.url).searchParams;
  const locale = localeOf(request);
  const t = translator(locale);
  const day = today();
  const status = z.enum(REQUEST_STATUSES).nullable().catch(null).parse(params.get("status"));
  const table = requestTable(t, locale, await allRequests(people, status), "supervisor");
  const name = t("session.export.requests");
  const heading = t("session.export.heading", { title: name, day: longDay(day, locale) });
  return sheetResponse({ name, heading, ...table }, params, [name, day.replaceAll("-", "")]);
}
