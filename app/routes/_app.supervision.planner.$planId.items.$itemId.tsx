import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { Button } from "~/components/button";
import { ErrorSummary, type FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { ItemConflict } from "~/components/planner/item-conflict";
import { ItemForm } from "~/components/planner/item-form";
import { useViolationText } from "~/components/planner/plan-words";
import type { Violation } from "~/domain/planner/checker";
import { changePlan, readPlanById } from "~/domain/planner/drafts.server";
import { draftPath, itemStart } from "~/domain/planner/item-start";
import { isPriority, type PlanItem } from "~/domain/planner/plan";
import { editForm, itemId, planForm } from "~/domain/planner/schema";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

type Answer = { state: FormState; broken: Violation[]; stands: { version: number; item: PlanItem | null } | null };

export const meta = titled((t) => t("planner.form.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const planner = { people, membershipId: actor.membership.id, today: today() };
  const planId = z.uuid().safeParse(params.planId);
  const view = planId.success ? await readPlanById(planner, planId.data) : null;
  if (!view?.draft) throw notFound();
  const isNew = params.itemId === "new";
  const start = itemStart(view, isNew ? null : (params.itemId ?? ""), new URL(request.url).searchParams.get("staff"));
  if (!start) throw notFound();
  const workers = new Map(view.input.workers.map((worker) => [worker.id, worker]));
  const candidates = view.people.flatMap(({ staffId, name }) => {
    const worker = workers.get(staffId);
    return worker ? [{ staffId, name, isPriority: isPriority(worker), isSettled: worker.settled !== null }] : [];
  });
  const names = Object.fromEntries(view.people.map(({ staffId, name }) => [staffId, name]));
  const { planId: id, version, settings } = view.draft;
  return {
    ...{ isNew, start, candidates, names, offices: view.offices, span: view.input.span, planId: id, version },
    ...{ gridMinutes: settings.gridMinutes, back: draftPath(view.draft) },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const planner = { people, membershipId: actor.membership.id, today: today() };
  const form = await request.formData();
  const planId = z.uuid().safeParse(params.planId);
  const item = params.itemId === "new" ? null : itemId.safeParse(params.itemId);
  if (!planId.success || (item && !item.success)) throw notFound();
  if (form.get("intent") === "remove" && item) {
    const parsed = parseForm(planForm.pick({ version: true }), form);
    if (!parsed.ok) throw notFound();
    const wish = { do: "remove" as const, itemId: item.data };
    const result = await changePlan(planner, planId.data, parsed.data.version, wish);
    return result.ok ? redirect(`${draftPath(result.draft)}&done=removed`) : answerTo(result, item.data, form);
  }
  const parsed = parseForm(editForm, form);
  if (!parsed.ok) return data<Answer>({ state: parsed, broken: [], stands: null }, { status: 400 });
  const { version, ...edit } = parsed.data;
  const wish = item ? { do: "edit" as const, itemId: item.data, edit } : { do: "add" as const, edit };
  const result = await changePlan(planner, planId.data, version, wish);
  return result.ok ? redirect(`${draftPath(result.draft)}&done=changed`) : answerTo(result, item?.data ?? null, form);
}

type Failure = Exclude<Awaited<ReturnType<typeof changePlan>>, { ok: true }>;

function answerTo(failure: Failure, item: string | null, form: FormData) {
  if (failure.reason === "notFound" || (failure.reason === "stale" && !failure.stands)) throw notFound();
  const state = { values: formValues(form), problems: {} };
  if (failure.reason === "refused")
    return data<Answer>({ state, broken: failure.broken, stands: null }, { status: 400 });
  const { version, items } = failure.stands ?? { version: 0, items: [] };
  const stands = { version, item: items.find(({ id }) => id === item) ?? null };
  return data<Answer>({ state, broken: [], stands }, { status: 409 });
}

export default function PlanItemPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const violationText = useViolationText(page.names);
  const state = answer && Object.keys(answer.state.values).includes("day") ? answer.state : undefined;
  const title = t(page.isNew ? "planner.form.titleNew" : "planner.form.title");
  const labels = {
    ...{ day: t("planner.form.day"), start: t("planner.form.start"), minutes: t("planner.form.minutes") },
    ...{
      officeId: t("planner.form.office"),
      kind: t("planner.form.kind"),
      participants: t("planner.form.participants"),
    },
  };
  const crumbs = [
    { to: "/supervision", label: t("supervision.title") },
    { to: page.back, label: t("planner.title") },
  ];
  return (
    <Page title={title} crumbs={crumbs}>
      {answer && Object.keys(answer.state.problems).length > 0 && <ErrorSummary state={answer.state} labels={labels} />}
      {answer?.stands && (
        <ItemConflict answer={answer} stands={answer.stands} names={page.names} offices={page.offices} />
      )}
      {answer && answer.broken.length > 0 && (
        <Attention answer={answer}>
          <Notice kind="error" title={t("planner.form.refused")}>
            <ul className="list-disc pl-6">
              {[...new Set(answer.broken.map(violationText))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p>{t("planner.form.refusedHint")}</p>
          </Notice>
        </Attention>
      )}
      <ItemForm {...page} people={page.candidates} state={state} />
      {!page.isNew && (
        <Form method="post" className="mt-10 border-t border-solid-gray-300 pt-6">
          <input type="hidden" name="version" value={page.version} />
          <p className="text-std-16N-170">{t("planner.form.removeText")}</p>
          <Button name="intent" value="remove" look="danger" className="mt-3 w-full md:w-auto">
            {t("planner.form.remove")}
          </Button>
        </Form>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
