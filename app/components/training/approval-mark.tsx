import { useTranslation } from "react-i18next";

import type { Approval } from "../../domain/training/record";
import { StatusMark, TONES, type Tone } from "../status";

const TONE: Record<Approval, Tone> = { pending: "planned", approved: "ok", rejected: "none" };

/** Where a record stands: waiting for approval, approved, rejected. */
export function ApprovalMark({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const tone = TONE[approval];
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={t(`course.approval.${approval}`)} />
    </span>
  );
}
