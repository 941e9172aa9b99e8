import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePeople } from "~/auth/require.server";
import { blockerText } from "~/components/planner/blocker-text";
import { readPlan } from "~/domain/planner/drafts.server";
import { quarterFrom, type PlanQuarter } from "~/domain/planner/schema";
import { timeOf } from "~/domain/planner/time";
import { screenOf, type PlanScreen } from "~/domain/planner/view";
import { sheetResponse, type Sheet } from "~/domain/report/sheet.server";
import { fiscalYearName, longDay, quarterName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/resources";
import { fiscalYearOf, quarterOf, type Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

/** Who has a session in the quarter, when, and why not, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const params = new URL(request.url).searchParams;
  const day = today();
  const quarter = quarterFrom(params, { fiscalYear: fiscalYearOf(day), quarter: quarterOf(day) });
  const view = await readPlan({ people, membershipId: actor.membership.id, today: day }, quarter);
  const locale = localeOf(request);
  const sheet = sheetOf(screenOf(view), quarter, locale, day);
  return sheetResponse(sheet, params, [
    translator(locale)("planner.export.file"),
    `${quarter.fiscalYear}-${quarter.quarter}`,
  ]);
}

function sheetOf(screen: PlanScreen, { fiscalYear, quarter }: PlanQuarter, locale: Locale, day: Day): Sheet {
  const t = translator(locale);
  const itemOf = (itemId: string | null) => screen.items.find(({ id }) => id === itemId);
  const officeOf = (officeId: string | null | undefined) => {
    const office = screen.offices.find((one) => one.officeId === officeId);
    return (locale === "en" ? office?.nameEn : null) ?? office?.name ?? null;
  };
  return {
    name: t("planner.export.sheet"),
    heading: t("planner.export.heading", {
      ...{ year: fiscalYearName(fiscalYear, locale), quarter: quarterName(quarter, locale), day: longDay(day, locale) },
    }),
    columns: [
      { title: t("planner.coverage.worker"), width: 18 },
      { title: t("planner.coverage.state"), width: 18 },
      { title: t("planner.coverage.when"), width: 14 },
      { title: t("planner.form.start") },
      { title: t("planner.form.minutes"), format: "0" },
      { title: t("planner.export.office"), width: 24 },
      { title: t("planner.coverage.reason"), width: 60 },
    ],
    rows: screen.rows.map((row) => {
      const item = row.day === null ? undefined : itemOf(row.itemId);
      return [
        ...[row.name, t(`planner.coverage.${row.state}`, { count: row.count }), row.day],
        ...[row.start === null ? null : timeOf(row.start), item?.minutes ?? null, officeOf(item?.officeId)],
        row.blockers.map((blocker) => blockerText(t, blocker)).join(" ") || null,
      ];
    }),
  };
}
