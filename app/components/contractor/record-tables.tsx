import { useTranslation } from "react-i18next";

import type { CaseRow, QualificationRow, SessionRow, TrainingRow } from "../../domain/workforce/record";
import { decimal, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";

/** The cases that a worker leads or led: numbers, dates and complexity, never a client. */
export function CasesTable({ rows }: { rows: CaseRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<CaseRow>[] = [
    {
      key: "ref",
      title: t("contractor.worker.caseRef"),
      rowHeader: true,
      cell: (row) => <span className="whitespace-nowrap">{row.caseRef}</span>,
    },
    { key: "opened", title: t("contractor.worker.opened"), cell: (row) => shortDay(row.openedOn, locale) },
    {
      ...{ key: "closed", title: t("contractor.worker.closed") },
      cell: (row) => (row.closedOn ? shortDay(row.closedOn, locale) : t("common.noData")),
    },
    {
      ...{ key: "led", title: t("contractor.worker.lead1") },
      cell: (row) =>
        row.to
          ? t("contractor.worker.span", { from: shortDay(row.from, locale), to: shortDay(row.to, locale) })
          : t("contractor.worker.from", { from: shortDay(row.from, locale) }),
    },
    {
      ...{ key: "tags", title: t("contractor.worker.tags") },
      cell: (row) =>
        row.tags.map((tag) => t(`glossary.tag.${tag}`)).join(locale === "ja" ? "・" : ", ") || t("common.none"),
    },
  ];
  const caption = t("contractor.worker.casesTitle");
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => `${row.caseRef} ${row.from}`} />;
}

/** Training attended. */
export function TrainingTable({ rows, caption }: { rows: TrainingRow[]; caption: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<TrainingRow>[] = [
    { key: "title", title: t("contractor.worker.trainingTitle"), rowHeader: true, cell: (row) => row.title },
    { key: "date", title: t("contractor.worker.date"), cell: (row) => shortDay(row.attendedOn, locale) },
    { key: "topic", title: t("contractor.worker.topic"), cell: (row) => t(`glossary.topic.${row.topic}`) },
    { key: "format", title: t("contractor.worker.format"), cell: (row) => t(`glossary.format.${row.format}`) },
    {
      ...{ key: "hours", title: t("contractor.worker.hours"), align: "end" },
      cell: (row) => t("contractor.worker.hoursValue", { hours: decimal(row.hours, locale, 2) }),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** Supervision held or planned. */
export function SessionsTable({ rows }: { rows: SessionRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<SessionRow>[] = [
    { key: "date", title: t("contractor.worker.date"), rowHeader: true, cell: (row) => shortDay(row.heldOn, locale) },
    { key: "kind", title: t("contractor.worker.kind"), cell: (row) => t(`glossary.session.${row.kind}`) },
    {
      ...{ key: "place", title: t("contractor.worker.place") },
      cell: (row) => t(row.external ? "glossary.session.external" : "glossary.session.internal"),
    },
    {
      ...{ key: "minutes", title: t("contractor.worker.hours"), align: "end" },
      cell: (row) => t("contractor.worker.minutes", { minutes: row.minutes }),
    },
    { key: "status", title: t("contractor.worker.status"), cell: (row) => t(`glossary.session.${row.status}`) },
    {
      ...{ key: "attendance", title: t("contractor.worker.attendance") },
      cell: (row) => (row.attendance ? t(`glossary.attendance.${row.attendance}`) : t("common.noData")),
    },
  ];
  const caption = t("contractor.worker.sessions");
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** Qualifications, expired ones marked as of the day. */
export function QualificationsTable({ rows, day }: { rows: QualificationRow[]; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<QualificationRow>[] = [
    {
      ...{ key: "kind", title: t("glossary.term.qualification"), rowHeader: true },
      cell: (row) => t(`glossary.qualification.${row.kind}`),
    },
    { key: "obtained", title: t("contractor.worker.obtained"), cell: (row) => shortDay(row.obtainedOn, locale) },
    {
      ...{ key: "expires", title: t("contractor.worker.expires") },
      cell: (row) => {
        if (!row.expiresOn) return t("contractor.worker.noExpiry");
        const expired = row.expiresOn < day;
        return (
          <>
            {shortDay(row.expiresOn, locale)}
            {expired && <span className="ml-2 font-700 text-error-2">× {t("contractor.worker.expired")}</span>}
          </>
        );
      },
    },
    { key: "number", title: t("contractor.worker.number"), cell: (row) => row.number ?? t("common.noData") },
    { key: "state", title: t("career.register.state"), cell: (row) => t(`glossary.verification.${row.verification}`) },
  ];
  const caption = t("contractor.worker.qualifications");
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => `${row.kind} ${row.obtainedOn}`} />
  );
}
