import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { Results } from "~/components/survey-results/results";
import { useResultLead } from "~/components/survey-results/lead";
import { idOrNull } from "~/domain/flag/register-query";
import { contractResult, surveyComments } from "~/domain/survey/read-results.server";
import { resultPage, wishedGroup } from "~/domain/survey/result-page";

export const meta = titled((t) => t("survey.results.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  const survey = id && (await contractResult(tenant, id));
  if (!survey) throw notFound();
  const comments = survey.freeText ? await surveyComments(tenant, survey.id) : null;
  return { page: resultPage(survey, wishedGroup(new URL(request.url).searchParams)), comments };
}

export default function SurveyResults() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { page, comments } = useLoaderData<typeof loader>();
  const done = useDone();
  const lead = useResultLead(page);
  return (
    <Page
      title={t("survey.results.titleOf", { title: surveyTitle(locale, page) })}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/surveys", label: t("survey.manage.title") },
      ]}
      lead={lead}
      actions={
        <>
          <ExportLinks to={`/contractor/surveys/${page.id}/results/export`} />
          <PrintButton />
        </>
      }
    >
      {done === "closed" && <Notice kind="success">{t("survey.manage.done.closed")}</Notice>}
      <Results page={page} comments={comments} />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
