import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/form";
import { Refusal } from "~/components/improvement/refusal";
import { NewPlanGroups, newPlanStart } from "~/components/improvement/new-plan";
import { PlanFlags } from "~/components/improvement/plan-flags";
import { PlanForm, usePlanLabels } from "~/components/improvement/plan-form";
import { planGroup } from "~/components/improvement/plan-words";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { idOrNull } from "~/domain/flag/register-query";
import { createPlan } from "~/domain/improvement/contractor-plan.server";
import { askedFlags } from "~/domain/improvement/plan-query";
import { newPlanGroups } from "~/domain/improvement/plans.server";
import { planForm } from "~/domain/improvement/schema";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("improvement.new.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "plan.manage");
  const params = new URL(request.url).searchParams;
  const day = today();
  const found = await newPlanGroups(tenant, askedFlags(params), idOrNull(params.get("scenario")), day);
  return { day, formRef: randomUUID(), ...found };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "plan.manage");
  const form = await request.formData();
  const parsed = parseForm(planForm, form);
  if (!parsed.ok) {
    const state = { values: parsed.values, problems: parsed.problems };
    return data({ state, refused: null, named: [] as string[] }, { status: 400 });
  }
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const made = await createPlan(tenant, parsed.data, by);
  if (made.ok) {
    const done = parsed.data.isProposed ? "proposed" : "created";
    return redirect(`/contractor/plans/${made.planId}?done=${done}`);
  }
  const state = { values: formValues(form), problems: {} };
  const named = made.reason === "names" ? made.fields : [];
  return data({ state, refused: made.reason, named }, { status: 400 });
}

export default function NewPlan() {
  const { day, formRef, groups, scenario } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = usePlanLabels();
  const [group] = groups;
  const state = answer?.state;
  return (
    <Page
      title={t("improvement.new.title")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/plans", label: t("improvement.list.title") },
      ]}
      lead={t("improvement.new.lead")}
    >
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.refused && <Refusal answer={answer} reason={answer.refused} named={answer.named} />}
      {scenario && <p className="mt-4 text-std-16N-170">{t("improvement.new.scenario", { name: scenario.name })}</p>}
      {groups.length > 1 ? (
        <NewPlanGroups groups={groups} scenarioId={scenario?.scenarioId ?? null} />
      ) : group ? (
        <>
          <Section
            id="flags"
            title={`${t(`flag.rule.${group.rule}.name`)}（${planGroup(t, locale, group)}）`}
            note={t("improvement.new.flagsNote")}
          >
            <PlanFlags flags={group.flags} label={t("improvement.new.flags")} />
          </Section>
          <PlanForm
            start={newPlanStart(t, day, scenario)}
            {...{ formRef, version: 0, state, named: answer?.named ?? [] }}
            flagIds={group.flags.map((flag) => flag.flagId)}
            saveLabel={t("improvement.save")}
            mayPropose
          />
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            title={t("improvement.new.noFlags")}
            action={<LinkButton to="/contractor/flags">{t("improvement.list.toFlags")}</LinkButton>}
          >
            {t("improvement.new.noFlagsText")}
          </EmptyState>
        </div>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
