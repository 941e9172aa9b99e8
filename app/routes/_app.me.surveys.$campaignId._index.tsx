import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { useLocale } from "~/components/locale";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { StartAnswering } from "~/components/survey/start-answering";
import { listOwnCampaigns } from "~/domain/survey/campaigns.server";
import { openCampaignOf } from "~/domain/survey/cast-ballot.server";
import { fingerprintOf } from "~/domain/survey/fingerprint.server";
import { instrumentOf } from "~/domain/survey/instruments/catalogue";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("survey.answer.consentTitle"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "survey.answer");
  const id = z.uuid().safeParse(params.campaignId);
  const own = id.success ? (await listOwnCampaigns(people, today())).find((one) => one.id === id.data) : undefined;
  const campaign = own ? await openCampaignOf(own.id) : null;
  if (!own || !campaign) throw notFound();
  const { publicKey, title, titleEn, questionnaire } = campaign;
  const { isEligible, hasToken } = own;
  return {
    ...{ id: own.id, title, titleEn, instruments: questionnaire.instruments, isEligible, hasToken },
    ...{ publicKey, fingerprint: fingerprintOf(campaign) },
  };
}

export default function Consent() {
  const { t } = useTranslation();
  const locale = useLocale();
  const campaign = useLoaderData<typeof loader>();
  const title = locale === "en" ? (campaign.titleEn ?? campaign.title) : campaign.title;
  return (
    <Page
      title={title}
      lead={t("survey.answer.consentLead")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/surveys", label: t("survey.answer.listTitle") },
      ]}
    >
      <div className="max-w-2xl text-std-16N-170">
        <Section id="who" title={t("survey.answer.who")}>
          <p>{t("survey.answer.whoAnswers")}</p>
          <p className="mt-2">{t("survey.answer.whoResults")}</p>
        </Section>
        <Section id="how" title={t("survey.answer.how")}>
          <ul className="list-disc space-y-2 pl-6">
            <li>{t("survey.answer.howToken")}</li>
            <li>{t("survey.answer.howSend")}</li>
            <li>{t("survey.answer.howGroup")}</li>
          </ul>
        </Section>
        <Section id="limits" title={t("survey.answer.limits")}>
          <ul className="list-disc space-y-2 pl-6">
            {(["limitNetwork", "limitBackup", "limitUnanimous", "limitDevice"] as const).map((limit) => (
              <li key={limit}>{t(`survey.answer.${limit}`)}</li>
            ))}
          </ul>
        </Section>
        <p className="mt-6">{t("survey.answer.check", { fingerprint: campaign.fingerprint })}</p>
        <ul className="mt-4 text-dns-14N-130 text-solid-gray-700">
          {campaign.instruments.map(({ key }) => (
            <li key={key}>{instrumentOf(key).notice[locale]}</li>
          ))}
        </ul>
        <StartAnswering campaign={campaign} />
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
