import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { useLocale } from "~/components/locale";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { useResultLead } from "~/components/survey-results/lead";
import { Results } from "~/components/survey-results/results";
import { idOrNull } from "~/domain/flag/register-query";
import { ownResult } from "~/domain/survey/read-results.server";
import { resultPage, wishedGroup } from "~/domain/survey/result-page";

export const meta = titled((t) => t("survey.results.title"));

/** Workers see what is published, as their contractor and the ward do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const id = idOrNull(params.campaignId);
  const survey = id && (await ownResult(people, id));
  if (!survey) throw notFound();
  return { page: resultPage(survey, wishedGroup(new URL(request.url).searchParams)) };
}

export default function OwnSurveyResults() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { page } = useLoaderData<typeof loader>();
  const lead = useResultLead(page);
  return (
    <Page
      title={t("survey.results.titleOf", { title: surveyTitle(locale, page) })}
      crumbs={[
        { to: "/me", label: t("common.home") },
        { to: "/me/surveys", label: t("survey.manage.title") },
      ]}
      lead={lead}
      actions={<PrintButton />}
    >
      <Results page={page} />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
