import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requireTenant } from "~/auth/require.server";
import { ErrorSummary, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { DraftConflict } from "~/components/survey-manage/draft-conflict";
import { DraftForm, useDraftLabels } from "~/components/survey-manage/draft-form";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { idOrNull } from "~/domain/flag/register-query";
import { changeCampaign, getCampaign } from "~/domain/survey/campaigns.server";
import { draftForm, type DraftFields } from "~/domain/survey/draft-form";
import { commentYears } from "~/domain/survey/eligible.server";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("survey.manage.draft.edit"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  const campaign = id && (await getCampaign(tenant, id));
  if (!campaign) throw notFound();
  if (campaign.status !== "draft") throw redirect(`/contractor/surveys/${campaign.id}`);
  return { campaign, allowsComments: (await commentYears(tenant))(campaign.fiscalYear) };
}

type Answer = { state: FormState; conflict: { version: number; stands: DraftFields; asked: DraftFields } | null };

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  if (!id) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(draftForm(today(), await commentYears(tenant)), form);
  if (!parsed.ok) return data<Answer>({ state: parsed, conflict: null }, { status: 400 });
  const version = z.coerce.number().int().catch(0).parse(form.get("version"));
  const changed = await changeCampaign(tenant, id, version, parsed.data);
  if (changed === "changed") return redirect(`/contractor/surveys/${id}?done=changed`);
  const stands = await getCampaign(tenant, id);
  if (!stands) throw notFound();
  if (changed === "notDraft") return redirect(`/contractor/surveys/${id}?refused=notDraft`);
  const conflict = { version: stands.version, stands, asked: parsed.data };
  return data<Answer>({ state: { values: formValues(form), problems: {} }, conflict }, { status: 409 });
}

export default function EditSurvey() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { campaign, allowsComments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = useDraftLabels();
  const state = answer?.state;
  const path = `/contractor/surveys/${campaign.id}`;
  return (
    <Page
      title={t("survey.manage.draft.edit")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/surveys", label: t("survey.manage.title") },
        { to: path, label: surveyTitle(locale, campaign) },
      ]}
    >
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.conflict && <DraftConflict answer={answer} {...answer.conflict} />}
      <DraftForm
        {...{ draft: campaign, state, allowsComments, back: path }}
        version={answer?.conflict?.version ?? campaign.version}
      />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
