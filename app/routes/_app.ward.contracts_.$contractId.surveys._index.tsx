import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { TrendSection } from "~/components/survey-results/trend";
import { ClosedList } from "~/components/survey-results/closed-list";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { wardSurveys } from "~/domain/survey/read-results.server";

export const meta = titled((t) => t("survey.results.ward.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  return { names, ...(await wardSurveys(view, names.contractId)) };
}

export default function WardSurveys() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names, list, trend, target } = useLoaderData<typeof loader>();
  const name = contractName(locale, names);
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={t("survey.results.ward.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: name },
      ]}
      lead={t("survey.results.ward.lead", { contract: name })}
      actions={<PrintButton />}
    >
      {list.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={t("survey.results.ward.empty")}>{t("survey.results.ward.emptyText")}</EmptyState>
        </div>
      ) : (
        <>
          <Notice kind="info">{t("survey.results.notCheck")}</Notice>
          <Section
            id="list"
            title={t("survey.results.ward.list")}
            actions={<ExportLinks to={`${path}/surveys/export`} />}
          >
            <ClosedList rows={list} path={`${path}/surveys`} />
          </Section>
          <TrendSection page={{ trend, target }} />
        </>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
