import { useTranslation } from "react-i18next";

import { isAnswerable } from "../../domain/supervision/confirmation";
import type { Participant, SessionRow } from "../../domain/supervision/session";
import { Section } from "../page";
import { StatusMark, TONES } from "../status";

/** An answer to the record: mark and word. */
export function AnswerMark({ answer }: { answer: Participant["answer"] }) {
  const { t } = useTranslation();
  const tone = answer === "confirmed" ? "ok" : answer === "disputed" ? "none" : "na";
  const word = answer ? t(`session.record.answers.${answer}`) : t("session.record.none");
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={word} />
    </span>
  );
}

/** What the participants said to the record of a held session. */
export function RecordAnswers({ session }: { session: SessionRow }) {
  const { t } = useTranslation();
  const asked = session.participants.filter(({ attendance }) => isAnswerable(session, attendance));
  if (asked.length === 0) return null;
  return (
    <Section id="answers" title={t("session.record.title")} note={t("session.record.takenBack")}>
      <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {asked.map(({ staffId, name, answer, comment }) => (
          <li key={staffId} className="py-3">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-std-16N-170">
              <span className="font-700">{t("session.record.answered", { name })}</span>
              <AnswerMark answer={answer} />
            </p>
            {comment && <p className="mt-1 text-std-16N-170 break-words whitespace-pre-wrap">{comment}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
