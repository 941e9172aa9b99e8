import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Questionnaire, Sheet } from "../../domain/survey/questionnaire";
import { answeredOf, stepsOf } from "../../domain/survey/steps";
import { Attention } from "../attention";
import { LinkButton } from "../button";
import { Notice } from "../notice";
import { forgetAnswer, keep, readKept, type Kept } from "./device";
import { Finished } from "./finished";
import { QuestionnaireSteps } from "./questionnaire";
import { ReviewAnswers } from "./review-answers";
import { sendAnswer, type SendOutcome } from "./token";
import { UnitChoice, type UnitOption } from "./unit-choice";

export type AnswerableSurvey = {
  id: string;
  questionnaire: Questionnaire;
  freeText: boolean;
  isOpen: boolean;
  units: UnitOption[];
};

type Phase = "unit" | "questions" | "review" | "finished";

/** Answering: the group, the questions, a last look, and the own result in the browser alone. */
export function AnswerSurvey({ campaign }: { campaign: AnswerableSurvey }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<Kept | null>(null);
  const [phase, setPhase] = useState<Phase>("unit");
  const [outcome, setOutcome] = useState<SendOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const sheet = useRef<Sheet>({});
  const steps = stepsOf(campaign.questionnaire);

  useEffect(() => {
    const found = readKept(campaign.id);
    const only = campaign.units.length === 1 ? campaign.units[0]?.unit : undefined;
    setKept({ ...found, unit: found.unit ?? only });
    if (found.unit ?? only) setPhase("questions");
  }, [campaign.id, campaign.units]);

  function change(changes: Partial<Kept>): void {
    keep(campaign.id, changes);
    setKept((before) => before && { ...before, ...changes });
  }

  async function send(state: Kept): Promise<void> {
    setBusy(true);
    setOutcome(null);
    const result = await sendAnswer(campaign.id, state.unit ?? "");
    setBusy(false);
    if (result.kind !== "taken") return setOutcome(result);
    sheet.current = state.answers;
    forgetAnswer(campaign.id);
    setPhase("finished");
  }

  if (!kept) return <p className="mt-6 text-std-16N-170">{t("common.loading")}</p>;
  if (phase === "finished") return <Finished sheet={sheet.current} questionnaire={campaign.questionnaire} />;
  if (kept.sent) return <Notice kind="success">{t("survey.answer.sent")}</Notice>;
  if (!campaign.isOpen) return <Notice kind="info">{t("survey.answer.token.closed")}</Notice>;
  if (!kept.signature)
    return (
      <Notice kind="info" title={t("survey.answer.noToken")}>
        <p>{t("survey.answer.noTokenText")}</p>
        <div className="mt-3">
          <LinkButton to={`/me/surveys/${campaign.id}`} reloadDocument>
            {t("survey.answer.toConsent")}
          </LinkButton>
        </div>
      </Notice>
    );
  return (
    <>
      {outcome && outcome.kind !== "taken" && (
        <Attention answer={outcome}>
          <Notice kind="error">{t(`survey.answer.outcome.${outcome.kind}`)}</Notice>
        </Attention>
      )}
      {phase === "unit" && (
        <UnitChoice
          units={campaign.units}
          unit={kept.unit}
          choose={(unit) => change({ unit })}
          next={() => setPhase("questions")}
        />
      )}
      {phase === "questions" && (
        <QuestionnaireSteps
          steps={steps}
          sheet={kept.answers}
          at={kept.at}
          answer={(key, value) => change({ answers: { ...kept.answers, [key]: value } })}
          go={(at) => change({ at })}
          finish={() => setPhase("review")}
          finishLabel={t("survey.answer.review")}
        />
      )}
      {phase === "review" && (
        <ReviewAnswers
          count={answeredOf(steps, kept.answers)}
          freeText={campaign.freeText}
          comment={kept.comment}
          write={(comment) => change({ comment })}
          back={() => setPhase("questions")}
          send={() => void (!busy && send(kept))}
          busy={busy}
        />
      )}
    </>
  );
}
