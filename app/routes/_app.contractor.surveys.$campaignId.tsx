import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { useDone } from "~/components/done";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { StepForm } from "~/components/survey-manage/confirmed-form";
import { Opening } from "~/components/survey-manage/opening";
import { RunningSurvey } from "~/components/survey-manage/running";
import { surveyTitle } from "~/components/survey-manage/survey-list";
import { idOrNull } from "~/domain/flag/register-query";
import { getCampaign } from "~/domain/survey/campaigns.server";
import { openingOutlook } from "~/domain/survey/eligible.server";
import { stepForm, takeStep } from "~/domain/survey/manage.server";
import { shortDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";
import { parseForm } from "~/lib/form";
import { noteKeys } from "~/lib/note-keys.server";

const DONE = ["added", "changed", "released", "heldBack", "opened", "moved"] as const;

export const meta = titled((t) => t("survey.manage.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  const campaign = id && (await getCampaign(tenant, id));
  if (!campaign) throw notFound();
  const search = new URL(request.url).search;
  if (campaign.status === "closed") throw redirect(`/contractor/surveys/${campaign.id}/results${search}`);
  const outlook = campaign.status === "draft" ? await openingOutlook(tenant, today()) : null;
  return { campaign, outlook, sendsMail: mailing() !== null, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  if (!id) throw notFound();
  const parsed = parseForm(stepForm, await request.formData());
  if (!parsed.ok) return data({ refused: "tooEarly" as const }, { status: 400 });
  const taken = await takeStep(tenant, id, parsed.data, { ring: noteKeys, day: today() });
  if ("refused" in taken) {
    if (taken.refused === "notFound") throw notFound();
    return data({ refused: taken.refused }, { status: taken.refused === "stale" ? 409 : 400 });
  }
  if (taken.done === "removed") return redirect("/contractor/surveys?done=removed");
  return redirect(`/contractor/surveys/${id}${taken.done === "closed" ? "/results" : ""}?done=${taken.done}`);
}

export default function ManageSurvey() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { campaign, outlook, sendsMail, today: day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [params] = useSearchParams();
  const shown = useDone();
  const done = DONE.find((word) => word === shown);
  const refused = answer?.refused ?? (params.get("refused") === "notDraft" ? "notDraft" : null);
  const kind = t(`survey.manage.kinds.${campaign.kind}`);
  const state = campaign.status === "draft" && campaign.released ? "released" : campaign.status;
  const period = `${shortDay(campaign.opensOn, locale)} – ${shortDay(campaign.closesOn, locale)}`;
  return (
    <Page
      title={surveyTitle(locale, campaign)}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/surveys", label: t("survey.manage.title") },
      ]}
      lead={t("survey.manage.summary", { state: t(`survey.manage.states.${state}`), kind, period })}
      actions={
        outlook && (
          <LinkButton to={`/contractor/surveys/${campaign.id}/edit`} look="outline">
            {t("survey.manage.draft.edit")}
          </LinkButton>
        )
      }
    >
      {!answer && done && <Notice kind="success">{t(`survey.manage.done.${done}`)}</Notice>}
      {refused && <Notice kind="error">{t(`survey.manage.refused.${refused}`)}</Notice>}
      {outlook ? (
        <>
          <Opening draft={campaign} outlook={outlook} />
          <details className="mt-10 print:hidden">
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-error-2">
              {t("survey.manage.draft.remove")}
            </summary>
            <p className="text-std-16N-170">{t("survey.manage.draft.removeNote")}</p>
            <StepForm
              {...{ intent: "remove", version: campaign.version, look: "danger" }}
              label={t("survey.manage.draft.remove")}
            />
          </details>
        </>
      ) : (
        <RunningSurvey survey={campaign} sendsMail={sendsMail} today={day} />
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
