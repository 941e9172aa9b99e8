import { useState } from "react";
import { useTranslation } from "react-i18next";

import { answeredOf, firstMissing, type Step } from "../../domain/survey/steps";
import type { Sheet } from "../../domain/survey/questionnaire";
import { useLocale } from "../locale";
import { Question } from "./question";

const NEXT =
  "inline-flex min-h-14 flex-1 items-center justify-center rounded-8 bg-key-900 px-6 text-oln-16B-100 text-white hover:bg-key-1000";
const BACK =
  "inline-flex min-h-14 items-center justify-center rounded-8 border border-key-900 bg-white px-6 text-oln-16B-100 text-key-900 hover:bg-key-50";

type QuestionnaireProps = {
  steps: readonly Step[];
  sheet: Sheet;
  at: number;
  answer: (key: string, value: number) => void;
  go: (at: number) => void;
  /** Everything that is required is answered. */
  finish: () => void;
  finishLabel: string;
};

/** A questionnaire on a phone: one question at a time, or all in a list; what is missing is named. */
export function QuestionnaireSteps(props: QuestionnaireProps) {
  const { t } = useTranslation();
  const [isList, setList] = useState(false);
  const [tried, setTried] = useState(false);
  const { steps, sheet } = props;
  const missing = firstMissing(steps, sheet);
  const end = () => {
    if (missing === null) return props.finish();
    setTried(true);
    props.go(missing);
    document.getElementById(`question-${missing}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <div>
      <Progress done={answeredOf(steps, sheet)} all={steps.length} />
      <button
        type="button"
        aria-pressed={isList}
        onClick={() => setList(!isList)}
        className="mt-3 min-h-11 rounded-8 px-2 text-std-16N-170 text-key-900 underline"
      >
        {t(isList ? "survey.answer.oneByOne" : "survey.answer.asList")}
      </button>
      {tried && missing !== null && (
        <p role="alert" className="mt-3 rounded-8 border-2 border-error-2 px-4 py-2 text-std-16N-170">
          {t("survey.answer.missing", {
            count: steps.filter(({ key, required }) => required && sheet[key] === undefined).length,
          })}
        </p>
      )}
      {isList ? <All {...props} tried={tried} end={end} /> : <One {...props} tried={tried} end={end} />}
    </div>
  );
}

type ViewProps = QuestionnaireProps & { tried: boolean; end: () => void };

function One({ steps, sheet, at, answer, go, tried, end, finishLabel }: ViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const place = Math.min(at, steps.length - 1);
  const step = steps[place];
  if (!step) return null;
  const isLast = place === steps.length - 1;
  const value = sheet[step.key];
  const choose = (chosen: number) => {
    answer(step.key, chosen);
    // why: a first answer leads on by itself; a changed one leaves the person where they look.
    if (value === undefined && !isLast) setTimeout(() => go(place + 1), 180);
  };
  return (
    <div>
      <p className="mt-4 text-std-16N-170 text-solid-gray-700">{step.lead[locale]}</p>
      <Question
        key={step.key}
        step={step}
        number={place + 1}
        value={value}
        choose={choose}
        focused
        problem={tried && step.required && value === undefined ? t("survey.answer.needed") : undefined}
      />
      <div className="mt-6 flex gap-3">
        <button type="button" className={BACK} aria-disabled={place === 0} onClick={() => place > 0 && go(place - 1)}>
          {t("survey.answer.back")}
        </button>
        <button type="button" className={NEXT} onClick={() => (isLast ? end() : go(place + 1))}>
          {isLast ? finishLabel : t("survey.answer.next")}
        </button>
      </div>
    </div>
  );
}

function All({ steps, sheet, answer, tried, end, finishLabel }: ViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div>
      {steps.map((step, index) => (
        <div key={step.key} id={`question-${index}`} className="border-b border-solid-gray-300 py-4">
          {steps[index - 1]?.lead !== step.lead && <p className="text-std-17B-170">{step.lead[locale]}</p>}
          <Question
            step={step}
            number={index + 1}
            value={sheet[step.key]}
            choose={(value) => answer(step.key, value)}
            problem={tried && step.required && sheet[step.key] === undefined ? t("survey.answer.needed") : undefined}
          />
        </div>
      ))}
      <div className="mt-6 flex">
        <button type="button" className={NEXT} onClick={end}>
          {finishLabel}
        </button>
      </div>
    </div>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  const { t } = useTranslation();
  return (
    <div className="mt-4">
      <label htmlFor="survey-progress" className="text-std-16N-170">
        {t("survey.answer.progress", { done, all })}
      </label>
      <progress id="survey-progress" value={done} max={all} className="mt-1 block h-2 w-full accent-key-900" />
    </div>
  );
}
