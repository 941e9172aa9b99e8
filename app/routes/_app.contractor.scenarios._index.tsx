import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { ScenarioList } from "~/components/scenario/scenario-list";
import { kindFrom, SCENARIO_KINDS } from "~/domain/scenario/schema";
import { listScenarios } from "~/domain/scenario/scenarios.server";
import { wishedPage } from "~/lib/page";

export const meta = titled((t) => t("redistribution.scenario.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const params = new URL(request.url).searchParams;
  const kind = kindFrom(params);
  const list = await listScenarios(tenant, { kind, page: wishedPage(params) });
  return { list, kind };
}

export default function Scenarios() {
  const { list, kind } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const done = useDone();
  const isEmpty = list.total === 0;
  return (
    <Page
      title={t("redistribution.scenario.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("redistribution.scenario.lead")}
      actions={
        !isEmpty && (
          <>
            <LinkButton to="/contractor/scenarios/compare">{t("redistribution.scenario.compare")}</LinkButton>
            <ExportLinks to={`/contractor/scenarios/export${kind ? `?kind=${kind}` : ""}`} />
          </>
        )
      }
    >
      {done === "deleted" && <Notice kind="success">{t("redistribution.scenario.done.deleted")}</Notice>}
      {done === "stale" && <Notice kind="warning">{t("redistribution.scenario.delete.stale")}</Notice>}
      {(!isEmpty || kind) && (
        <FilterBar
          fields={[
            {
              ...{
                name: "kind",
                label: t("redistribution.scenario.kindLabel"),
                empty: t("redistribution.scenario.all"),
              },
              options: SCENARIO_KINDS.map((one) => ({ value: one, label: t(`redistribution.scenario.kind.${one}`) })),
            },
          ]}
        />
      )}
      <div className="mt-6">
        {isEmpty ? (
          <EmptyState
            title={t("redistribution.scenario.empty")}
            action={<LinkButton to="/contractor/redistribution">{t("redistribution.link")}</LinkButton>}
          >
            {t("redistribution.scenario.emptyText")}
          </EmptyState>
        ) : (
          <>
            <ScenarioList scenarios={list.scenarios} />
            {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
