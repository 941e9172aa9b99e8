import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { CheckboxField } from "~/components/field";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { DayField } from "~/components/me/day-field";
import { AboutFields, SessionFields } from "~/components/me/session-fields";
import { SubmitBar } from "~/components/me/submit-bar";
import { Notice } from "~/components/notice";
import { OutboxForm } from "~/components/offline/outbox-form";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { logSession } from "~/domain/supervision/log-session.server";
import { listSupervisors } from "~/domain/supervision/repository.server";
import { logSessionForm } from "~/domain/supervision/schema";
import { dayInYear } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("me.sessions.newTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.log");
  return { day: today(), formRef: randomUUID(), supervisors: await listSupervisors(people) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const form = await request.formData();
  const parsed = parseForm(logSessionForm(today()), form);
  if (!parsed.ok)
    return data({ state: { values: parsed.values, problems: parsed.problems }, there: null }, { status: 400 });
  const result = await logSession(people, actor.membership.staffId ?? "", parsed.data, now());
  if (result.ok) return redirect("/me/sessions?done=logged");
  const there = { day: parsed.data.heldOn, sessions: result.sessions };
  return data({ state: { values: formValues(form), problems: {} }, there }, { status: 400 });
}

export default function NewSession() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, formRef, supervisors } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const state: FormState | undefined = result?.state;
  const there = result?.there;
  const labels = {
    ...{ heldOn: t("me.sessions.day"), minutes: t("me.sessions.minutes"), kind: t("me.sessions.kind") },
    ...{ supervisor: t("me.sessions.supervisor"), supervisorName: t("me.sessions.supervisorName") },
    ...{ themes: t("me.sessions.themes"), place: t("me.sessions.place") },
  };
  const sessions = there?.sessions.map(({ startTime, minutes }) =>
    t("me.sessions.oneSession", { time: startTime ?? t("me.sessions.timeOpen"), minutes }),
  );
  return (
    <Page
      title={t("me.sessions.newTitle")}
      lead={t("me.sessions.newLead")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/sessions", label: t("me.sessions.title") },
      ]}
    >
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {there && (
        <Attention answer={there}>
          <Notice kind="error">
            {t("me.sessions.alreadyThere", {
              ...{ day: dayInYear(there.day, locale), sessions: sessions?.join(locale === "ja" ? "、" : "; ") },
            })}
          </Notice>
        </Attention>
      )}
      <OutboxForm reference="sessionRef" title={t("me.sessions.newTitle")} className="max-w-2xl">
        <input type="hidden" name="sessionRef" value={typed(state, "sessionRef", formRef)} />
        {there && <CheckboxField name="another" label={t("me.sessions.another")} />}
        <DayField
          name="heldOn"
          label={t("me.sessions.day")}
          today={day}
          defaultValue={typed(state, "heldOn", day)}
          problem={state?.problems.heldOn}
        />
        <SessionFields supervisors={supervisors} state={state} />
        <AboutFields state={state} />
        <p className="mt-6 text-std-16N-170 text-solid-gray-700">{t("me.sessions.visible")}</p>
        <SubmitBar label={t("me.training.submit")} sending={t("me.training.sending")} back="/me" />
      </OutboxForm>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
