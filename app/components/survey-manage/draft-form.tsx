import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { CAMPAIGN_KINDS } from "../../domain/survey/campaign";
import { MOST_OWN, OTHER_INSTRUMENTS, STRESS_FORMS, type DraftFields } from "../../domain/survey/draft-form";
import { itemsOf } from "../../domain/survey/instrument";
import { instrumentOf } from "../../domain/survey/instruments/catalogue";
import type { InstrumentKey } from "../../domain/survey/instrument";
import { CheckboxField, ChoiceField, TextField } from "../field";
import { chosen, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { SubmitBar } from "../me/submit-bar";
import { OwnQuestions } from "./own-questions";

/** What the fields of a draft are called, own questions by their number. */
export function useDraftLabels() {
  const { t } = useTranslation();
  const own = Array.from({ length: MOST_OWN + 1 }, (_, index) => [
    `own${index + 1}`,
    t("survey.manage.field.ownProblem", { number: index + 1 }),
  ]);
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    ...{ title: t("survey.manage.field.title"), titleEn: t("survey.manage.field.titleEn") },
    ...{ kind: t("survey.manage.field.kind"), bjsq: t("survey.manage.field.bjsq") },
    ...{ instruments: t("survey.manage.field.instruments"), asksSex: t("survey.manage.field.asksSex") },
    ...{ freeText: t("survey.manage.field.freeText"), opensOn: t("survey.manage.field.opensOn") },
    closesOn: t("survey.manage.field.closesOn"),
  };
}

type DraftFormProps = {
  draft: DraftFields;
  state: FormState | undefined;
  /** Identifies a new draft, so that a form sent twice makes one; absent where one is changed. */
  draftRef?: string;
  version: number;
  /** Whether the ward allows comments. */
  allowsComments: boolean;
  back: string;
};

/** The form of a survey's draft. */
export function DraftForm({ draft, state, draftRef, version, allowsComments, back }: DraftFormProps) {
  const { t } = useTranslation();
  const labels = useDraftLabels();
  const problems = state?.problems ?? {};
  const { questionnaire } = draft;
  const keys = questionnaire.instruments.map(({ key }) => key);
  const ticked = (name: string, otherwise: boolean) => (state ? state.values[name] !== undefined : otherwise);
  return (
    <Form method="post" noValidate>
      {draftRef && <input type="hidden" name="draftRef" value={typed(state, "draftRef", draftRef)} />}
      <input type="hidden" name="version" value={version} />
      <div className="max-w-3xl">
        <TextField
          {...{ name: "title", label: labels.title, required: true, maxLength: 120, problem: problems.title }}
          defaultValue={typed(state, "title", draft.title)}
          className="w-full max-w-2xl"
        />
        <TextField
          {...{ name: "titleEn", label: labels.titleEn, maxLength: 120, problem: problems.titleEn }}
          hint={t("survey.manage.field.titleEnHint")}
          defaultValue={typed(state, "titleEn", draft.titleEn ?? "")}
          className="w-full max-w-2xl"
        />
        <ChoiceField
          {...{ name: "kind", label: labels.kind, required: true, problem: problems.kind }}
          hint={t("survey.manage.field.kindHint")}
          options={CAMPAIGN_KINDS.map((value) => ({ value, label: t(`survey.manage.kinds.${value}`) }))}
          defaultValue={typed(state, "kind", draft.kind)}
        />
        <InstrumentChoice
          {...{ type: "radio", name: "bjsq", label: labels.bjsq, keys: STRESS_FORMS, problem: undefined }}
          chosen={[typed(state, "bjsq", STRESS_FORMS.find((key) => keys.includes(key)) ?? "none")]}
        />
        <CheckboxField
          {...{ name: "asksSex", label: labels.asksSex, hint: t("survey.manage.field.asksSexHint") }}
          defaultChecked={ticked("asksSex", questionnaire.asksSex)}
        />
        <InstrumentChoice
          {...{ type: "checkbox", name: "instruments", label: labels.instruments, keys: OTHER_INSTRUMENTS }}
          problem={problems.instruments && t("common.form.choose", { label: labels.instruments })}
          chosen={chosen(state, "instruments", keys)}
        />
        <OwnQuestions own={questionnaire.own} state={state} />
        {allowsComments ? (
          <CheckboxField
            {...{ name: "freeText", label: labels.freeText, hint: t("survey.manage.field.freeTextHint") }}
            defaultChecked={ticked("freeText", draft.freeText)}
          />
        ) : (
          <p id="freeText" className="mt-6 text-std-16N-170 text-solid-gray-700">
            {t("survey.manage.field.freeTextOff")}
          </p>
        )}
        <div className="grid gap-x-6 md:grid-cols-2">
          {(["opensOn", "closesOn"] as const).map((name) => (
            <TextField
              key={name}
              {...{ name, label: labels[name], type: "date", required: true, problem: problems[name] }}
              defaultValue={typed(state, name, draft[name])}
              className="w-52"
            />
          ))}
        </div>
      </div>
      <SubmitBar label={t("survey.manage.save")} sending={t("survey.manage.saving")} back={back} />
    </Form>
  );
}

type InstrumentChoiceProps = {
  type: "radio" | "checkbox";
  name: "bjsq" | "instruments";
  label: string;
  keys: readonly InstrumentKey[];
  chosen: readonly string[];
  problem: string | undefined;
};

/** Instruments with how long they take, where they come from and on what terms. */
function InstrumentChoice({ type, name, label, keys, chosen: ticked, problem }: InstrumentChoiceProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const options = keys.map((key) => {
    const instrument = instrumentOf(key);
    const questions = itemsOf(instrument).length;
    const note = t("survey.manage.field.instrumentNote", { minutes: instrument.minutes, questions });
    return { value: key as string, title: instrument.name[locale], note, notice: instrument.notice[locale] };
  });
  const none = { value: "none", title: t("survey.manage.field.noBjsq"), note: "", notice: "" };
  const problemId = `${name}-problem`;
  return (
    <fieldset id={name} tabIndex={-1} className="mt-5" aria-describedby={problem ? problemId : undefined}>
      <legend className="text-std-17B-170">{label}</legend>
      {problem && (
        <p id={problemId} className="text-std-16N-170 text-error-2">
          ＊{problem}
        </p>
      )}
      <div className="mt-1 grid gap-2">
        {(type === "radio" ? [none, ...options] : options).map(({ value, title, note, notice }) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer gap-3 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-16N-170 hover:bg-key-50 has-checked:border-key-900 has-checked:bg-key-50"
          >
            <input
              type={type}
              name={type === "radio" ? name : `${name}[]`}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="mt-1 size-5 shrink-0 accent-key-900"
            />
            <span>
              {title}
              {note && <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{note}</span>}
              {notice && <span className="block text-dns-14N-130 text-solid-gray-700">{notice}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
