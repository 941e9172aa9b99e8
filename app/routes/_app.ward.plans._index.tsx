import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireWard } from "~/auth/require.server";
import { DataTable, Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { planColumns } from "~/components/improvement/plan-columns";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { contractName } from "~/components/ward/names";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { PLAN_STATUSES } from "~/domain/improvement/plan";
import { planQuery } from "~/domain/improvement/plan-query";
import { listWardPlans } from "~/domain/improvement/ward-plans.server";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("improvement.list.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "plan.answer");
  const day = today();
  const query = planQuery(new URL(request.url).searchParams);
  const [list, contracts] = await Promise.all([listWardPlans(view, query, day), listWardContracts(view)]);
  return { day, list, contracts };
}

export default function WardPlans() {
  const { day, list, contracts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const names = new Map(contracts.map((contract) => [contract.contractId, contract]));
  return (
    <Page
      title={t("improvement.list.heading")}
      crumbs={[{ to: "/ward", label: t("ward.home.title") }]}
      lead={t("improvement.list.lead", { count: list.total })}
      actions={<ExportLinks to={`/ward/plans/export?${params}`} />}
    >
      <FilterBar
        fields={[
          {
            ...{ name: "status", label: t("improvement.list.status"), empty: t("common.all") },
            options: PLAN_STATUSES.filter((status) => status !== "draft").map((value) => ({
              value,
              label: t(`improvement.status.${value}`),
            })),
          },
          {
            ...{ name: "contract", label: t("improvement.list.contract"), empty: t("common.all") },
            options: contracts.map((one) => ({ value: one.contractId, label: contractName(locale, one) })),
          },
        ]}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState title={t("improvement.list.empty")}>{t("improvement.list.wardEmptyText")}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("improvement.list.heading")}
              columns={planColumns(t, locale, "ward", day, names)}
              rows={list.rows}
              rowKey={(plan) => plan.planId}
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
