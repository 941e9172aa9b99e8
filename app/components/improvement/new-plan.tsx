import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { addDays, type Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import type { PlanStart } from "./plan-form";
import { planGroup, type GroupedPlan } from "./plan-words";

const REVIEW_AFTER_DAYS = 90;
const MEASURE_AFTER_DAYS = 30;

type Scenario = { scenarioId: string; name: string; kind: "redistribution" | "staffing" };

/** What the form of a new plan begins with: a review in a quarter, and what a what-if says where it comes from one. */
export function newPlanStart(t: TFunction, day: Day, scenario: Scenario | null): PlanStart {
  const empty = { cause: "", wardRequest: "", wardDueOn: "", reviewOn: addDays(day, REVIEW_AFTER_DAYS) };
  if (!scenario) return { ...empty, scenarioId: null, measures: [] };
  const { scenarioId, name, kind } = scenario;
  const isRedistribution = kind === "redistribution";
  return {
    ...{ ...empty, scenarioId, cause: t(`improvement.new.prefill.${kind}`, { name }) },
    measures: [
      {
        ...{ measureId: "", kind: isRedistribution ? "redistribute" : "hire" },
        text: t(`improvement.new.prefill.${kind}Measure`),
        ...{ owner: isRedistribution ? "manager" : "contractor", dueOn: addDays(day, MEASURE_AFTER_DAYS) },
      },
    ],
  };
}

/** The flags chosen are of several rules or groups: a way to a plan for each. */
export function NewPlanGroups(props: {
  groups: (GroupedPlan & { flags: { flagId: string }[] })[];
  scenarioId: string | null;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      <Notice kind="info">{t("improvement.new.several")}</Notice>
      <ul className="mt-4 text-std-16N-170">
        {props.groups.map((group) => {
          const flags = group.flags.map(({ flagId }) => flagId).join(",");
          const scenario = props.scenarioId ? `&scenario=${props.scenarioId}` : "";
          return (
            <li key={flags}>
              <Link
                to={`/contractor/plans/new?flags=${flags}${scenario}`}
                className="link inline-flex min-h-11 items-center"
              >
                {t("improvement.new.forGroup", {
                  ...{ rule: t(`flag.rule.${group.rule}.name`), group: planGroup(t, locale, group) },
                  count: group.flags.length,
                })}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
