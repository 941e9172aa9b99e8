import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { ChoiceField, TextField } from "~/components/field";
import { chosen, ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { SubmitBar } from "~/components/me/submit-bar";
import { OutboxForm } from "~/components/offline/outbox-form";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { requestForm } from "~/domain/supervision/request-schema";
import { URGENCIES } from "~/domain/supervision/requests";
import { listOwnSupervisors, makeRequest } from "~/domain/supervision/requests.server";
import { THEMES } from "~/domain/supervision/themes";
import { listed } from "~/i18n/session-table";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("session.request.newTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  return { formRef: randomUUID(), supervisors: await listOwnSupervisors(people, actor.membership.staffId ?? "") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const parsed = parseForm(requestForm, await request.formData());
  if (!parsed.ok) return data({ state: { values: parsed.values, problems: parsed.problems } }, { status: 400 });
  const at = { today: today(), at: now() };
  const { duplicate } = await makeRequest(people, actor.membership.staffId ?? "", parsed.data, at);
  return redirect(`/me/requests?done=${duplicate ? "duplicate" : "made"}`);
}

export default function NewRequest() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { formRef, supervisors } = useLoaderData<typeof loader>();
  const state: FormState | undefined = useActionData<typeof action>()?.state;
  const labels = {
    ...{ urgency: t("session.request.urgency"), themes: t("session.request.themes") },
    caseRef: t("session.request.caseRef"),
  };
  const lead =
    supervisors.length > 0
      ? t("session.request.newLead", { names: listed(supervisors, locale) })
      : t("session.request.newLeadNobody");
  return (
    <Page
      title={t("session.request.newTitle")}
      lead={lead}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/requests", label: t("session.request.mineTitle") },
      ]}
    >
      <ErrorSummary state={state} labels={labels} />
      <OutboxForm reference="requestRef" title={t("session.request.newTitle")} className="max-w-2xl">
        <input type="hidden" name="requestRef" value={typed(state, "requestRef", formRef)} />
        <ChoiceField
          name="urgency"
          label={labels.urgency}
          hint={t("session.request.urgencyHint")}
          required
          options={URGENCIES.map((value) => ({ value, label: t(`session.request.urgencies.${value}`) }))}
          defaultValue={typed(state, "urgency", "soon")}
          problem={state?.problems.urgency}
        />
        <ChoiceField
          name="themes"
          multiple
          label={labels.themes}
          hint={t("session.request.themesHint")}
          options={THEMES.map((theme) => ({ value: theme, label: t(`supervision.theme.${theme}`) }))}
          defaultValue={chosen(state, "themes")}
          problem={state?.problems.themes}
        />
        <TextField
          name="caseRef"
          label={labels.caseRef}
          hint={t("session.request.caseRefHint")}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          className="w-72"
          defaultValue={typed(state, "caseRef")}
          problem={state?.problems.caseRef}
        />
        <SubmitBar label={t("session.request.submit")} sending={t("session.request.sending")} back="/me/requests" />
      </OutboxForm>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
