import { useTranslation } from "react-i18next";

import type { SessionRow } from "../../domain/supervision/session";
import { dayInYear } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { ErrorSummary, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { Section } from "../page";
import { AttendanceForm } from "./attendance-form";

/** Who was there: to be recorded from the day on. */
export function AttendanceSection(props: { session: SessionRow; day: Day; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { session, day, state } = props;
  if (session.status === "cancelled") return <Notice kind="info">{t("supervision.session.cancelled")}</Notice>;
  if (session.heldOn <= day)
    return (
      <Section
        id="attendance"
        title={t("supervision.session.attendance")}
        note={t("supervision.session.attendanceHint")}
      >
        {state && Object.keys(state.problems).length > 0 && (
          <ErrorSummary state={state} labels={{ minutesHeld: t("session.form.minutesHeld") }} />
        )}
        <AttendanceForm session={session} state={state} />
      </Section>
    );
  return (
    <Section id="participants" title={t("supervision.session.participants")}>
      <ul className="list-disc pl-6 text-std-16N-170">
        {session.participants.map(({ staffId, name }) => (
          <li key={staffId}>{name}</li>
        ))}
      </ul>
      <p className="mt-2 text-std-16N-170">
        {t("supervision.session.notYet", { day: dayInYear(session.heldOn, locale) })}
      </p>
    </Section>
  );
}
