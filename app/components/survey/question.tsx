import { useEffect, useRef } from "react";

import type { Step } from "../../domain/survey/steps";
import { useLocale } from "../locale";

type QuestionProps = {
  step: Step;
  number: number;
  value: number | undefined;
  choose: (value: number) => void;
  /** Takes the focus when it appears: one question at a time. */
  focused?: boolean;
  problem?: string;
};

/** A question with its answers as large buttons of one choice; the number keys choose too. */
export function Question({ step, number, value, choose, focused, problem }: QuestionProps) {
  const locale = useLocale();
  const heading = useRef<HTMLLegendElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused, step.key]);
  const name = `q-${step.key}`;
  return (
    <fieldset
      className="mt-4 min-w-0"
      aria-describedby={problem ? `${name}-problem` : undefined}
      onKeyDown={(event) => {
        const found = step.answers[Number(event.key) - 1];
        if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        choose(found.value);
      }}
    >
      <legend ref={heading} tabIndex={-1} className="text-std-20B-150 focus:outline-none">
        <span className="mr-2 text-std-17N-170 text-solid-gray-700">{number}</span>
        {step.text[locale]}
      </legend>
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-std-16N-170 text-error-2">
          ＊{problem}
        </p>
      )}
      <div className="mt-3 grid gap-2">
        {step.answers.map((answer) => (
          <label
            key={answer.value}
            className="flex min-h-14 cursor-pointer items-center gap-3 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-17N-170 hover:bg-key-50 has-checked:border-key-900 has-checked:bg-key-50 has-checked:text-key-1000"
          >
            <input
              type="radio"
              name={name}
              value={answer.value}
              checked={value === answer.value}
              onChange={() => choose(answer.value)}
              className="size-6 shrink-0 accent-key-900"
            />
            {answer.text[locale]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
