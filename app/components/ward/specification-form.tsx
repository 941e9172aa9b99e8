import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { FEWEST_SESSIONS, MOST_MINUTES, MOST_SESSIONS, PRESETS } from "../../domain/contract/requirement";
import type { Clauses } from "../../domain/contract/specification";
import { requirementText } from "../../i18n/requirement-text";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { CheckboxField, ChoiceField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";

export type SpecificationAnswer = {
  state: FormState;
  /** Set where somebody else saved a version first: what holds now, and what was asked for. */
  conflict?: {
    version: number;
    stands: Clauses;
    asked: Pick<Clauses, "requirement" | "trainingApproval" | "surveyFreeText">;
  };
};
type Props = { fiscalYear: number; version: number; clauses: Clauses; answer: SpecificationAnswer | undefined };

/** The form of a new version: a preset or the contract's own values, and whether training waits for approval. */
export function SpecificationForm({ fiscalYear, version, clauses, answer }: Props) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST";
  const state = answer?.state;
  const problems = state?.problems ?? {};
  const { requirement, trainingApproval, surveyFreeText } = clauses;
  const own = requirement.preset === "custom" ? requirement : null;
  const labels = {
    preset: t("requirement.specification.preset"),
    sessionsPerYear: t("requirement.specification.sessions"),
    minMinutes: t("requirement.specification.minutes"),
    individualPercent: t("requirement.specification.individual"),
    externalNeeded: t("requirement.specification.external"),
  };
  const number = (name: Exclude<keyof typeof labels, "preset">, standing: number | null, max: number, hint: string) => (
    <TextField
      {...{ name, hint, max, label: labels[name], problem: problems[name], type: "number", inputMode: "numeric" }}
      min={name === "sessionsPerYear" ? FEWEST_SESSIONS : 0}
      defaultValue={typed(state, name, standing === null ? "" : String(standing))}
      className="w-40"
    />
  );
  return (
    <Form method="post" noValidate>
      <ErrorSummary state={Object.keys(problems).length > 0 ? state : undefined} labels={labels} />
      {answer?.conflict && <Conflict answer={answer} conflict={answer.conflict} />}
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      <input type="hidden" name="version" value={answer?.conflict?.version ?? version} />
      <ChoiceField
        {...{ name: "preset", label: labels.preset, problem: problems.preset, required: true }}
        options={PRESETS.map((preset) => ({ value: preset, label: t(`requirement.preset.${preset}`) }))}
        defaultValue={typed(state, "preset", requirement.preset)}
      />
      <fieldset className="mt-6 rounded-8 border border-solid-gray-420 px-4 pb-4">
        <legend className="px-1 text-std-17B-170">{t("requirement.specification.customTitle")}</legend>
        {number(
          "sessionsPerYear",
          own?.sessionsPerYear ?? FEWEST_SESSIONS,
          MOST_SESSIONS,
          t("requirement.specification.sessionsHint"),
        )}
        {number("minMinutes", own?.minMinutes ?? 0, MOST_MINUTES, t("requirement.specification.minutesHint"))}
        {number(
          "individualPercent",
          own?.individualShare ? Math.round(own.individualShare * 100) : null,
          100,
          t("requirement.specification.individualHint"),
        )}
        {number("externalNeeded", own?.externalNeeded ?? 0, MOST_SESSIONS, t("requirement.specification.externalHint"))}
      </fieldset>
      <CheckboxField
        name="trainingApproval"
        label={t("requirement.specification.approvalLabel")}
        defaultChecked={state ? state.values.trainingApproval !== undefined : trainingApproval}
      />
      <CheckboxField
        name="surveyFreeText"
        label={t("requirement.specification.freeTextLabel")}
        hint={t("requirement.specification.freeTextHint")}
        defaultChecked={state ? state.values.surveyFreeText !== undefined : surveyFreeText}
      />
      <div className="mt-6">
        <Button aria-disabled={busy} onClick={(event) => busy && event.preventDefault()}>
          {busy ? t("requirement.specification.saving") : t("requirement.specification.save")}
        </Button>
      </div>
    </Form>
  );
}

function Conflict(props: { answer: object; conflict: NonNullable<SpecificationAnswer["conflict"]> }) {
  const { t } = useTranslation();
  const { stands, asked } = props.conflict;
  const approval = (on: boolean) => t(on ? "requirement.specification.on" : "requirement.specification.off");
  return (
    <ConflictNotice
      answer={props.answer}
      fields={[
        {
          ...{ name: "requirement", label: t("requirement.specification.requirement") },
          ...{ stands: requirementText(t, stands.requirement), typed: requirementText(t, asked.requirement) },
        },
        {
          ...{ name: "trainingApproval", label: t("requirement.specification.approval") },
          ...{ stands: approval(stands.trainingApproval), typed: approval(asked.trainingApproval) },
        },
        {
          ...{ name: "surveyFreeText", label: t("requirement.specification.freeText") },
          ...{ stands: approval(stands.surveyFreeText), typed: approval(asked.surveyFreeText) },
        },
      ]}
    />
  );
}
