import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { nameIn } from "~/components/contractor/inbox-items";
import { registerQuery } from "~/domain/qualification/register";
import { listRegister } from "~/domain/qualification/register.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The register of qualifications as a file, filtered and sorted as on the screen, with the state of each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const t = translator(locale);
  const { rows } = await listRegister(tenant, registerQuery(params), day, null);
  const sheet = {
    name: t("career.export.registerSheet"),
    heading: t("career.export.registerHeading", { day: longDay(day, locale) }),
    columns: [
      { title: t("contractor.workers.name"), width: 18 },
      { title: t("contractor.workers.code") },
      { title: t("contractor.workers.office"), width: 24 },
      { title: t("glossary.term.qualification"), width: 24 },
      { title: t("career.qualification.number"), width: 18 },
      { title: t("career.qualification.obtainedOn") },
      { title: t("career.qualification.expiresOn") },
      { title: t("career.export.daysLeft"), format: "0" },
      { title: t("career.register.state") },
      { title: t("career.export.sentBackFor"), width: 30 },
      { title: t("career.evidence"), format: "0" },
    ],
    rows: rows.map((row) => [
      ...[row.name, row.staffCode, nameIn(locale, row.officeName, row.officeNameEn)],
      ...[t(`glossary.qualification.${row.kind}`), row.number, row.obtainedOn, row.expiresOn, row.daysLeft],
      ...[t(`glossary.verification.${row.verification}`), row.rejectionNote, row.evidence],
    ]),
  };
  return sheetResponse(sheet, params, [t("career.export.registerFile"), day.replaceAll("-", "")]);
}
