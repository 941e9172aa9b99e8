import { useTranslation } from "react-i18next";

import type { Plan } from "../../domain/improvement/plan";
import { mayAct } from "../../domain/improvement/rules";
import { dayInYear } from "../../i18n/format";
import type { FormState } from "../form";
import { useLocale } from "../locale";
import { Section } from "../page";
import { StepButton, StepForm } from "./step-forms";

/** What the ward may do with a plan as it stands: always towards the contractor, never towards a worker. */
export function WardSteps({ plan, state }: { plan: Plan; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { status, version } = plan;
  const hint = t("improvement.ward.reasonHint");
  const isAsked = plan.wardRequest !== null && mayAct("ward", "answer", status);
  return (
    <Section id="next" title={t("improvement.list.next")}>
      <div className="flex flex-col gap-5">
        {mayAct("ward", "agree", status) && (
          <StepButton
            {...{ intent: "agree", version }}
            label={t("improvement.ward.agree")}
            note={t("improvement.ward.agreeNote")}
          />
        )}
        {isAsked && (
          <StepForm
            {...{ intent: "answer", version, field: "answer", maxLength: 2000, state, hint }}
            label={t("improvement.ward.answer")}
            note={
              plan.wardAnsweredOn
                ? t("improvement.ward.answered", { day: dayInYear(plan.wardAnsweredOn, locale) })
                : undefined
            }
            isOpen={plan.wardAnsweredOn === null}
          />
        )}
        {mayAct("ward", "return", status) && (
          <StepForm
            {...{ intent: "return", version, field: "reason", maxLength: 1000, state, hint }}
            label={t("improvement.ward.return")}
            note={t("improvement.ward.returnNote")}
          />
        )}
        <StepForm
          {...{ intent: "comment", field: "comment", maxLength: 2000, state, hint }}
          label={t("improvement.plan.comment")}
        />
      </div>
    </Section>
  );
}
