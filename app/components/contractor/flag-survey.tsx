import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { AskedAgain } from "../../domain/survey/flag-rules";
import { decimal, longDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { Section } from "../page";

type Props = { surveyId: string; beforeSurveyId: string | null; asked: AskedAgain | null };

/** The surveys behind a flag, and whether it got better by the next one. */
export function FlagSurvey({ surveyId, beforeSurveyId, asked }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const link = "link inline-flex min-h-11 items-center text-std-16N-170";
  const then = asked && decimal(asked.then.index, locale, 2);
  return (
    <Section id="survey" title={t("flag.survey.title")}>
      {asked && (
        <p className="text-std-16N-170">
          {asked.again
            ? t("flag.survey.again", {
                ...{ then, again: decimal(asked.again.index, locale, 2), day: longDay(asked.again.closedOn, locale) },
              })
            : t("flag.survey.notYet", { then })}
        </p>
      )}
      <ul className="mt-2">
        <li>
          <Link to={`/contractor/surveys/${surveyId}/results`} className={link}>
            {t("flag.survey.link")}
          </Link>
        </li>
        {beforeSurveyId && (
          <li>
            <Link to={`/contractor/surveys/${beforeSurveyId}/results`} className={link}>
              {t("flag.survey.linkBefore")}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
