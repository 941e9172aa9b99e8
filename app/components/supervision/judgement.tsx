import { useTranslation } from "react-i18next";

import type { Judgement, JudgementState } from "../../domain/supervision/requirement";
import { judgementWord, missingText } from "../../i18n/requirement-text";
import { StatusMark, type Tone } from "../status";

const TONES: Record<JudgementState, Tone> = { met: "ok", onCourse: "planned", short: "short", notApplicable: "na" };

/** Where a worker stands against the contract's requirement: mark, word, n/N, and what is still missing. */
export function JudgementMark({ judgement, hasEnded }: { judgement: Judgement; hasEnded: boolean }) {
  const { t } = useTranslation();
  const { state, attended, required, planned, missing } = judgement;
  const tone = state === "short" && hasEnded ? "none" : TONES[state];
  return (
    <>
      <StatusMark
        tone={tone}
        word={judgementWord(t, state, hasEnded)}
        detail={state === "notApplicable" ? undefined : t("requirement.counts.attended", { attended, required })}
      />
      {planned > 0 && state !== "met" && (
        <span className="ml-2 whitespace-nowrap">{t("requirement.counts.planned", { count: planned })}</span>
      )}
      {missing && <span className="block text-dns-14N-130">{missingText(t, missing)}</span>}
    </>
  );
}
