import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { nameIn } from "~/components/contractor/inbox-items";
import { DataTable, Pagination, type Column } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { YearLinks } from "~/components/me/year-links";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { ApprovalMark } from "~/components/training/approval-mark";
import { TrainingTabs } from "~/components/training/tabs";
import { listRecords } from "~/domain/training/contract-records.server";
import { APPROVALS, type NamedTraining } from "~/domain/training/record";
import { recordQuery } from "~/domain/training/record-query";
import { listOffices } from "~/domain/workforce/offices.server";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "~/domain/workforce/vocabulary";
import { decimal, fiscalYearName, shortDay } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const PAGE_SIZE = 25;

export const meta = titled((t) => t("course.records.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const query = recordQuery(new URL(request.url).searchParams, today());
  const [list, offices] = await Promise.all([listRecords(tenant, query, PAGE_SIZE), listOffices(tenant)]);
  return { list, offices, fiscalYear: query.fiscalYear, current: fiscalYearOf(today()) };
}

export default function TrainingRecords() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { list, offices, fiscalYear, current } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const year = fiscalYearName(fiscalYear, locale);
  return (
    <Page
      title={t("course.records.title")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
      ]}
      lead={t("course.records.lead", { year, count: list.total, hours: decimal(list.hours, locale, 2) })}
      actions={<ExportLinks to={`/contractor/training/records/export?${params}`} />}
    >
      <TrainingTabs />
      <YearLinks current={current} fiscalYear={fiscalYear} label={t("me.training.yearLabel")} />
      <FilterBar
        search={{ name: "q", label: t("course.records.search") }}
        fields={[
          {
            ...{ name: "office", label: t("contractor.workers.office"), empty: t("common.all") },
            options: offices.map(({ officeId, name, nameEn }) => ({
              ...{ value: officeId, label: nameIn(locale, name, nameEn) ?? name },
            })),
          },
          {
            ...{ name: "topic", label: t("me.training.topic"), empty: t("common.all") },
            options: TRAINING_TOPICS.map((value) => ({ value, label: t(`glossary.topic.${value}`) })),
          },
          {
            ...{ name: "format", label: t("me.training.format"), empty: t("common.all") },
            options: TRAINING_FORMATS.map((value) => ({ value, label: t(`glossary.format.${value}`) })),
          },
          {
            ...{ name: "approval", label: t("course.field.approval"), empty: t("common.all") },
            options: APPROVALS.map((value) => ({ value, label: t(`course.approval.${value}`) })),
          },
        ]}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState
            title={t("course.records.empty")}
            action={<LinkButton to="/contractor/training/class">{t("course.tabs.class")}</LinkButton>}
          >
            {t("course.records.emptyText")}
          </EmptyState>
        ) : (
          <>
            <RecordsTable rows={list.rows} />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </>
        )}
      </div>
    </Page>
  );
}

function RecordsTable({ rows }: { rows: NamedTraining[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<NamedTraining>[] = [
    {
      ...{ key: "name", title: t("contractor.workers.name"), rowHeader: true },
      cell: (row) => (
        <Link to={`/contractor/workers/${row.staffId}`} className="link">
          {row.name ?? row.staffCode}
        </Link>
      ),
    },
    { key: "day", title: t("me.training.column.day"), cell: (row) => shortDay(row.attendedOn, locale) },
    { key: "title", title: t("me.training.column.title"), cell: (row) => row.title },
    { key: "topic", title: t("me.training.column.topic"), cell: (row) => t(`glossary.topic.${row.topic}`) },
    { key: "format", title: t("me.training.column.format"), cell: (row) => t(`glossary.format.${row.format}`) },
    {
      ...{ key: "hours", title: t("me.training.column.hours"), align: "end" },
      cell: (row) => decimal(row.hours, locale, 2),
    },
    { key: "approval", title: t("course.field.approval"), cell: (row) => <ApprovalMark approval={row.approval} /> },
  ];
  return (
    <DataTable
      caption={t("course.records.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="min-w-[60rem]"
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
