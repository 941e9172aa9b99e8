import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { Entrance } from "~/components/entrance";
import { useLocale } from "~/components/locale";
import { titled } from "~/components/page-title";
import { AnswerSurvey } from "~/components/survey/answer-survey";
import { openCampaignOf } from "~/domain/survey/cast-ballot.server";

export const meta = titled((t) => t("survey.answer.pageTitle"));

// why: no other page may learn that somebody came from here.
export function headers() {
  return { "Referrer-Policy": "no-referrer" };
}

/** The questions of a survey. Asks for no session: whoever comes here is nobody in particular. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params.campaignId);
  const campaign = id.success ? await openCampaignOf(id.data) : null;
  if (!campaign) throw new Response(null, { status: 404 });
  const { title, titleEn, questionnaire, freeText, status, units } = campaign;
  const groups = units.map(({ unit, name, nameEn, eligible }) => ({ unit, name, nameEn, eligible }));
  return { id: campaign.id, title, titleEn, questionnaire, freeText, isOpen: status === "open", units: groups };
}

export default function Survey() {
  const { t } = useTranslation();
  const locale = useLocale();
  const campaign = useLoaderData<typeof loader>();
  const title = locale === "en" ? (campaign.titleEn ?? campaign.title) : campaign.title;
  return (
    <Entrance title={title} lead={t("survey.answer.anonymousPage")}>
      <AnswerSurvey campaign={campaign} />
    </Entrance>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
