import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { LinkButton } from "~/components/button";
import { nameIn } from "~/components/contractor/inbox-items";
import { workerColumns } from "~/components/contractor/worker-columns";
import { DataTable, Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { listWorkerRows } from "~/domain/kpi/list-worker-rows.server";
import { selectWorkers, workerQuery, type WorkerRow } from "~/domain/kpi/worker-table";
import { SUPPORT_ROLES } from "~/domain/workforce/vocabulary";
import { longDay } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";
import { pageOf } from "~/lib/page";

export const meta = titled((t) => t("contractor.workers.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const asOf = asOfFrom(params, today());
  const all = await listWorkerRows(tenant, asOf.day);
  const query = workerQuery(params);
  return { asOf, all: all.length, offices: officesOf(all), list: pageOf(selectWorkers(all, query), query.page) };
}

export default function Workers() {
  const { asOf, all, offices, list } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  if (all === 0 && !asOf.refused && asOf.day === asOf.today) return <NobodyYet />;
  return (
    <Page
      title={t("contractor.workers.heading")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("contractor.workers.lead", {
        day: longDay(asOf.day, locale),
        people: t("common.people", { count: list.total }),
      })}
      actions={<ExportLinks to={`/contractor/workers/export?${params}`} />}
    >
      <AsOfPicker asOf={asOf} />
      <FilterBar
        search={{ name: "q", label: t("contractor.workers.search") }}
        fields={[
          {
            ...{ name: "office", label: t("contractor.workers.office"), empty: t("common.all") },
            options: offices.map((office) => ({
              value: office.id,
              label: nameIn(locale, office.name, office.nameEn) ?? office.name,
            })),
          },
          {
            ...{ name: "role", label: t("contractor.workers.role"), empty: t("common.all") },
            options: SUPPORT_ROLES.map((role) => ({ value: role, label: t(`glossary.role.${role}`) })),
          },
        ]}
        toggle={{ name: "over", label: t("contractor.workers.overCap") }}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState
            title={t("contractor.workers.noMatch")}
            action={
              <LinkButton to="/contractor/workers" look="outline">
                {t("contractor.workers.clear")}
              </LinkButton>
            }
          />
        ) : (
          <>
            <DataTable
              caption={t("contractor.workers.heading")}
              columns={workerColumns(t, locale)}
              rows={list.rows}
              rowKey={(row) => row.staffId}
              minWidth="min-w-[88rem]"
            />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </>
        )}
      </div>
    </Page>
  );
}

function NobodyYet() {
  const { t } = useTranslation();
  return (
    <Page title={t("contractor.workers.heading")} crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}>
      <div className="mt-6">
        <EmptyState
          title={t("contractor.workers.empty")}
          action={<LinkButton to="/contractor/import">{t("contractor.firstSteps.import")}</LinkButton>}
        >
          {t("contractor.workers.emptyText")}
        </EmptyState>
      </div>
    </Page>
  );
}

function officesOf(rows: readonly WorkerRow[]): { id: string; name: string; nameEn: string | null }[] {
  const offices = new Map(
    rows.flatMap(({ officeId, officeName, officeNameEn }) =>
      officeId && officeName ? [[officeId, { id: officeId, name: officeName, nameEn: officeNameEn }]] : [],
    ),
  );
  return [...offices.values()].sort((a, b) => a.name.localeCompare(b.name, "ja"));
}

export { PageError as ErrorBoundary } from "~/components/page-error";
