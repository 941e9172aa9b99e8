import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { ErrorSummary } from "~/components/form";
import { PlanConflict } from "~/components/improvement/plan-conflict";
import { PlanForm, startOf, usePlanLabels } from "~/components/improvement/plan-form";
import { Refusal } from "~/components/improvement/refusal";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { idOrNull } from "~/domain/flag/register-query";
import { changePlan } from "~/domain/improvement/contractor-plan.server";
import { getPlan } from "~/domain/improvement/plans.server";
import { mayAct } from "~/domain/improvement/rules";
import { planForm } from "~/domain/improvement/schema";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("improvement.plan.change"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "plan.manage");
  const planId = idOrNull(params.planId);
  const detail = planId && (await getPlan(tenant, planId, today()));
  if (!detail) throw notFound();
  if (!mayAct("contractor", "change", detail.plan.status)) throw redirect(`/contractor/plans/${planId}`);
  return { plan: detail.plan, formRef: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "plan.manage");
  const planId = idOrNull(params.planId);
  if (!planId) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(planForm, form);
  if (!parsed.ok) {
    const state = { values: parsed.values, problems: parsed.problems };
    return data({ state, refused: null, named: [] as string[], stands: null }, { status: 400 });
  }
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const saved = await changePlan(tenant, planId, parsed.data, by);
  if (saved.ok) return redirect(`/contractor/plans/${planId}?done=${parsed.data.isProposed ? "proposed" : "changed"}`);
  if (saved.reason === "gone") throw notFound();
  const stands = saved.reason === "conflict" ? saved.stands : null;
  const named = saved.reason === "names" ? saved.fields : [];
  const state = { values: formValues(form), problems: {} };
  return data({ state, refused: saved.reason, named, stands }, { status: stands ? 409 : 400 });
}

export default function EditPlan() {
  const { plan, formRef } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const labels = usePlanLabels();
  const state = answer?.state;
  const stands = answer?.stands;
  return (
    <Page
      title={t("improvement.plan.change")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/plans", label: t("improvement.list.title") },
        { to: `/contractor/plans/${plan.planId}`, label: t(`flag.rule.${plan.rule}.name`) },
      ]}
      lead={t("improvement.new.lead")}
    >
      {plan.status === "returned" && <Notice kind="warning">{t("improvement.plan.returnedNote")}</Notice>}
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.refused && !stands && <Refusal answer={answer} reason={answer.refused} named={answer.named} />}
      {stands && state && <PlanConflict stands={stands} state={state} />}
      <PlanForm
        {...{ start: startOf(plan), formRef, state, named: answer?.named ?? [], flagIds: [] }}
        version={stands?.version ?? plan.version}
        saveLabel={t("improvement.saveChange")}
        mayPropose={mayAct("contractor", "propose", plan.status)}
      />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
