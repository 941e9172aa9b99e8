import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requireTenant } from "~/auth/require.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { DraftForm, useDraftLabels } from "~/components/survey-manage/draft-form";
import { addCampaign } from "~/domain/survey/campaigns.server";
import { draftForm, PRESETS, presetFields, type DraftFields } from "~/domain/survey/draft-form";
import { commentYears } from "~/domain/survey/eligible.server";
import { fiscalYearName, monthName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import type { Locale } from "~/i18n/resources";
import { fiscalYearOf, monthOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("survey.manage.new"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const wished = new URL(request.url).searchParams.get("preset");
  const preset = PRESETS.find((one) => one === wished) ?? "annual57";
  const fields = presetFields(preset, today());
  const titleIn = (locale: Locale) =>
    translator(locale)(`survey.manage.preset.titles.${preset}`, {
      year: fiscalYearName(fiscalYearOf(fields.opensOn), locale),
      month: monthName(monthOf(fields.opensOn), locale),
    });
  const draft: DraftFields = { ...fields, title: titleIn("ja"), titleEn: titleIn("en") };
  const allows = await commentYears(tenant);
  return { preset, draft, draftRef: randomUUID(), allowsComments: allows(fiscalYearOf(fields.opensOn)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const form = await request.formData();
  const parsed = parseForm(draftForm(today(), await commentYears(tenant)), form);
  if (!parsed.ok) return data({ state: { values: parsed.values, problems: parsed.problems } }, { status: 400 });
  const id = z.uuid().catch(randomUUID()).parse(form.get("draftRef"));
  await addCampaign(tenant, id, parsed.data);
  return redirect(`/contractor/surveys/${id}?done=added`);
}

export default function NewSurvey() {
  const { t } = useTranslation();
  const { preset, draft, draftRef, allowsComments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const labels = useDraftLabels();
  return (
    <Page
      title={t("survey.manage.new")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/surveys", label: t("survey.manage.title") },
      ]}
      lead={t("survey.manage.lead")}
    >
      <ErrorSummary state={state} labels={labels} />
      <nav aria-label={t("survey.manage.preset.title")} className="mt-6">
        <p className="text-std-17B-170">{t("survey.manage.preset.title")}</p>
        <ul className="mt-1 flex flex-wrap gap-2">
          {PRESETS.map((one) => (
            <li key={one}>
              <Link
                to={`?preset=${one}`}
                aria-current={one === preset ? "true" : undefined}
                className="inline-flex min-h-12 items-center rounded-8 border border-key-900 px-4 text-std-16N-170 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
              >
                {t(`survey.manage.preset.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <DraftForm
        key={preset}
        {...{ draft, state, draftRef, allowsComments, version: 0, back: "/contractor/surveys" }}
      />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
