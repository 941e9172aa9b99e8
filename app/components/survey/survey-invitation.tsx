import { useTranslation } from "react-i18next";

import { Section } from "../page";
import { OwnSurveys, type OpenSurvey } from "./own-surveys";

/** The surveys that a worker may answer, on their home while they are open. */
export function SurveyInvitation({ campaigns }: { campaigns: readonly OpenSurvey[] }) {
  const { t } = useTranslation();
  if (campaigns.length === 0) return null;
  return (
    <Section id="surveys" title={t("survey.answer.listTitle")} note={t("survey.answer.consentLead")}>
      <OwnSurveys campaigns={campaigns} level={3} />
    </Section>
  );
}
