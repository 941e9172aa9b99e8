import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { careerColumns } from "~/components/career/career-columns";
import { CareerTabs } from "~/components/career/career-tabs";
import { nameIn } from "~/components/contractor/inbox-items";
import { DataTable, Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { careerQuery, selectCareers } from "~/domain/career/career-table";
import { listCareers } from "~/domain/career/careers.server";
import { SUPERVISOR_YEARS_AS_CHIEF } from "~/domain/career/ladder";
import { listOffices } from "~/domain/workforce/offices.server";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { pageOf } from "~/lib/page";

export const meta = titled((t) => t("career.table.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const day = today();
  const query = careerQuery(new URL(request.url).searchParams);
  const [all, offices] = await Promise.all([listCareers(tenant, day), listOffices(tenant)]);
  return { day, all: all.length, offices, list: pageOf(selectCareers(all, query), query.page) };
}

export default function Careers() {
  const { day, all, offices, list } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  return (
    <Page
      title={t("career.table.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("career.table.lead", { day: longDay(day, locale), count: list.total })}
      actions={<ExportLinks to={`/contractor/careers/export?${params}`} />}
    >
      <CareerTabs current="careers" />
      <p className="mt-4 text-dns-14N-130 text-solid-gray-700">
        {t("career.ladder.chiefNote")} {t("career.ladder.supervisorNote", { years: SUPERVISOR_YEARS_AS_CHIEF })}
      </p>
      <FilterBar
        fields={[
          {
            ...{ name: "rank", label: t("career.table.rank"), empty: t("common.all") },
            options: (["support", "chief", "supervisor"] as const).map((rank) => ({
              value: rank,
              label: t(`glossary.rank.${rank}`),
            })),
          },
          {
            ...{ name: "office", label: t("contractor.workers.office"), empty: t("common.all") },
            options: offices.map(({ officeId, name, nameEn }) => ({
              value: officeId,
              label: nameIn(locale, name, nameEn) ?? name,
            })),
          },
        ]}
        toggle={{ name: "ready", label: t("career.table.readyOnly") }}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState title={t(all === 0 ? "career.table.empty" : "career.register.noMatch")}>
            {t(all === 0 ? "career.table.emptyText" : "career.register.noMatchText")}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("career.table.title")}
              columns={careerColumns(t, locale)}
              rows={list.rows}
              rowKey={(row) => row.staffId}
              minWidth="min-w-[72rem]"
            />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
