import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { useDone } from "~/components/done";
import { CheckboxField, TextField } from "~/components/field";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { DayField } from "~/components/me/day-field";
import { SubmitBar } from "~/components/me/submit-bar";
import { CourseFields } from "~/components/me/training-fields";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { AttendanceProblems } from "~/components/training/attendance-problems";
import { useTrainingLabels } from "~/components/training/labels";
import { RosterField } from "~/components/training/roster-field";
import { TrainingTabs } from "~/components/training/tabs";
import { listRoster, recordClass } from "~/domain/training/record-class.server";
import { classForm } from "~/domain/training/schema";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("course.class.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const day = today();
  return { day, formRef: randomUUID(), roster: await listRoster(tenant, day) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const form = await request.formData();
  const parsed = parseForm(classForm(today()), form);
  if (!parsed.ok) {
    const { values, problems } = parsed;
    return data({ state: { values, problems }, refused: null }, { status: 400 });
  }
  const result = await recordClass(tenant, parsed.data);
  if (result.ok) return redirect(`/contractor/training/class?done=${result.added > 0 ? "recorded" : "already"}`);
  return data({ state: { values: formValues(form), problems: {} }, refused: result.problems }, { status: 400 });
}

export default function ClassEntry() {
  const { t } = useTranslation();
  const { day, formRef, roster } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const state: FormState | undefined = answer?.state;
  const word = useDone();
  const labels = { ...useTrainingLabels(), attendees: t("course.class.attendees") };
  const problems = state?.problems ?? {};
  const isOn = (name: string) => (state ? state.values[name] !== undefined : true);
  return (
    <Page
      title={t("course.class.title")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
      ]}
      lead={t("course.class.lead")}
    >
      <TrainingTabs />
      {!answer && word === "recorded" && <Notice kind="success">{t("course.class.recorded")}</Notice>}
      {!answer && word === "already" && <Notice kind="success">{t("me.training.duplicate")}</Notice>}
      {Object.keys(problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.refused && (
        <Attention answer={answer}>
          <AttendanceProblems problems={answer.refused} />
        </Attention>
      )}
      <Form method="post" key={word ? formRef : "form"}>
        <input type="hidden" name="recordRef" value={typed(state, "recordRef", formRef)} />
        <div className="max-w-2xl">
          <CourseFields start={{}} state={state} problems={problems} />
          <DayField
            name="attendedOn"
            label={labels.attendedOn}
            today={day}
            defaultValue={typed(state, "attendedOn", day)}
            problem={problems.attendedOn}
          />
          <TextField
            name="provider"
            label={labels.provider}
            maxLength={120}
            autoComplete="off"
            defaultValue={typed(state, "provider")}
            problem={problems.provider}
          />
          <CheckboxField name="inWorkingTime" label={labels.inWorkingTime} defaultChecked={isOn("inWorkingTime")} />
          <CheckboxField name="publiclyFunded" label={labels.publiclyFunded} defaultChecked={isOn("publiclyFunded")} />
        </div>
        <RosterField roster={roster} state={state} />
        <SubmitBar label={t("course.class.submit")} sending={t("me.training.sending")} back="/contractor/training" />
      </Form>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
