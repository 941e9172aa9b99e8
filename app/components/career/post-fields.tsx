import { useTranslation } from "react-i18next";

import { CAREER_FIELDS, type CareerField } from "../../domain/career/ladder";
import type { Post } from "../../domain/career/record";
import type { EvidenceProblem } from "../../domain/evidence/content";
import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { ConflictNotice } from "../conflict";
import { EvidenceField } from "../evidence/evidence-field";
import { ChoiceField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";

/** What an action answers where a post's form was not taken. */
export type PostAnswer = {
  state?: FormState;
  evidence?: EvidenceProblem;
  stands?: Post;
  refused?: "own" | "verified" | "notFound";
};

/** What stands above the form: problems, a refusal, or somebody else's change. */
export function PostProblems({ answer }: { answer: PostAnswer | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useLabels();
  const { state, stands } = answer ?? {};
  const dayText = (day: string) => (day ? shortDay(day, locale) : "");
  const fieldText = (field: string) => (isField(field) ? t(`glossary.careerField.${field}`) : field);
  return (
    <>
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.refused && <Notice kind="error">{t(`career.refused.${answer.refused}`)}</Notice>}
      {answer && stands && (
        <ConflictNotice
          answer={answer}
          fields={[
            { name: "employer", label: labels.employer, stands: stands.employer, typed: typed(state, "employer") },
            {
              ...{ name: "field", label: labels.field, stands: fieldText(stands.field) },
              typed: fieldText(typed(state, "field")),
            },
            { name: "from", label: labels.from, stands: dayText(stands.from), typed: dayText(typed(state, "from")) },
            { name: "to", label: labels.to, stands: dayText(stands.to ?? ""), typed: dayText(typed(state, "to")) },
            {
              ...{ name: "state", label: t("career.register.state"), typed: t("glossary.verification.pending") },
              stands: t(`glossary.verification.${stands.verification}`),
            },
          ]}
        />
      )}
    </>
  );
}

/** Employer, kind of work, days and the evidence. */
export function PostFields(props: { post: Post | null; answer: PostAnswer | undefined; formRef: string; today: Day }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { post, answer, today } = props;
  const state = answer?.state;
  const version = answer?.stands?.version ?? post?.version;
  return (
    <>
      <input type="hidden" name="formRef" value={typed(state, "formRef", props.formRef)} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <TextField
        name="employer"
        label={labels.employer}
        required
        maxLength={120}
        autoComplete="organization"
        defaultValue={typed(state, "employer", post?.employer ?? "")}
        problem={state?.problems.employer}
      />
      <ChoiceField
        name="field"
        label={labels.field}
        hint={t("career.post.fieldHint")}
        required
        options={CAREER_FIELDS.map((field) => ({ value: field, label: t(`glossary.careerField.${field}`) }))}
        defaultValue={typed(state, "field", post?.field ?? "")}
        problem={state?.problems.field}
      />
      <TextField
        name="from"
        type="date"
        label={labels.from}
        required
        max={today}
        className="w-52"
        defaultValue={typed(state, "from", post?.from ?? "")}
        problem={state?.problems.from}
      />
      <TextField
        name="to"
        type="date"
        label={labels.to}
        hint={t("career.post.toHint")}
        max={today}
        className="w-52"
        defaultValue={typed(state, "to", post?.to ?? "")}
        problem={state?.problems.to}
      />
      <EvidenceField problem={answer?.evidence} />
    </>
  );
}

function useLabels() {
  const { t } = useTranslation();
  return {
    ...{ employer: t("career.post.employer"), field: t("career.post.field") },
    ...{ from: t("career.post.from"), to: t("career.post.to") },
  };
}

function isField(text: string): text is CareerField {
  return (CAREER_FIELDS as readonly string[]).includes(text);
}
