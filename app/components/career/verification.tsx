import { useTranslation } from "react-i18next";

import type { Verification } from "../../domain/qualification/verification";
import { StatusMark, TONES, type Tone } from "../status";

/** The tone of a state: what waits is planned, what was sent back needs somebody. */
export const VERIFICATION_TONES: Record<Verification, Tone> = { pending: "planned", verified: "ok", rejected: "none" };

/** Whether the manager has seen the evidence: mark and word. */
export function VerificationMark({ state }: { state: Verification }) {
  const { t } = useTranslation();
  const tone = VERIFICATION_TONES[state];
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={t(`glossary.verification.${state}`)} />
    </span>
  );
}

/** Why something was sent back. */
export function RejectionNote({ note }: { note: string | null }) {
  const { t } = useTranslation();
  if (note === null) return null;
  return <p className="w-full text-std-16N-170 text-error-2">{t("career.sentBackFor", { reason: note })}</p>;
}
