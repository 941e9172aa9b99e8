import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { DataTable, Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { planColumns } from "~/components/improvement/plan-columns";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PLAN_STATUSES } from "~/domain/improvement/plan";
import { planQuery } from "~/domain/improvement/plan-query";
import { listPlans } from "~/domain/improvement/plans.server";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("improvement.list.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "plan.manage");
  const day = today();
  return { day, list: await listPlans(tenant, planQuery(new URL(request.url).searchParams), day) };
}

export default function ContractorPlans() {
  const { day, list } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  return (
    <Page
      title={t("improvement.list.heading")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("improvement.list.lead", { count: list.total })}
      actions={<ExportLinks to={`/contractor/plans/export?${params}`} />}
    >
      <FilterBar
        fields={[
          {
            ...{ name: "status", label: t("improvement.list.status"), empty: t("common.all") },
            options: PLAN_STATUSES.map((value) => ({ value, label: t(`improvement.status.${value}`) })),
          },
        ]}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState
            title={t("improvement.list.empty")}
            action={<LinkButton to="/contractor/flags">{t("improvement.list.toFlags")}</LinkButton>}
          >
            {t("improvement.list.emptyText")}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("improvement.list.heading")}
              columns={planColumns(t, locale, "contractor", day, new Map())}
              rows={list.rows}
              rowKey={(plan) => plan.planId}
              minWidth="min-w-[64rem]"
            />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
