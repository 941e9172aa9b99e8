import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { FieldProblem, FormValues } from "../lib/form";
import { useProblemText } from "./field";

/** What an action sends back where a form does not fit. */
export type FormState = { values: FormValues; problems: Record<string, FieldProblem> };

/** Lists what to correct, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ state, labels }: { state: FormState | undefined; labels: Record<string, string> }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);
  if (!state) return null;
  const problems = Object.entries(state.problems);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mt-4 rounded-8 border-2 border-error-2 bg-red-50 px-4 py-3">
      <p className="text-std-17B-170">{t("common.errorSummary", { count: problems.length })}</p>
      <ul className="mt-1 list-disc pl-6 text-std-16N-170">
        {problems.map(([field, problem]) => (
          <li key={field}>
            <a href={`#${field}`} className="text-error-2 underline">
              {text(problem, labels[field] ?? field)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The value a field shows: what was typed before, or the default. */
export function typed(state: FormState | undefined, name: string, otherwise = ""): string {
  const value = state?.values[name];
  return typeof value === "string" ? value : otherwise;
}

/** The choices a field shows: what was chosen before, or the defaults. */
export function chosen(state: FormState | undefined, name: string, otherwise: string[] = []): string[] {
  if (!state) return otherwise;
  const value = state.values[name];
  return Array.isArray(value) ? value : value ? [value] : [];
}
