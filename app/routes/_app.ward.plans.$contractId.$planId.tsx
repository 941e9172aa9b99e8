import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { MeasureTable } from "~/components/improvement/measure-table";
import { PlanClocks, PlanHistory, PlanWords } from "~/components/improvement/plan-parts";
import { planGroup } from "~/components/improvement/plan-words";
import { Refusal } from "~/components/improvement/refusal";
import { WardSteps } from "~/components/improvement/ward-steps";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { idOrNull } from "~/domain/flag/register-query";
import { wardStepForm } from "~/domain/improvement/schema";
import { takeWardStep } from "~/domain/improvement/ward-plan.server";
import { getWardPlan } from "~/domain/improvement/ward-plans.server";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

const DONE = ["agreed", "returned", "answered", "commented"] as const;
const SAID = { agree: "agreed", return: "returned", answer: "answered", comment: "commented" };

export const meta = titled((t) => t("improvement.plan.title"));

// why: after a refusal the page shows the plan as it stands now.
export const shouldRevalidate = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "plan.answer");
  const [contractId, planId] = [idOrNull(params.contractId), idOrNull(params.planId)];
  if (!contractId || !planId) throw notFound();
  const day = today();
  const contract = await findWardContract(view, contractId);
  const detail = contract && (await getWardPlan(view, contractId, planId, day));
  if (!contract || !detail) throw notFound();
  return { day, contract, ...detail };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, view } = await requireWard(request, "plan.answer");
  const [contractId, planId] = [idOrNull(params.contractId), idOrNull(params.planId)];
  if (!contractId || !planId) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(wardStepForm, form);
  if (!parsed.ok) {
    const state = { values: parsed.values, problems: parsed.problems };
    return data({ state, refused: null }, { status: 400 });
  }
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const saved = await takeWardStep(view, { contractId, planId }, parsed.data, by);
  if (saved.ok) return redirect(`/ward/plans/${contractId}/${planId}?done=${SAID[parsed.data.intent]}`);
  if (saved.reason === "gone") throw notFound();
  const state = { values: formValues(form), problems: {} };
  return data({ state, refused: saved.reason }, { status: saved.reason === "conflict" ? 409 : 400 });
}

export default function WardPlanPage() {
  const { day, contract, plan, events } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const locale = useLocale();
  const word = useDone();
  const done = DONE.find((one) => one === word);
  return (
    <Page
      title={t("improvement.plan.heading", { rule: t(`flag.rule.${plan.rule}.name`) })}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: "/ward/plans", label: t("improvement.list.title") },
      ]}
      lead={[
        contractName(locale, contract),
        t("improvement.plan.lead", {
          ...{ group: planGroup(t, locale, plan), status: t(`improvement.status.${plan.status}`) },
        }),
      ].join(" / ")}
    >
      {done && !answer && <Notice kind="success">{t(`improvement.done.${done}`)}</Notice>}
      {answer?.refused && <Refusal answer={answer} reason={answer.refused} named={[]} />}
      <p className="mt-4 text-std-16N-170 text-solid-gray-700">{t("improvement.ward.note")}</p>
      <div className="gap-10 lg:grid lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <Section id="clocks" title={t("improvement.plan.clocks")}>
            <PlanClocks plan={plan} day={day} />
          </Section>
          <Section id="content" title={t("improvement.plan.content")}>
            <PlanWords plan={plan} />
          </Section>
          <Section id="measure-list" title={t("improvement.plan.measures")}>
            <MeasureTable plan={plan} day={day} mayMark={false} />
          </Section>
        </div>
        <div className="min-w-0">
          <WardSteps key={events.length} plan={plan} state={answer?.state} />
          <Section id="history" title={t("improvement.plan.history")}>
            <PlanHistory events={events} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
