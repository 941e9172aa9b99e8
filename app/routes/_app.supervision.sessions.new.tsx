import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { ChoiceField } from "~/components/field";
import { chosen, ErrorSummary, typed, type FormState } from "~/components/form";
import { SubmitBar } from "~/components/me/submit-bar";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { AppointmentFields } from "~/components/supervision/appointment-fields";
import { useNeedText } from "~/components/supervision/need-text";
import { Objections } from "~/components/supervision/objections";
import { SeriesFields } from "~/components/supervision/series-fields";
import { superviseesOn } from "~/domain/supervision/overview.server";
import { scheduleSession } from "~/domain/supervision/schedule-session.server";
import { scheduleForm } from "~/domain/supervision/schema";
import { SESSION_KINDS } from "~/domain/workforce/vocabulary";
import { addDays } from "~/lib/calendar";
import { now, today } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("supervision.form.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.schedule");
  const { rows, waiting } = await superviseesOn(people, today());
  const urgent = new Set(waiting.map((row) => row.staffId));
  const supervisees = [...waiting, ...rows.filter((row) => !urgent.has(row.staffId))].map((row) => ({
    ...{ staffId: row.staffId, name: row.name, need: row.need, isOnLeave: row.isOnLeave },
  }));
  const invited = new URL(request.url).searchParams.getAll("staff");
  return { formRef: randomUUID(), supervisees, invited, tomorrow: addDays(today(), 1) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.schedule");
  const form = await request.formData();
  const parsed = parseForm(scheduleForm, form);
  if (!parsed.ok)
    return data({ state: { values: parsed.values, problems: parsed.problems }, against: null }, { status: 400 });
  const by = { name: actor.name, today: today(), at: now(), mailing: mailing() };
  const result = await scheduleSession(people, parsed.data, by);
  if (result.ok) return redirect(`/supervision/sessions/${result.sessionId}?done=scheduled`);
  const against = { refusals: result.refusals, warnings: result.warnings };
  return data({ state: { values: formValues(form), problems: {} }, against }, { status: 400 });
}

export default function NewSession() {
  const { t } = useTranslation();
  const { formRef, supervisees, invited, tomorrow } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const state: FormState | undefined = result?.state;
  const crumbs = [
    { to: "/supervision", label: t("supervision.title") },
    { to: "/supervision/sessions", label: t("supervision.sessions.title") },
  ];
  const labels = {
    ...{ kind: t("supervision.form.kind"), participants: t("supervision.form.participants") },
    ...{ heldOn: t("supervision.form.heldOn"), startTime: t("supervision.form.startTime") },
    ...{ minutes: t("supervision.form.minutes"), place: t("supervision.form.place") },
    ...{ themes: t("supervision.form.themes"), videoUrl: t("session.form.videoUrl") },
    ...{ count: t("session.form.count"), repeat: t("session.form.repeat") },
  };
  if (supervisees.length === 0)
    return (
      <Page title={t("supervision.form.title")} crumbs={crumbs}>
        <div className="mt-8">
          <EmptyState title={t("supervision.empty")}>{t("supervision.form.noSupervisees")}</EmptyState>
        </div>
      </Page>
    );
  const nameOf = (staffId: string) => supervisees.find((one) => one.staffId === staffId)?.name ?? "";
  return (
    <Page title={t("supervision.form.title")} crumbs={crumbs}>
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      <Form method="post" className="max-w-3xl">
        <input type="hidden" name="sessionRef" value={typed(state, "sessionRef", formRef)} />
        {result?.against && <Objections {...result.against} nameOf={nameOf} />}
        <ChoiceField
          name="kind"
          label={t("supervision.form.kind")}
          required
          options={SESSION_KINDS.map((kind) => ({ value: kind, label: t(`glossary.session.${kind}`) }))}
          defaultValue={typed(state, "kind", "individual")}
          problem={state?.problems.kind}
        />
        <Participants supervisees={supervisees} chosenIds={chosen(state, "participants", invited)} state={state} />
        <AppointmentFields
          start={{ heldOn: tomorrow, startTime: "", minutes: "60", place: "", videoUrl: "", themes: [] }}
          state={state}
        />
        <SeriesFields state={state} />
        <SubmitBar label={t("supervision.form.submit")} sending={t("supervision.form.sending")} back="/supervision" />
      </Form>
    </Page>
  );
}

type Supervisee = ReturnType<typeof useLoaderData<typeof loader>>["supervisees"][number];

/** Whom to invite: those who need a session come first, with the reason. */
function Participants(props: { supervisees: Supervisee[]; chosenIds: string[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const needText = useNeedText();
  const labelOf = ({ name, need, isOnLeave }: Supervisee) => {
    const note = isOnLeave ? t("supervision.grid.onLeave") : need && needText(need);
    return note ? t("supervision.form.withNote", { name, note }) : name;
  };
  return (
    <ChoiceField
      name="participants"
      multiple
      label={t("supervision.form.participants")}
      hint={t("supervision.form.participantsHint")}
      required
      options={props.supervisees.map((one) => ({ value: one.staffId, label: labelOf(one) }))}
      defaultValue={props.chosenIds}
      problem={props.state?.problems.participants}
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
