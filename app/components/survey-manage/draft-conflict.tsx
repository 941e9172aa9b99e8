import { useTranslation } from "react-i18next";

import type { DraftFields } from "../../domain/survey/draft-form";
import { stepsOf } from "../../domain/survey/steps";
import { ConflictNotice } from "../conflict";
import { useLocale } from "../locale";
import { useDraftLabels } from "./draft-form";

/** A draft as somebody else left it, beside what the reader asked for. */
export function DraftConflict({ answer, stands, asked }: { answer: object; stands: DraftFields; asked: DraftFields }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useDraftLabels();
  const word = (given: boolean) => t(given ? "common.yes" : "common.no");
  const texts = (of: DraftFields) => ({
    title: of.title,
    titleEn: of.titleEn ?? "",
    kind: t(`survey.manage.kinds.${of.kind}`),
    questions: stepsOf(of.questionnaire)
      .map(({ text }) => text[locale])
      .join(" / "),
    freeText: word(of.freeText),
    days: `${of.opensOn} – ${of.closesOn}`,
  });
  const names = {
    ...{ title: labels.title, titleEn: labels.titleEn, kind: labels.kind, freeText: labels.freeText },
    ...{ questions: t("survey.manage.conflictQuestions"), days: t("survey.manage.conflictDays") },
  };
  const [now, own] = [texts(stands), texts(asked)];
  const fields = (["title", "titleEn", "kind", "questions", "freeText", "days"] as const).map((name) => ({
    ...{ name, label: names[name], stands: now[name], typed: own[name] },
  }));
  return <ConflictNotice answer={answer} fields={fields} />;
}
