import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { EvidenceField } from "~/components/evidence/evidence-field";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { SubmitBar } from "~/components/me/submit-bar";
import { TrainingFields } from "~/components/me/training-fields";
import { Notice } from "~/components/notice";
import { OutboxForm } from "~/components/offline/outbox-form";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { useTrainingLabels } from "~/components/training/labels";
import { EVIDENCE_REQUEST_MAX_BYTES } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { logTraining } from "~/domain/training/log-training.server";
import { listCourses } from "~/domain/training/repository.server";
import { coursePrefill, trainingForm } from "~/domain/training/schema";
import { decimal, dayInYear } from "~/i18n/format";
import { boundedForm } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("me.training.newTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const prefill = coursePrefill.parse(Object.fromEntries(new URL(request.url).searchParams));
  const day = today();
  const courses = await listCourses(people, actor.membership.staffId ?? "", day);
  return { day, formRef: randomUUID(), courses, prefill };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const { form, tooLarge } = await boundedForm(request, EVIDENCE_REQUEST_MAX_BYTES);
  const parsed = parseForm(trainingForm(today()), form);
  const file = await checkEvidence(form.get("evidence"), tooLarge);
  const values = formValues(form);
  if (!parsed.ok || !file.ok) {
    const state = { values, problems: parsed.ok ? {} : parsed.problems };
    return data({ state, refusal: null, fileProblem: file.ok ? null : file.problem }, { status: 400 });
  }
  const result = await logTraining(people, actor.membership.staffId ?? "", parsed.data, file.evidence);
  if (result.ok) {
    const done = result.duplicate ? "duplicate" : result.approval === "pending" ? "pending" : "logged";
    return redirect(`/me/training?done=${done}`);
  }
  const refusal = { day: parsed.data.attendedOn, hoursBefore: result.hoursBefore };
  return data({ state: { values, problems: {} }, refusal, fileProblem: null }, { status: 400 });
}

export default function NewTraining() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, formRef, courses, prefill } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const state: FormState | undefined = result?.state;
  const refusal = result?.refusal;
  const labels = useTrainingLabels();
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
      <OutboxForm
        reference="recordRef"
        title={t("me.training.newTitle")}
        encType="multipart/form-data"
        className="max-w-2xl"
      >
        <input type="hidden" name="recordRef" value={typed(state, "recordRef", formRef)} />
        <TrainingFields courses={courses} prefill={prefill} state={state} today={day} day={day} />
        <p className="mt-6 text-std-16N-170 text-solid-gray-700">{t("me.training.visible")}</p>
        <EvidenceField label={t("course.log.evidence")} problem={result?.fileProblem ?? undefined} />
        <SubmitBar label={t("me.training.submit")} sending={t("me.training.sending")} back="/me" />
      </OutboxForm>
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
