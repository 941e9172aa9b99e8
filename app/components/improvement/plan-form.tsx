import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Plan } from "../../domain/improvement/plan";
import type { FieldProblem } from "../../lib/form";
import { Button } from "../button";
import { TextArea, TextField } from "../field";
import { chosen, typed, type FormState } from "../form";
import { MeasureRows, type MeasureDefault } from "./measure-rows";

/** What the fields of a plan are called. */
export function usePlanLabels() {
  const { t } = useTranslation();
  return {
    ...{ cause: t("improvement.field.cause"), measures: t("improvement.field.measures") },
    ...{ reviewOn: t("improvement.field.reviewOn"), wardRequest: t("improvement.field.wardRequest") },
    ...{ wardDueOn: t("improvement.field.wardDueOn"), reason: t("improvement.field.reason") },
    ...{ outcome: t("improvement.field.outcome"), comment: t("improvement.field.comment") },
    answer: t("improvement.field.answer"),
  };
}

export type PlanStart = {
  cause: string;
  reviewOn: string;
  wardRequest: string;
  wardDueOn: string;
  scenarioId: string | null;
  measures: MeasureDefault[];
};

/** A plan as the form begins with it. */
export function startOf(plan: Plan & { scenarioId: string | null }): PlanStart {
  const { cause, reviewOn, wardRequest, wardDueOn, scenarioId, measures } = plan;
  return {
    ...{ cause, reviewOn, wardRequest: wardRequest ?? "", wardDueOn: wardDueOn ?? "", scenarioId },
    measures: [...measures],
  };
}

/** The words, measures and days of a plan, new or as it stands. */
export function PlanForm(props: {
  start: PlanStart;
  formRef: string;
  version: number;
  flagIds: readonly string[];
  state: FormState | undefined;
  /** Fields that name somebody. */
  named: readonly string[];
  saveLabel: string;
  /** Whether it can be put before the ward with the same button bar. */
  mayPropose: boolean;
}) {
  const { t } = useTranslation();
  const labels = usePlanLabels();
  const sending = useNavigation().formMethod === "POST";
  const { start, state, named } = props;
  const problemOf = (field: string): FieldProblem | undefined =>
    state?.problems[field] ?? (named.includes(field) ? { code: "invalid" } : undefined);
  const text = (name: keyof Omit<PlanStart, "measures" | "scenarioId">) => ({
    ...{ name, label: labels[name], defaultValue: typed(state, name, start[name]), problem: problemOf(name) },
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="formRef" value={typed(state, "formRef", props.formRef)} />
      <input type="hidden" name="version" value={props.version} />
      {start.scenarioId && <input type="hidden" name="scenarioId" value={start.scenarioId} />}
      {props.flagIds.map((flagId) => (
        <input key={flagId} type="hidden" name="flags[]" value={flagId} />
      ))}
      <TextArea {...text("cause")} hint={t("improvement.field.causeHint")} required maxLength={2000} />
      <MeasureRows
        rows={state ? typedMeasures(state) : start.measures}
        problem={problemOf("measures")}
        label={labels.measures}
      />
      <TextField {...text("reviewOn")} type="date" required className="w-48" />
      <TextArea {...text("wardRequest")} hint={t("improvement.field.wardRequestHint")} maxLength={2000} />
      <TextField {...text("wardDueOn")} type="date" hint={t("improvement.field.wardDueOnHint")} className="w-48" />
      <div className="mt-8 flex flex-wrap gap-4">
        {props.mayPropose && (
          <Button name="propose" value="1" aria-disabled={sending || undefined}>
            {sending ? t("improvement.sending") : t("improvement.propose")}
          </Button>
        )}
        <Button look={props.mayPropose ? "outline" : "fill"} aria-disabled={sending || undefined}>
          {sending ? t("improvement.sending") : props.saveLabel}
        </Button>
      </div>
    </Form>
  );
}

function typedMeasures(state: FormState): MeasureDefault[] {
  const [ids, kinds, owners, days] = ["measureId", "measureKind", "measureOwner", "measureDue"].map((name) =>
    chosen(state, name),
  );
  return chosen(state, "measureText").map((text, index) => ({
    ...{ measureId: ids?.[index] ?? "", kind: kinds?.[index] ?? "", text, owner: owners?.[index] ?? "" },
    dueOn: days?.[index] ?? "",
  }));
}
