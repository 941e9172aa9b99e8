import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { ifVerifiedText, missingText } from "~/components/career/career-columns";
import { nameIn } from "~/components/contractor/inbox-items";
import { careerQuery, selectCareers } from "~/domain/career/career-table";
import { listCareers } from "~/domain/career/careers.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The table of careers as a file, filtered and sorted as on the screen. Pay is not in it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const t = translator(locale);
  const rows = selectCareers(await listCareers(tenant, day), careerQuery(params));
  const sheet = {
    name: t("career.export.careersSheet"),
    heading: t("career.export.careersHeading", { day: longDay(day, locale) }),
    columns: [
      { title: t("contractor.workers.name"), width: 18 },
      { title: t("contractor.workers.code") },
      { title: t("contractor.workers.office"), width: 24 },
      { title: t("career.table.rank"), width: 20 },
      { title: t("career.table.next"), width: 20 },
      { title: t("career.table.chief") },
      { title: t("career.table.missing"), width: 24 },
      { title: t("career.export.monthsMissing"), format: "0" },
      { title: t("career.table.readyOn") },
      { title: t("career.table.ifVerified"), width: 24 },
      { title: t("career.table.posts"), format: "0" },
    ],
    rows: rows.map((row) => [
      ...[row.name, row.staffCode, nameIn(locale, row.officeName, row.officeNameEn), t(`glossary.role.${row.role}`)],
      row.ladder.next ? t(`glossary.rank.${row.ladder.next}`) : null,
      t(row.ladder.chief.met ? "career.table.met" : "career.table.notMet"),
      ...[missingText(t, row), row.ladder.monthsMissing, row.ladder.readyOn, ifVerifiedText(t, row), row.postsToVerify],
    ]),
  };
  return sheetResponse(sheet, params, [t("career.export.careersFile"), day.replaceAll("-", "")]);
}
