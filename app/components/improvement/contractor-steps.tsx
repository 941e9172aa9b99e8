import { useTranslation } from "react-i18next";

import type { Plan } from "../../domain/improvement/plan";
import { mayAct } from "../../domain/improvement/rules";
import type { FormState } from "../form";
import { Section } from "../page";
import { StepButton, StepForm } from "./step-forms";

/** What the contractor may do with a plan as it stands. */
export function ContractorSteps(props: { plan: Plan; state: FormState | undefined; isCleared: boolean }) {
  const { plan, state } = props;
  const { t } = useTranslation();
  const { status, version } = plan;
  return (
    <Section id="next" title={t("improvement.list.next")}>
      <div className="flex flex-col gap-5">
        {mayAct("contractor", "propose", status) && (
          <StepButton intent="propose" version={version} label={t("improvement.propose")} />
        )}
        {mayAct("contractor", "close", status) && (
          <StepForm
            {...{ intent: "close", version, field: "outcome", maxLength: 2000, state }}
            label={t("improvement.plan.close")}
            note={t("improvement.plan.closeNote")}
            isOpen={props.isCleared}
          />
        )}
        <StepForm
          {...{ intent: "comment", field: "comment", maxLength: 2000, state }}
          label={t("improvement.plan.comment")}
          note={t("improvement.plan.commentNote")}
        />
        {mayAct("contractor", "withdraw", status) && (
          <StepForm
            {...{ intent: "withdraw", version, field: "reason", maxLength: 1000, state, look: "danger" }}
            label={t("improvement.plan.withdraw")}
            note={status === "agreed" ? t("improvement.plan.withdrawNote") : undefined}
          />
        )}
      </div>
    </Section>
  );
}
