import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { UnitList } from "~/components/survey-manage/opening";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { QuestionnaireSteps } from "~/components/survey/questionnaire";
import { idOrNull } from "~/domain/flag/register-query";
import { getCampaign } from "~/domain/survey/campaigns.server";
import { openingOutlook } from "~/domain/survey/eligible.server";
import { instrumentsOf, type Sheet } from "~/domain/survey/questionnaire";
import { stepsOf } from "~/domain/survey/steps";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("survey.manage.draft.previewTitle"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  const campaign = id && (await getCampaign(tenant, id));
  if (!campaign) throw notFound();
  if (campaign.status === "closed") throw redirect(`/contractor/surveys/${campaign.id}/results`);
  const { units } = campaign.status === "draft" ? await openingOutlook(tenant, today()) : campaign;
  return { campaign, units };
}

export default function PreviewSurvey() {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { campaign, units } = useLoaderData<typeof loader>();
  const [sheet, setSheet] = useState<Sheet>({});
  const [at, setAt] = useState(0);
  const path = `/contractor/surveys/${campaign.id}`;
  const title = surveyTitle(locale, campaign);
  return (
    <Page
      title={t("survey.manage.draft.previewTitle")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/surveys", label: t("survey.manage.title") },
        { to: path, label: title },
      ]}
      lead={title}
      actions={
        <LinkButton to={path} look="outline">
          {t("survey.manage.draft.previewBack")}
        </LinkButton>
      }
    >
      <Notice kind="info">{t("survey.manage.draft.previewLead")}</Notice>
      <div className="max-w-2xl">
        <Section id="units" title={t("survey.manage.draft.previewUnits")}>
          <div className="text-std-16N-170">
            <UnitList units={units} />
          </div>
        </Section>
        <section aria-label={title} className="mt-8">
          <QuestionnaireSteps
            steps={stepsOf(campaign.questionnaire)}
            sheet={sheet}
            at={at}
            answer={(key, value) => setSheet((given) => ({ ...given, [key]: value }))}
            go={setAt}
            finish={() => void navigate(path)}
            finishLabel={t("survey.manage.draft.previewEnd")}
          />
        </section>
        {campaign.freeText && <p className="mt-6 text-std-16N-170">{t("survey.manage.draft.previewComment")}</p>}
        <ul className="mt-6 text-dns-14N-130 text-solid-gray-700">
          {instrumentsOf(campaign.questionnaire).map(({ key, name, notice }) => (
            <li key={key} className="py-1">
              {name[locale]}
              <span className="block">{notice[locale]}</span>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
