import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePeople } from "~/auth/require.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { listOwnActions } from "~/domain/supervision/agreed-actions.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { actionTable } from "~/i18n/session-table";
import { today } from "~/lib/clock.server";

/** A worker's own agreed actions as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const params = new URL(request.url).searchParams;
  const locale = localeOf(request);
  const t = translator(locale);
  const day = today();
  const actions = await listOwnActions(people, actor.membership.staffId ?? "", "all");
  const table = actionTable(t, actions, day);
  const name = t("session.export.actions");
  const heading = t("session.export.heading", { title: name, day: longDay(day, locale) });
  return sheetResponse({ name, heading, ...table }, params, [name, day.replaceAll("-", "")]);
}
