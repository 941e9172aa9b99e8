import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { useResultLead } from "~/components/survey-results/lead";
import { Results } from "~/components/survey-results/results";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { idOrNull } from "~/domain/flag/register-query";
import { wardResult } from "~/domain/survey/read-results.server";
import { resultPage, wishedGroup } from "~/domain/survey/result-page";

export const meta = titled((t) => t("survey.results.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const names = await findWardContract(view, params.contractId);
  const id = idOrNull(params.campaignId);
  const survey = names && id ? await wardResult(view, names.contractId, id) : null;
  if (!names || !survey) throw notFound();
  return { names, page: resultPage(survey, wishedGroup(new URL(request.url).searchParams)) };
}

export default function WardSurveyResults() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names, page } = useLoaderData<typeof loader>();
  const lead = useResultLead(page);
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={t("survey.results.titleOf", { title: surveyTitle(locale, page) })}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: contractName(locale, names) },
        { to: `${path}/surveys`, label: t("survey.results.ward.title") },
      ]}
      lead={lead}
      actions={
        <>
          <ExportLinks to={`${path}/surveys/${page.id}/export`} />
          <PrintButton />
        </>
      }
    >
      <Results page={page} />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
