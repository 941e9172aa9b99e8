import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { AttendanceForm } from "~/components/supervision/attendance-form";
import { ChangeSession } from "~/components/supervision/change-session";
import { SessionDetails } from "~/components/supervision/session-details";
import { SessionStatusMark } from "~/components/supervision/session-list";
import { recordAttendance } from "~/domain/supervision/record-attendance.server";
import { getSession } from "~/domain/supervision/repository.server";
import { cancelSession, rescheduleSession } from "~/domain/supervision/schedule-session.server";
import type { Refusal, Warning } from "~/domain/supervision/schedule-rules";
import { attendanceRows, rescheduleForm, sessionIntent } from "~/domain/supervision/schema";
import type { SessionRow } from "~/domain/supervision/session";
import { dayInYear, longDay } from "~/i18n/format";
import type { Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

const DONE = ["scheduled", "recorded", "rescheduled", "cancelled"] as const;
type Failure = {
  state?: FormState;
  against: { refusals: Refusal[]; warnings: Warning[] } | null;
  reason: string | null;
};

export const meta = titled((t) => t("supervision.sessions.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const id = z.uuid().safeParse(params.sessionId);
  const session = id.success ? await getSession(people, id.data) : null;
  if (!session) throw notFound();
  return { day: today(), session };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.record");
  const form = await request.formData();
  const id = z.uuid().safeParse(params.sessionId);
  const intent = sessionIntent.safeParse(form.get("intent"));
  if (!id.success || !intent.success) throw notFound();
  const done = (word: (typeof DONE)[number]) => redirect(`/supervision/sessions/${id.data}?done=${word}`);
  const refuse = (failure: Failure) => data(failure, { status: 400 });
  if (intent.data === "cancel") {
    if (!(await cancelSession(people, id.data))) throw notFound();
    return done("cancelled");
  }
  if (intent.data === "attendance") {
    const result = await recordAttendance(people, id.data, attendanceRows(form), today());
    if (!result.ok && result.reason === "notFound") throw notFound();
    return result.ok ? done("recorded") : refuse({ against: null, reason: result.reason });
  }
  const parsed = parseForm(rescheduleForm, form);
  if (!parsed.ok) return refuse({ state: parsed, against: null, reason: null });
  const result = await rescheduleSession(people, id.data, parsed.data, today());
  if (result === null) throw notFound();
  if (result.ok) return done("rescheduled");
  return refuse({ state: { values: formValues(form), problems: {} }, against: result, reason: null });
}

export default function Session() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, session } = useLoaderData<typeof loader>();
  const failure: Failure | undefined = useActionData<typeof action>();
  const wished = useDone();
  const done = failure ? undefined : DONE.find((word) => word === wished);
  return (
    <Page
      title={t("supervision.session.title", { day: longDay(session.heldOn, locale) })}
      crumbs={[
        { to: "/supervision", label: t("supervision.title") },
        { to: "/supervision/sessions", label: t("supervision.sessions.title") },
      ]}
    >
      {done && <Notice kind="success">{t(`supervision.session.done.${done}`)}</Notice>}
      {failure?.reason && (
        <Attention answer={failure}>
          <Notice kind="error">
            {t(failure.reason === "incomplete" ? "supervision.session.incomplete" : "supervision.session.failed")}
          </Notice>
        </Attention>
      )}
      <div className="max-w-3xl">
        <p className="mt-6">
          <SessionStatusMark status={session.status} />
        </p>
        <Section id="details" title={t("supervision.session.details")}>
          <SessionDetails session={session} />
        </Section>
        <Attendance session={session} day={day} />
        {session.status === "planned" && (
          <ChangeSession session={session} state={failure?.state} against={failure?.against ?? null} />
        )}
      </div>
    </Page>
  );
}

/** Who was there: to be recorded from the day on. */
function Attendance({ session, day }: { session: SessionRow; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (session.status === "cancelled") return <Notice kind="info">{t("supervision.session.cancelled")}</Notice>;
  if (session.heldOn <= day)
    return (
      <Section
        id="attendance"
        title={t("supervision.session.attendance")}
        note={t("supervision.session.attendanceHint")}
      >
        <AttendanceForm participants={session.participants} isHeld={session.status === "held"} />
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

export { PageError as ErrorBoundary } from "~/components/page-error";
