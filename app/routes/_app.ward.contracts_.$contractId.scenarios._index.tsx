import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { DataTable, Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { listScenarios } from "~/domain/scenario/scenarios.server";
import { shortDay, shortMoment } from "~/i18n/format";
import { wishedPage } from "~/lib/page";

export const meta = titled((t) => t("simulator.scenarios.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const page = wishedPage(new URL(request.url).searchParams);
  return { names, list: await listScenarios(view, { contractId: names.contractId, kind: "staffing", page }) };
}

export default function WardScenarios() {
  const { names, list } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const done = useDone();
  const path = `/ward/contracts/${names.contractId}`;
  const begin = <LinkButton to={`${path}/simulator`}>{t("simulator.scenarios.begin")}</LinkButton>;
  return (
    <Page
      title={t("simulator.scenarios.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: contractName(locale, names) },
      ]}
      lead={contractName(locale, names)}
      actions={
        list.total > 0 && (
          <>
            {begin}
            <ExportLinks to={`${path}/scenarios/export`} />
          </>
        )
      }
    >
      {done === "deleted" && <Notice kind="success">{t("simulator.scenarios.deleted")}</Notice>}
      {done === "stale" && <Notice kind="warning">{t("simulator.scenarios.stale")}</Notice>}
      <div className="mt-6">
        {list.total === 0 ? (
          <EmptyState title={t("simulator.scenarios.empty")} action={begin}>
            {t("simulator.scenarios.emptyText")}
          </EmptyState>
        ) : (
          <Form method="get" action={`${path}/scenarios/compare`}>
            <DataTable
              caption={t("simulator.scenarios.title")}
              rows={list.scenarios}
              rowKey={(row) => row.scenarioId}
              columns={[
                {
                  ...{ key: "choose", title: t("simulator.scenarios.choose"), align: "center" },
                  cell: (row) => (
                    <label className="inline-flex size-11 cursor-pointer items-center justify-center">
                      <input type="checkbox" name="id" value={row.scenarioId} className="size-6 accent-key-900" />
                      <span className="sr-only">{t("simulator.scenarios.chooseOne", { name: row.name })}</span>
                    </label>
                  ),
                },
                {
                  ...{ key: "name", title: t("simulator.scenarios.name"), rowHeader: true },
                  cell: (row) => (
                    <Link to={`${path}/scenarios/${row.scenarioId}`} className="link inline-flex min-h-11 items-center">
                      {row.name}
                    </Link>
                  ),
                },
                { key: "asOf", title: t("simulator.scenarios.asOf"), cell: (row) => shortDay(row.asOf, locale) },
                {
                  ...{ key: "savedAt", title: t("simulator.scenarios.savedAt") },
                  cell: (row) => shortMoment(new Date(row.createdAt), locale),
                },
              ]}
            />
            <div className="mt-4 flex flex-wrap items-center gap-4 print:hidden">
              <Button look="outline">{t("simulator.scenarios.compare")}</Button>
              <span className="text-std-16N-170">{t("simulator.scenarios.compareHint")}</span>
            </div>
          </Form>
        )}
        {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
