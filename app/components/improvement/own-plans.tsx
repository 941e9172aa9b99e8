import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Measure, Plan } from "../../domain/improvement/plan";
import { dayInYear, shortDay } from "../../i18n/format";
import { useLocale } from "../locale";

type OwnPlan = Pick<Plan, "planId" | "rule" | "status" | "reviewOn" | "agreedOn" | "measures"> & { flagIds: string[] };

/** The plans that answer a worker's own flags: where they stand and what will be done by when. */
export function OwnPlans({ plans, withLinks }: { plans: OwnPlan[]; withLinks: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {plans.map((plan) => (
        <li key={plan.planId} className="py-4 text-std-16N-170">
          <p className="text-std-17B-170">{t(`flag.rule.${plan.rule}.name`)}</p>
          <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <span>
              {plan.status === "agreed"
                ? t("improvement.own.agreed", { day: shortDay(plan.agreedOn ?? plan.reviewOn, locale) })
                : t(plan.status === "done" ? "improvement.own.done" : "improvement.own.proposed")}
            </span>
            <span>{t("improvement.own.review", { day: dayInYear(plan.reviewOn, locale) })}</span>
          </p>
          <ul className="mt-1 list-disc pl-6">
            {plan.measures.map((measure) => (
              <li key={measure.measureId}>
                <MeasureLine measure={measure} />
              </li>
            ))}
          </ul>
          {withLinks &&
            plan.flagIds.map((flagId) => (
              <Link key={flagId} to={`/me/flags/${flagId}`} className="link mr-4 inline-flex min-h-11 items-center">
                {t("improvement.own.openFlag")}
              </Link>
            ))}
        </li>
      ))}
    </ul>
  );
}

function MeasureLine({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { text, dueOn, doneOn } = measure;
  const kind = t(`improvement.kind.${measure.kind}`);
  if (doneOn) return t("improvement.own.measureDone", { kind, text, day: dayInYear(doneOn, locale) });
  return t("improvement.own.measure", {
    ...{ kind, text, owner: t(`improvement.owner.${measure.owner}`), day: dayInYear(dueOn, locale) },
  });
}
