import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { DayField } from "~/components/me/day-field";
import { SubmitBar } from "~/components/me/submit-bar";
import { CourseFields, TermsFields } from "~/components/me/training-fields";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { logTraining } from "~/domain/training/log-training.server";
import { listRecentCourses } from "~/domain/training/repository.server";
import { coursePrefill, trainingForm } from "~/domain/training/schema";
import { decimal, dayInYear } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("me.training.newTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const prefill = coursePrefill.parse(Object.fromEntries(new URL(request.url).searchParams));
  const courses = await listRecentCourses(people, actor.membership.staffId ?? "");
  return { day: today(), formRef: randomUUID(), courses, prefill };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const form = await request.formData();
  const parsed = parseForm(trainingForm(today()), form);
  if (!parsed.ok)
    return data({ state: { values: parsed.values, problems: parsed.problems }, refusal: null }, { status: 400 });
  const result = await logTraining(people, actor.membership.staffId ?? "", parsed.data);
  if (result.ok) return redirect(`/me/training?done=${result.duplicate ? "duplicate" : "logged"}`);
  const refusal = { day: parsed.data.attendedOn, hoursBefore: result.hoursBefore };
  return data({ state: { values: formValues(form), problems: {} }, refusal }, { status: 400 });
}

export default function NewTraining() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, formRef, courses, prefill } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const state: FormState | undefined = result?.state;
  const refusal = result?.refusal;
  const labels = {
    ...{ attendedOn: t("me.training.day"), title: t("me.training.name"), topic: t("me.training.topic") },
    ...{ format: t("me.training.format"), hours: t("me.training.hours"), provider: t("me.training.provider") },
  };
  return (
    <Page title={t("me.training.newTitle")} crumbs={crumbs(t("me.title"), t("me.training.listTitle"))}>
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {refusal && (
        <Attention answer={refusal}>
          <Notice kind="error">
            {t("me.training.tooManyHours", {
              ...{ day: dayInYear(refusal.day, locale), before: decimal(refusal.hoursBefore, locale, 2) },
            })}
          </Notice>
        </Attention>
      )}
      <Form method="post" className="max-w-2xl">
        <input type="hidden" name="recordRef" value={typed(state, "recordRef", formRef)} />
        <CourseFields courses={courses} prefill={prefill} state={state} />
        <DayField
          name="attendedOn"
          label={t("me.training.day")}
          today={day}
          defaultValue={typed(state, "attendedOn", day)}
          problem={state?.problems.attendedOn}
        />
        <TermsFields state={state} />
        <p className="mt-6 text-std-16N-170 text-solid-gray-700">{t("me.training.visible")}</p>
        <SubmitBar label={t("me.training.submit")} sending={t("me.training.sending")} back="/me" />
      </Form>
    </Page>
  );
}

function crumbs(home: string, list: string) {
  return [
    { to: "/me", label: home },
    { to: "/me/training", label: list },
  ];
}

export { PageError as ErrorBoundary } from "~/components/page-error";
