import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { useDone } from "~/components/done";
import { ContractorSteps } from "~/components/improvement/contractor-steps";
import { MeasureTable } from "~/components/improvement/measure-table";
import { PlanFlags } from "~/components/improvement/plan-flags";
import { PlanClocks, PlanHistory, PlanWords } from "~/components/improvement/plan-parts";
import { planGroup } from "~/components/improvement/plan-words";
import { Refusal } from "~/components/improvement/refusal";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { idOrNull } from "~/domain/flag/register-query";
import { takePlanStep } from "~/domain/improvement/carry-out.server";
import { getPlan } from "~/domain/improvement/plans.server";
import { mayAct } from "~/domain/improvement/rules";
import { planStepForm } from "~/domain/improvement/schema";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

const DONE = [
  ...["created", "proposed", "changed", "withdrawn", "closed", "measure", "flagsAdded", "commented"],
] as const;
const SAID = {
  ...{ propose: "proposed", withdraw: "withdrawn", close: "closed" },
  ...{ measure: "measure", addFlags: "flagsAdded", comment: "commented" },
};

export const meta = titled((t) => t("improvement.plan.title"));

// why: after a refusal the page shows the plan as it stands now.
export const shouldRevalidate = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "plan.manage");
  const planId = idOrNull(params.planId);
  const day = today();
  const detail = planId && (await getPlan(tenant, planId, day));
  if (!detail) throw notFound();
  return { day, ...detail };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "plan.manage");
  const planId = idOrNull(params.planId);
  if (!planId) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(planStepForm, form);
  if (!parsed.ok) {
    const state = { values: parsed.values, problems: parsed.problems };
    return data({ state, refused: null, named: [] as string[] }, { status: 400 });
  }
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const saved = await takePlanStep(tenant, planId, parsed.data, by);
  if (saved.ok) return redirect(`/contractor/plans/${planId}?done=${SAID[parsed.data.intent]}`);
  if (saved.reason === "gone") throw notFound();
  const named = saved.reason === "names" ? saved.fields : [];
  const state = { values: formValues(form), problems: {} };
  return data({ state, refused: saved.reason, named }, { status: saved.reason === "conflict" ? 409 : 400 });
}

export default function ContractorPlan() {
  const { day, plan, events, flags, further, isCleared, scenario } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const locale = useLocale();
  const word = useDone();
  const done = DONE.find((one) => one === word);
  const mayChange = mayAct("contractor", "change", plan.status);
  return (
    <Page
      title={t("improvement.plan.heading", { rule: t(`flag.rule.${plan.rule}.name`) })}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/plans", label: t("improvement.list.title") },
      ]}
      lead={t("improvement.plan.lead", {
        ...{ group: planGroup(t, locale, plan), status: t(`improvement.status.${plan.status}`) },
      })}
      actions={
        mayChange && (
          <LinkButton to={`/contractor/plans/${plan.planId}/edit`}>{t("improvement.plan.change")}</LinkButton>
        )
      }
    >
      {done && !answer && <Notice kind="success">{t(`improvement.done.${done}`)}</Notice>}
      {answer?.refused && <Refusal answer={answer} reason={answer.refused} named={answer.named} />}
      {plan.status === "draft" && <Notice kind="info">{t("improvement.plan.draftNote")}</Notice>}
      {plan.status === "returned" && <Notice kind="warning">{t("improvement.plan.returnedNote")}</Notice>}
      {plan.status === "agreed" && isCleared && <Notice kind="success">{t("improvement.plan.cleared")}</Notice>}
      <div className="gap-10 lg:grid lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <Section id="clocks" title={t("improvement.plan.clocks")}>
            <PlanClocks plan={plan} day={day} />
          </Section>
          <Section id="content" title={t("improvement.plan.content")}>
            <PlanWords plan={plan} />
            {scenario && (
              <p className="mt-2 text-std-16N-170">
                {t("improvement.plan.scenario")}：
                <Link to={`/contractor/scenarios/${scenario.scenarioId}`} className="link">
                  {scenario.name}
                </Link>
              </p>
            )}
          </Section>
          <Section id="measure-list" title={t("improvement.plan.measures")}>
            <MeasureTable plan={plan} day={day} mayMark={mayAct("contractor", "markMeasure", plan.status)} />
          </Section>
          <Section id="flags" title={t("improvement.plan.flags")} note={t("improvement.plan.flagsNote")}>
            <PlanFlags flags={flags} label={t("improvement.plan.flags")} />
          </Section>
          {further.length > 0 && (
            <Section id="further" title={t("improvement.plan.further")} note={t("improvement.plan.furtherNote")}>
              <Form method="post">
                <input type="hidden" name="version" value={plan.version} />
                <PlanFlags flags={further} label={t("improvement.plan.further")} select="flags[]" />
                <Button look="outline" className="mt-3" name="intent" value="addFlags">
                  {t("improvement.plan.addFlags")}
                </Button>
              </Form>
            </Section>
          )}
        </div>
        <div className="min-w-0">
          <ContractorSteps key={events.length} plan={plan} state={answer?.state} isCleared={isCleared} />
          <Section id="history" title={t("improvement.plan.history")}>
            <PlanHistory events={events} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
