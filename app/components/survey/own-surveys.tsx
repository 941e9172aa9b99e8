import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { stepsOf } from "../../domain/survey/steps";
import { instrumentsOf, type Questionnaire } from "../../domain/survey/questionnaire";
import { dayInYear } from "../../i18n/format";
import { LinkButton } from "../button";
import { useLocale } from "../locale";
import { readKept, type Kept } from "./device";

export type OpenSurvey = {
  id: string;
  title: string;
  titleEn: string | null;
  closesOn: string;
  questionnaire: Questionnaire;
  isEligible: boolean;
  hasToken: boolean;
};

const SECONDS_A_QUESTION = 8;

/** How long a survey takes, in minutes: what its instruments say, and eight seconds for each further question. */
export function minutesOf(questionnaire: Questionnaire): number {
  const instruments = instrumentsOf(questionnaire);
  const further = stepsOf({ ...questionnaire, instruments: [] }).length;
  const minutes = instruments.reduce((sum, instrument) => sum + instrument.minutes, 0);
  return Math.max(1, Math.round(minutes + (further * SECONDS_A_QUESTION) / 60));
}

/** What this device knows of a survey; null until the browser has looked. */
export function useKept(campaignId: string): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => setKept(readKept(campaignId)), [campaignId]);
  return kept;
}

/** The open surveys, each with the one thing to do. */
export function OwnSurveys({ campaigns, level = 2 }: { campaigns: readonly OpenSurvey[]; level?: 2 | 3 }) {
  return (
    <ul className="grid gap-4">
      {campaigns.map((campaign) => (
        <OwnSurvey key={campaign.id} campaign={campaign} level={level} />
      ))}
    </ul>
  );
}

function OwnSurvey({ campaign, level }: { campaign: OpenSurvey; level: 2 | 3 }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const kept = useKept(campaign.id);
  const title = locale === "en" ? (campaign.titleEn ?? campaign.title) : campaign.title;
  const Heading = `h${level}` as const;
  return (
    <li className="rounded-12 border border-solid-gray-300 px-5 py-4">
      <Heading className="text-std-18B-160">{title}</Heading>
      <p className="text-std-16N-170 text-solid-gray-700">
        {t("survey.answer.until", {
          ...{ day: dayInYear(campaign.closesOn, locale), minutes: minutesOf(campaign.questionnaire) },
        })}
      </p>
      <div className="mt-3">
        <WhatToDo campaign={campaign} kept={kept} />
      </div>
    </li>
  );
}

function WhatToDo({ campaign, kept }: { campaign: OpenSurvey; kept: Kept | null }) {
  const { t } = useTranslation();
  if (!campaign.isEligible) return <p className="text-std-16N-170">{t("survey.answer.notEligible")}</p>;
  if (kept?.sent) return <p className="text-std-16N-170 text-green-900">○ {t("survey.answer.sent")}</p>;
  if (kept?.signature)
    return (
      <LinkButton to={`/survey/${campaign.id}`} reloadDocument>
        {t("survey.answer.resume")}
      </LinkButton>
    );
  if (campaign.hasToken && kept) return <p className="text-std-16N-170">{t("survey.answer.fetched")}</p>;
  return <LinkButton to={`/me/surveys/${campaign.id}`}>{t("survey.answer.start")}</LinkButton>;
}
