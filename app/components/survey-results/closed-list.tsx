import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { TrendPoint } from "../../domain/survey/result-page";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { decimal, shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { listFile } from "../list-file";
import { useLocale } from "../locale";
import { surveyTitle } from "../survey-manage/survey-list";
import { percentOf } from "./names";
import { TargetMark } from "./worthwhile";

const KINDS = { annual: "annual", pulse: "pulse" } as const;

/** A closed survey with who took part and the whole contract's headline figures. */
export type ClosedRow = TrendPoint & { eligible: number; answered: number };

function kindText(t: TFunction, kind: string): string {
  return t(`survey.manage.kinds.${kind === KINDS.pulse ? KINDS.pulse : KINDS.annual}`);
}

/** Closed surveys, the newest first, each leading to its results. */
export function ClosedList({ rows, path }: { rows: ClosedRow[]; path: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<ClosedRow>[] = [
    {
      ...{ key: "title", title: t("survey.manage.name"), rowHeader: true },
      cell: (row) => (
        <Link to={`${path}/${row.campaignId}`} className="link inline-flex min-h-11 items-center">
          {surveyTitle(locale, row)}
        </Link>
      ),
    },
    { key: "kind", title: t("survey.manage.kind"), cell: (row) => kindText(t, row.kind) },
    {
      ...{ key: "closedOn", title: t("survey.results.ward.closedOn") },
      cell: (row) => shortDay(row.closedOn, locale),
    },
    {
      ...{ key: "rate", title: t("survey.results.rate"), align: "end" },
      cell: ({ answered, eligible }) =>
        t("survey.manage.rateOf", { answered, eligible, percent: percentOf(answered, eligible) }),
    },
    {
      ...{ key: "share", title: t("survey.results.worthwhile.share"), align: "end" },
      cell: ({ worthwhile }) => (worthwhile ? `${decimal(worthwhile.percent, locale)}%` : t("common.noData")),
    },
    {
      ...{ key: "judgement", title: t("survey.results.worthwhile.judgement") },
      cell: ({ worthwhile }) => (worthwhile ? <TargetMark met={worthwhile.met} /> : t("common.noData")),
    },
    {
      ...{ key: "risk", title: t("survey.results.risk.total"), align: "end" },
      cell: ({ totalRisk }) => (totalRisk === null ? t("common.noData") : decimal(totalRisk, locale)),
    },
  ];
  return (
    <DataTable
      {...{ caption: t("survey.results.ward.list"), columns, rows, minWidth: "min-w-[60rem]" }}
      rowKey={({ campaignId }) => campaignId}
    />
  );
}

/** The same list as a file. */
export function closedSheet(
  t: TFunction,
  locale: Locale,
  day: Day,
  contract: string,
  rows: readonly ClosedRow[],
): Sheet {
  const whole = { format: "0" };
  return tableSheet<ClosedRow>(
    listFile(t, locale, t("survey.results.ward.title"), day),
    [
      { title: t("requirement.file.contract"), width: 28, cell: () => contract },
      { title: t("survey.manage.name"), width: 36, cell: (row) => surveyTitle(locale, row) },
      { title: t("survey.manage.kind"), width: 18, cell: (row) => kindText(t, row.kind) },
      { title: t("survey.results.ward.closedOn"), cell: (row) => row.closedOn },
      { title: t("survey.manage.eligible"), ...whole, cell: (row) => row.eligible },
      { title: t("survey.manage.file.answered"), ...whole, cell: (row) => row.answered },
      {
        ...{ title: t("survey.results.file.worthwhile"), format: "0.0" },
        cell: ({ worthwhile }) => worthwhile && worthwhile.percent,
      },
      { title: t("survey.results.risk.total"), format: "0.0", cell: ({ totalRisk }) => totalRisk },
    ],
    rows,
  );
}
