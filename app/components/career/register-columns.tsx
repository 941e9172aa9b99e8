import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";

import type { RegisterRow } from "../../domain/qualification/register";
import { shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { nameIn } from "../contractor/inbox-items";
import type { Column } from "../data-table";
import { StatusMark, TONES } from "../status";
import { ExpiryText } from "./qualification-list";
import { VERIFICATION_TONES } from "./verification";

/** The columns of the register of qualifications. */
export function registerColumns(t: TFunction, locale: Locale, day: Day): Column<RegisterRow>[] {
  return [
    {
      ...{ key: "name", title: t("contractor.workers.name"), rowHeader: true, sortable: true },
      cell: (row) => (
        <Link to={`/contractor/workers/${row.staffId}/career`} className="link whitespace-nowrap">
          {row.name ?? row.staffCode}
        </Link>
      ),
    },
    {
      ...{ key: "office", title: t("contractor.workers.office"), sortable: true },
      cell: (row) => nameIn(locale, row.officeName, row.officeNameEn) ?? t("contractor.workers.noOffice"),
    },
    {
      ...{ key: "kind", title: t("glossary.term.qualification"), sortable: true },
      cell: (row) => t(`glossary.qualification.${row.kind}`),
    },
    {
      ...{ key: "number", title: t("career.qualification.number") },
      cell: (row) => row.number ?? t("common.noData"),
    },
    {
      ...{ key: "obtained", title: t("career.qualification.obtainedOn"), sortable: true },
      cell: (row) => <span className="whitespace-nowrap">{shortDay(row.obtainedOn, locale)}</span>,
    },
    {
      ...{ key: "expires", title: t("career.qualification.expiresOn"), sortable: true },
      cell: (row) => <ExpiryText expiresOn={row.expiresOn} day={day} />,
    },
    {
      ...{ key: "state", title: t("career.register.state"), sortable: true, align: "center" },
      cell: (row) => (
        <StatusMark tone={VERIFICATION_TONES[row.verification]} word={t(`glossary.verification.${row.verification}`)} />
      ),
      tone: (row) => TONES[VERIFICATION_TONES[row.verification]].className,
    },
    {
      ...{ key: "evidence", title: t("career.evidence"), align: "center" },
      cell: (row) => t("career.qualification.files", { count: row.evidence }),
    },
    {
      ...{ key: "open", title: t("career.register.open") },
      cell: (row) => (
        <Link
          to={`/contractor/qualifications/${row.id}`}
          className="link inline-flex min-h-11 items-center whitespace-nowrap"
        >
          {t(row.verification === "pending" ? "career.register.look" : "career.register.details")}
          <span className="sr-only">
            ：{row.name ?? row.staffCode} {t(`glossary.qualification.${row.kind}`)}
          </span>
        </Link>
      ),
    },
  ];
}
