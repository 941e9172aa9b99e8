import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { SurveyList } from "~/components/survey-manage/survey-list";
import { listForManager } from "~/domain/survey/list-campaigns.server";
import { pageOf, wishedPage } from "~/lib/page";

export const meta = titled((t) => t("survey.manage.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const surveys = await listForManager(tenant);
  const isOpen = surveys.some(({ status }) => status === "open");
  return { isOpen, list: pageOf(surveys, wishedPage(new URL(request.url).searchParams)) };
}

export default function Surveys() {
  const { t } = useTranslation();
  const { isOpen, list } = useLoaderData<typeof loader>();
  const done = useDone();
  const add = <LinkButton to="/contractor/surveys/new">{t("survey.manage.new")}</LinkButton>;
  return (
    <Page
      title={t("survey.manage.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("survey.manage.lead")}
      actions={list.total > 0 ? add : undefined}
    >
      {done === "removed" && <Notice kind="success">{t("survey.manage.done.removed")}</Notice>}
      {list.total === 0 ? (
        <div className="mt-8">
          <EmptyState title={t("survey.manage.empty")} action={add}>
            {t("survey.manage.emptyText")}
          </EmptyState>
        </div>
      ) : (
        <>
          {isOpen && (
            <Notice kind="info" title={t("survey.manage.whyNoCount")}>
              {t("survey.manage.whyNoCountText")}
            </Notice>
          )}
          <Section id="list" title={t("survey.manage.list")} actions={<ExportLinks to="/contractor/surveys/export" />}>
            <SurveyList rows={list.rows} />
            {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
          </Section>
        </>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
