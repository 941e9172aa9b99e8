import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { ActionsSection } from "~/components/supervision/actions-section";
import { AttendanceSection } from "~/components/supervision/attendance-section";
import { ChangeSession } from "~/components/supervision/change-session";
import { RecordAnswers } from "~/components/supervision/record-answers";
import { SessionDetails } from "~/components/supervision/session-details";
import { SessionStatusMark } from "~/components/supervision/session-list";
import { SessionTrouble, type SessionFailure } from "~/components/supervision/session-trouble";
import { agreeAction, closeAction, listActionsAt } from "~/domain/supervision/agreed-actions.server";
import { cancelSession, confirmSession, rescheduleSession } from "~/domain/supervision/change-session.server";
import { recordAttendance } from "~/domain/supervision/record-attendance.server";
import { getSession, listSeries } from "~/domain/supervision/repository.server";
import * as forms from "~/domain/supervision/schema";
import { longDay } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";
import { formValues, parseForm } from "~/lib/form";

const DONE = ["scheduled", "recorded", "rescheduled", "cancelled"] as const;
const MORE_DONE = ["confirmed", "agreed", "closed"] as const;
type Done = (typeof DONE)[number] | (typeof MORE_DONE)[number];

export const meta = titled((t) => t("supervision.sessions.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const id = z.uuid().safeParse(params.sessionId);
  const session = id.success ? await getSession(people, id.data) : null;
  if (!session) throw notFound();
  const [series, actions] = await Promise.all([
    session.seriesId ? listSeries(people, session.seriesId, session.heldOn) : [],
    listActionsAt(people, session),
  ]);
  const later = series.filter(({ id: other }) => other !== session.id).length;
  return { day: today(), session, later, ...actions, formRef: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.record");
  const form = await request.formData();
  const id = z.uuid().safeParse(params.sessionId);
  const intent = forms.sessionIntent.safeParse(form.get("intent"));
  if (!id.success || !intent.success) throw notFound();
  const outcome = await carryOut(people, id.data, intent.data, form);
  if (outcome === null) throw notFound();
  if ("done" in outcome) return redirect(`/supervision/sessions/${id.data}?done=${outcome.done}`);
  const failure: SessionFailure = { ...outcome, about: intent.data };
  return data(failure, { status: failure.stands || failure.standsAction ? 409 : 400 });
}

type People = Awaited<ReturnType<typeof requirePeople>>["people"];
type Intent = z.output<typeof forms.sessionIntent>;
type Outcome = { done: Done } | Omit<SessionFailure, "about"> | null;

/** What the button asks for; null where there is no such session or action. */
async function carryOut(people: People, id: string, intent: Intent, form: FormData): Promise<Outcome> {
  const writing = { at: now(), mailing: mailing(), today: today() };
  const state: FormState = { values: formValues(form), problems: {} };
  if (intent === "action") {
    const parsed = parseForm(forms.actionForm, form);
    if (!parsed.ok) return { state: parsed };
    return (await agreeAction(people, id, parsed.data)).ok ? { done: "agreed" } : null;
  }
  if (intent === "done" || intent === "dropped") {
    const parsed = parseForm(forms.closeActionForm, form);
    if (!parsed.ok) return null;
    const closed = await closeAction(people, "supervisor", { ...parsed.data, state: intent }, writing.today);
    if (closed.ok) return { done: "closed" };
    return closed.reason === "stale" ? { standsAction: closed.stands } : null;
  }
  if (intent === "attendance") {
    const parsed = parseForm(forms.attendanceForm, form);
    if (!parsed.ok) return { state: parsed };
    const { version, minutesHeld } = parsed.data;
    const given = { version, minutes: minutesHeld, rows: forms.attendanceRows(form) };
    const result = await recordAttendance(people, id, given, writing);
    if (result.ok) return { done: "recorded" };
    if (result.reason === "stale") return { state, stands: result.stands };
    return result.reason === "notFound" ? null : { state, reason: result.reason };
  }
  if (intent === "reschedule") {
    const parsed = parseForm(forms.rescheduleForm, form);
    if (!parsed.ok) return { state: parsed };
    const result = await rescheduleSession(people, id, parsed.data, writing);
    return result.ok ? { done: "rescheduled" } : failed(result, state);
  }
  if (intent === "cancel") {
    const parsed = parseForm(forms.cancelForm, form);
    if (!parsed.ok) return { state: parsed };
    const result = await cancelSession(people, id, parsed.data, writing);
    return result.ok ? { done: "cancelled" } : failed(result, state);
  }
  const parsed = parseForm(forms.confirmForm, form);
  if (!parsed.ok) return { state: parsed };
  const result = await confirmSession(people, id, parsed.data, writing);
  return result.ok ? { done: "confirmed" } : failed(result, state);
}

type Refused = Exclude<Awaited<ReturnType<typeof rescheduleSession>>, { ok: true }>;

function failed(result: Refused, state: FormState): Outcome {
  if (result.reason === "notFound") return null;
  return result.reason === "stale" ? { state, stands: result.stands } : { state, against: result };
}

export default function Session() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, later, here, open, formRef, ...loaded } = useLoaderData<typeof loader>();
  const failure: SessionFailure | undefined = useActionData<typeof action>();
  const session = failure?.stands ?? loaded.session;
  const state = failure?.state;
  return (
    <Page
      title={t("supervision.session.title", { day: longDay(session.heldOn, locale) })}
      crumbs={[
        { to: "/supervision", label: t("supervision.title") },
        { to: "/supervision/sessions", label: t("supervision.sessions.title") },
      ]}
    >
      {failure ? <SessionTrouble failure={failure} /> : <WhatWasDone />}
      <div className="max-w-3xl">
        <p className="mt-6">
          <SessionStatusMark session={session} />
        </p>
        <Section id="details" title={t("supervision.session.details")}>
          <SessionDetails session={session} />
        </Section>
        <AttendanceSection session={session} day={day} state={failure?.about === "attendance" ? state : undefined} />
        <RecordAnswers session={session} />
        <ActionsSection
          {...{ session, here, open, day, formRef }}
          state={failure?.about === "action" ? state : undefined}
          stands={failure?.standsAction}
        />
        {session.status !== "cancelled" && (
          <p className="mt-10">
            <Link to={`/notes/${session.id}`} className="link inline-flex min-h-11 items-center text-std-16N-170">
              {t("session.record.notes")}
            </Link>
          </p>
        )}
        {session.status === "planned" && (
          <ChangeSession {...{ session, later, state }} about={failure?.about} against={failure?.against ?? null} />
        )}
      </div>
    </Page>
  );
}

function WhatWasDone() {
  const { t } = useTranslation();
  const wished = useDone();
  const done = DONE.find((word) => word === wished);
  const more = MORE_DONE.find((word) => word === wished);
  if (!done && !more) return null;
  return (
    <Notice kind="success">{done ? t(`supervision.session.done.${done}`) : more && t(`session.done.${more}`)}</Notice>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
