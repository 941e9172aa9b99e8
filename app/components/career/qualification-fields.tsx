import { useTranslation } from "react-i18next";

import type { EvidenceProblem } from "../../domain/evidence/content";
import type { Held } from "../../domain/qualification/register";
import { QUALIFICATION_KINDS, type QualificationKind } from "../../domain/workforce/vocabulary";
import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { ConflictNotice } from "../conflict";
import { EvidenceField } from "../evidence/evidence-field";
import { SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";

/** What an action answers where a qualification's form was not taken. */
export type QualificationAnswer = {
  state?: FormState;
  evidence?: EvidenceProblem;
  stands?: Held;
  refused?: "exists" | "own" | "verified" | "notFound";
};

/** What stands above the form: problems, a refusal, or somebody else's change. */
export function QualificationProblems({ answer }: { answer: QualificationAnswer | undefined }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const fields = useConflict(answer);
  if (!answer) return null;
  return (
    <>
      {answer.state && Object.keys(answer.state.problems).length > 0 && (
        <ErrorSummary state={answer.state} labels={labels} />
      )}
      {answer.refused && <Notice kind="error">{t(`career.refused.${answer.refused}`)}</Notice>}
      {answer.stands && <ConflictNotice answer={answer} fields={fields} />}
    </>
  );
}

/** Kind, number, days and the evidence; a file stands last, so that what was typed survives one that is too large. */
export function QualificationFields(props: {
  held: Held | null;
  answer: QualificationAnswer | undefined;
  formRef: string;
  today: Day;
}) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { held, answer, today } = props;
  const state = answer?.state;
  // why: after a conflict the form carries the version that stands now, so that sending it again is a decision.
  const version = answer?.stands?.version ?? held?.version;
  return (
    <>
      <input type="hidden" name="formRef" value={typed(state, "formRef", props.formRef)} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <SelectField
        name="kind"
        label={labels.kind}
        required
        empty={t("career.qualification.choose")}
        options={QUALIFICATION_KINDS.map((kind) => ({ value: kind, label: t(`glossary.qualification.${kind}`) }))}
        defaultValue={typed(state, "kind", held?.kind ?? "")}
        problem={state?.problems.kind}
      />
      <TextField
        name="number"
        label={labels.number}
        hint={t("career.qualification.numberHint")}
        maxLength={60}
        autoComplete="off"
        defaultValue={typed(state, "number", held?.number ?? "")}
        problem={state?.problems.number}
      />
      <TextField
        name="obtainedOn"
        type="date"
        label={labels.obtainedOn}
        required
        max={today}
        className="w-52"
        defaultValue={typed(state, "obtainedOn", held?.obtainedOn ?? "")}
        problem={state?.problems.obtainedOn}
      />
      <TextField
        name="expiresOn"
        type="date"
        label={labels.expiresOn}
        hint={t("career.qualification.expiresHint")}
        className="w-52"
        defaultValue={typed(state, "expiresOn", held?.expiresOn ?? "")}
        problem={state?.problems.expiresOn}
      />
      <EvidenceField problem={answer?.evidence} />
    </>
  );
}

function useLabels() {
  const { t } = useTranslation();
  return {
    ...{ kind: t("career.qualification.kind"), number: t("career.qualification.number") },
    ...{ obtainedOn: t("career.qualification.obtainedOn"), expiresOn: t("career.qualification.expiresOn") },
  };
}

function useConflict(answer: QualificationAnswer | undefined) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useLabels();
  const { stands, state } = answer ?? {};
  if (!stands) return [];
  const kindText = (kind: string) => (isKind(kind) ? t(`glossary.qualification.${kind}`) : kind);
  const dayText = (day: string) => (day ? shortDay(day, locale) : "");
  return [
    { name: "kind", label: labels.kind, stands: kindText(stands.kind), typed: kindText(typed(state, "kind")) },
    { name: "number", label: labels.number, stands: stands.number ?? "", typed: typed(state, "number") },
    {
      ...{ name: "obtainedOn", label: labels.obtainedOn, stands: dayText(stands.obtainedOn) },
      typed: dayText(typed(state, "obtainedOn")),
    },
    {
      ...{ name: "expiresOn", label: labels.expiresOn, stands: dayText(stands.expiresOn ?? "") },
      typed: dayText(typed(state, "expiresOn")),
    },
    {
      ...{ name: "state", label: t("career.register.state"), typed: t("glossary.verification.pending") },
      stands: t(`glossary.verification.${stands.verification}`),
    },
  ];
}

function isKind(text: string): text is QualificationKind {
  return (QUALIFICATION_KINDS as readonly string[]).includes(text);
}
