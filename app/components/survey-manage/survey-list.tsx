import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Campaign } from "../../domain/survey/campaign";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { listFile } from "../list-file";
import { useLocale } from "../locale";
import { StatusMark } from "../status";

/** A survey in the manager's list. Who took part is known of closed ones alone. */
export type ListedSurvey = Pick<
  Campaign,
  "id" | "title" | "titleEn" | "kind" | "opensOn" | "closesOn" | "status" | "released"
> & {
  eligible: number | null;
  answered: number | null;
};
type State = "draft" | "released" | "open" | "closed";

const TONES = { draft: "na", released: "planned", open: "ok", closed: "na" } as const;

function stateOf({ status, released }: ListedSurvey): State {
  return status === "draft" && released ? "released" : status;
}

/** A survey's title in the reader's language. */
export function surveyTitle(locale: Locale, { title, titleEn }: { title: string; titleEn: string | null }): string {
  return (locale === "en" && titleEn) || title;
}

/** The surveys of a contract, the newest first. */
export function SurveyList({ rows }: { rows: ListedSurvey[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<ListedSurvey>[] = [
    {
      ...{ key: "title", title: t("survey.manage.name"), rowHeader: true },
      cell: (row) => (
        <Link to={`/contractor/surveys/${row.id}`} className="link inline-flex min-h-11 items-center">
          {surveyTitle(locale, row)}
        </Link>
      ),
    },
    { key: "kind", title: t("survey.manage.kind"), cell: (row) => t(`survey.manage.kinds.${row.kind}`) },
    {
      ...{ key: "state", title: t("survey.manage.state") },
      cell: (row) => <StatusMark tone={TONES[stateOf(row)]} word={t(`survey.manage.states.${stateOf(row)}`)} />,
    },
    {
      ...{ key: "period", title: t("survey.manage.period") },
      cell: (row) => `${shortDay(row.opensOn, locale)} – ${shortDay(row.closesOn, locale)}`,
    },
    {
      ...{ key: "eligible", title: t("survey.manage.eligible"), align: "end" },
      cell: (row) => (row.eligible === null ? t("common.noData") : t("common.people", { count: row.eligible })),
    },
    { key: "rate", title: t("survey.manage.rate"), align: "end", cell: (row) => rateText(t, row) },
    {
      ...{ key: "results", title: t("survey.manage.results") },
      cell: (row) =>
        row.status === "closed" ? (
          <Link
            to={`/contractor/surveys/${row.id}/results`}
            className="link inline-flex min-h-11 items-center"
            aria-label={t("survey.manage.resultsOf", { title: surveyTitle(locale, row) })}
          >
            {t("survey.manage.results")}
          </Link>
        ) : (
          t("common.noData")
        ),
    },
  ];
  return (
    <DataTable
      {...{ caption: t("survey.manage.list"), columns, rows, minWidth: "min-w-[56rem]" }}
      rowKey={({ id }) => id}
    />
  );
}

function rateText(t: TFunction, { status, eligible, answered }: ListedSurvey): string {
  if (status === "open") return t("survey.manage.rateWhileOpen");
  if (eligible === null || answered === null || eligible === 0) return t("common.noData");
  return t("survey.manage.rateOf", { answered, eligible, percent: Math.round((answered / eligible) * 100) });
}

/** The same list as a file. */
export function surveySheet(t: TFunction, locale: Locale, day: Day, rows: readonly ListedSurvey[]): Sheet {
  return tableSheet<ListedSurvey>(
    listFile(t, locale, t("survey.manage.file.name"), day),
    [
      { title: t("survey.manage.name"), width: 36, cell: (row) => surveyTitle(locale, row) },
      { title: t("survey.manage.kind"), width: 18, cell: (row) => t(`survey.manage.kinds.${row.kind}`) },
      { title: t("survey.manage.state"), cell: (row) => t(`survey.manage.states.${stateOf(row)}`) },
      { title: t("survey.manage.file.opensOn"), cell: (row) => row.opensOn },
      { title: t("survey.manage.file.closesOn"), cell: (row) => row.closesOn },
      { title: t("survey.manage.eligible"), format: "0", cell: (row) => row.eligible },
      { title: t("survey.manage.file.answered"), format: "0", cell: (row) => row.answered },
    ],
    rows,
  );
}
