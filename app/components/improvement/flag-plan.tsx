import { useTranslation } from "react-i18next";

import type { PlanStatus } from "../../domain/improvement/plan";
import { LinkButton } from "../button";

/** On a flag's page: the state of the plan that answers it, or the way to one. */
export function FlagPlan({
  flagId,
  plan,
  isOpen,
}: {
  flagId: string;
  plan: { planId: string; status: PlanStatus } | null;
  isOpen: boolean;
}) {
  const { t } = useTranslation();
  const isAnswered = plan !== null && (plan.status !== "done" || !isOpen);
  return (
    <>
      <p className="text-std-16N-170">
        {plan
          ? t("improvement.flag.state", { status: t(`improvement.status.${plan.status}`) })
          : t("improvement.flag.none")}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {plan && (
          <LinkButton to={`/contractor/plans/${plan.planId}`} look="outline">
            {t("improvement.flag.open")}
          </LinkButton>
        )}
        {isOpen && !isAnswered && (
          <LinkButton to={`/contractor/plans/new?flag=${flagId}`}>{t("improvement.flag.answer")}</LinkButton>
        )}
      </div>
    </>
  );
}
