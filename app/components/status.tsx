import { useTranslation } from "react-i18next";

import type { Severity } from "../domain/workforce/vocabulary";

export type Tone = "ok" | "short" | "none" | "planned" | "na";

/** Grounds and marks of a state: readable without colour, because each has a mark and a word. */
export const TONES: Record<Tone, { mark: string; className: string }> = {
  ok: { mark: "○", className: "bg-green-50 text-green-900" },
  short: { mark: "△", className: "bg-yellow-100 text-yellow-1200" },
  none: { mark: "×", className: "bg-red-100 text-red-1100" },
  planned: { mark: "◇", className: "bg-key-50 text-key-1000" },
  na: { mark: "－", className: "bg-solid-gray-50 text-solid-gray-700" },
};

/** A state in a table's cell: mark, word, and the number behind it. */
export function StatusMark({ tone, word, detail }: { tone: Tone; word: string; detail?: string }) {
  return (
    <span className="whitespace-nowrap print:whitespace-normal">
      <span className="font-700">
        <span aria-hidden="true">{TONES[tone].mark} </span>
        {word}
      </span>
      {detail && <span className="ml-2 tabular">{detail}</span>}
    </span>
  );
}

const SEVERITY: Record<Severity, string> = {
  critical: "bg-error-2 text-white border-error-2",
  warning: "border-warning-orange-2 text-warning-orange-2 bg-white",
  watch: "border-solid-gray-600 text-solid-gray-700 bg-white",
};

/** A flag's severity as a word in a box. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return (
    <span
      className={`inline-block w-fit shrink-0 rounded-4 border px-2 py-1 text-oln-14B-100 whitespace-nowrap ${SEVERITY[severity]}`}
    >
      {t(`glossary.severity.${severity}`)}
    </span>
  );
}
