import { useState } from "react";
import { useTranslation } from "react-i18next";

import { MOST_OWN, questionAsTyped, typedQuestions, type TypedQuestion } from "../../domain/survey/draft-form";
import type { OwnQuestion } from "../../domain/survey/questionnaire";
import { Button } from "../button";
import { useProblemText } from "../field";
import { chosen, type FormState } from "../form";
import { useHydrated } from "../hydrated";

const CONTROL = "mt-1 block w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170";
const BLANK: TypedQuestion = { ja: "", en: "", kind: "scale", optionsJa: "", optionsEn: "" };

/** Own questions, one block each, with a blank one to add; a block without text is none. */
export function OwnQuestions({ own, state }: { own: OwnQuestion[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [added, setAdded] = useState(0);
  const rows = state ? typedRows(state) : [...own.map(questionAsTyped), BLANK];
  const shown = [...rows, ...Array.from({ length: added }, () => BLANK)].slice(0, MOST_OWN);
  return (
    <fieldset className="mt-6 rounded-8 border border-solid-gray-420 px-4 pb-4">
      <legend className="px-1 text-std-17B-170">{t("survey.manage.field.own")}</legend>
      <p className="text-std-16N-170 text-solid-gray-700">{t("survey.manage.field.ownHint")}</p>
      <ol className="divide-y divide-solid-gray-300">
        {shown.map((row, index) => (
          <QuestionBlock key={index} row={row} number={index + 1} state={state} />
        ))}
      </ol>
      {hydrated && shown.length < MOST_OWN && (
        <Button type="button" look="outline" className="mt-3" onClick={() => setAdded(added + 1)}>
          {t("survey.manage.field.addOwn")}
        </Button>
      )}
    </fieldset>
  );
}

function QuestionBlock({ row, number, state }: { row: TypedQuestion; number: number; state: FormState | undefined }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const problem = state?.problems[`own${number}`];
  const label = t("survey.manage.field.ownProblem", { number });
  const title = t("survey.manage.field.ownNumber", { number });
  return (
    <li id={`own${number}`} tabIndex={-1} className="py-4">
      <div role="group" aria-label={title}>
        <p className="text-std-16B-170">{title}</p>
        {problem && <p className="text-std-16N-170 text-error-2">＊{text({ code: "invalid" }, label)}</p>}
        <div className="mt-1 grid gap-3 md:grid-cols-2">
          {(["ja", "en"] as const).map((language) => (
            <label key={language} className="text-dns-14N-130">
              {t(language === "ja" ? "survey.manage.field.ownJa" : "survey.manage.field.ownEn")}
              <input
                name={language === "ja" ? "ownJa[]" : "ownEn[]"}
                defaultValue={row[language]}
                maxLength={200}
                autoComplete="off"
                className={`min-h-11 ${CONTROL}`}
              />
            </label>
          ))}
        </div>
        <label className="mt-3 block text-dns-14N-130">
          {t("survey.manage.field.ownKind")}
          <select name="ownKind[]" defaultValue={row.kind} className={`min-h-11 max-w-lg ${CONTROL}`}>
            {(["scale", "choice"] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`survey.manage.field.ownKinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">{t("survey.manage.field.ownOptionsHint")}</p>
        <div className="mt-1 grid gap-3 md:grid-cols-2">
          {(["optionsJa", "optionsEn"] as const).map((name) => (
            <label key={name} className="text-dns-14N-130">
              {t(name === "optionsJa" ? "survey.manage.field.ownOptionsJa" : "survey.manage.field.ownOptionsEn")}
              <textarea
                name={name === "optionsJa" ? "ownOptionsJa[]" : "ownOptionsEn[]"}
                defaultValue={row[name]}
                rows={3}
                className={CONTROL}
              />
            </label>
          ))}
        </div>
      </div>
    </li>
  );
}

/** The blocks as they were typed. */
function typedRows(state: FormState): TypedQuestion[] {
  const list = (name: string) => chosen(state, name);
  return typedQuestions({
    ...{ ownJa: list("ownJa"), ownEn: list("ownEn"), ownKind: list("ownKind") },
    ...{ ownOptionsJa: list("ownOptionsJa"), ownOptionsEn: list("ownOptionsEn") },
  });
}
