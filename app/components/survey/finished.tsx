import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import {
  instrumentsOf,
  answersOf,
  SEX_ANSWERS,
  type Questionnaire,
  type Sheet,
} from "../../domain/survey/questionnaire";
import { SEXES } from "../../domain/survey/instruments/bjsq-scales";
import { HelpLines } from "./help-lines";
import { OwnResult } from "./own-result";

/** After sending: the person's own result, made here and gone when the page closes, and where help is. */
export function Finished({ sheet, questionnaire }: { sheet: Sheet; questionnaire: Questionnaire }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sex = SEXES[(sheet[SEX_ANSWERS.id] ?? 3) - 1];
  return (
    <div className="mt-6">
      <h2 ref={heading} tabIndex={-1} className="text-std-22B-150 focus:outline-none">
        ✓ {t("survey.answer.thanksTitle")}
      </h2>
      <p className="mt-2 text-std-16N-170">{t("survey.answer.thanks")}</p>
      <section aria-labelledby="own-result" className="mt-8">
        <h2 id="own-result" className="text-std-20B-150">
          {t("survey.answer.ownTitle")}
        </h2>
        <p className="mt-1 text-std-16N-170 text-solid-gray-700">{t("survey.answer.ownNote")}</p>
        {instrumentsOf(questionnaire).map(({ key }) => (
          <OwnResult key={key} instrument={key} answers={answersOf(sheet, key)} sex={sex} />
        ))}
      </section>
      <HelpLines />
      <p className="mt-6 text-std-16N-170">{t("survey.answer.closeNote")}</p>
    </div>
  );
}
