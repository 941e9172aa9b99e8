import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { ErrorSummary, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { Board } from "~/components/planner/board";
import { ConfirmForm, PlanTrouble } from "~/components/planner/confirm-form";
import { Coverage, QualityNotes } from "~/components/planner/coverage";
import type { MoveAnswer, PlanAnswer } from "~/components/planner/move-answer";
import { ProposeForm } from "~/components/planner/propose-form";
import { QuarterLinks } from "~/components/planner/quarter-links";
import { ExportLinks } from "~/components/export-links";
import { confirmPlan } from "~/domain/planner/confirm-plan.server";
import { changePlan, discardPlan, proposePlan, readPlan, type Planner } from "~/domain/planner/drafts.server";
import type { Change } from "~/domain/planner/edits";
import * as forms from "~/domain/planner/schema";
import { screenOf } from "~/domain/planner/view";
import { fiscalYearName, longDay, quarterName } from "~/i18n/format";
import { fiscalYearOf, quarterOf, quarterSpan } from "~/lib/calendar";
import { now, today } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";
import { parseForm } from "~/lib/form";

const DONE = ["proposed", "changed", "removed", "discarded", "confirmed"] as const;
type Answer = MoveAnswer | PlanAnswer | { about: "form"; state: FormState };

export const meta = titled((t) => t("planner.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const quarter = quarterOfRequest(request);
  const planner = { people, membershipId: actor.membership.id, today: today() };
  const running = { fiscalYear: fiscalYearOf(planner.today), quarter: quarterOf(planner.today) };
  const span = quarterSpan(quarter.fiscalYear, quarter.quarter);
  return { quarter, running, span, screen: screenOf(await readPlan(planner, quarter)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const form = await request.formData();
  const intent = forms.plannerIntent.safeParse(form.get("intent"));
  if (!intent.success) throw notFound();
  const planner = { people, membershipId: actor.membership.id, today: today() };
  const quarter = quarterOfRequest(request);
  const answer = await carryOut(planner, quarter, intent.data, form, actor.name);
  if (typeof answer !== "string") return data(answer, { status: statusOf(answer) });
  const query = new URLSearchParams({
    year: String(quarter.fiscalYear),
    quarter: String(quarter.quarter),
    done: answer,
  });
  return redirect(`/supervision/planner?${query}`);
}

function quarterOfRequest(request: Request): forms.PlanQuarter {
  const day = today();
  const running = { fiscalYear: fiscalYearOf(day), quarter: quarterOf(day) };
  return forms.quarterFrom(new URL(request.url).searchParams, running);
}

function statusOf(answer: Answer): number {
  if (answer.about === "form") return 400;
  if (answer.about === "move" && answer.ok) return 200;
  return answer.reason === "refused" || answer.reason === "empty" ? 400 : 409;
}

/** What the button asks for: a word for what was done, or the answer to show. */
async function carryOut(
  planner: Planner,
  quarter: forms.PlanQuarter,
  intent: forms.PlannerIntent,
  form: FormData,
  name: string,
): Promise<Answer | (typeof DONE)[number]> {
  if (intent === "propose") {
    const parsed = parseForm(forms.proposeForm, form);
    if (!parsed.ok) return { about: "form", state: parsed };
    const made = await proposePlan(planner, quarter, parsed.data);
    return made.ok ? "proposed" : { about: "plan", reason: "stale", broken: [] };
  }
  if (intent === "discard" || intent === "confirm") {
    const parsed = parseForm(forms.planForm, form);
    if (!parsed.ok) throw notFound();
    if (intent === "discard") {
      const gone = await discardPlan(planner, parsed.data.planId, parsed.data.version);
      return gone.ok ? "discarded" : { about: "plan", reason: "stale", broken: [] };
    }
    const result = await confirmPlan(planner, parsed.data, name, { at: now(), mailing: mailing() });
    if (result.ok) return "confirmed";
    const reason = result.reason === "notFound" ? "gone" : result.reason;
    return { about: "plan", reason, broken: result.reason === "against" ? result.broken : [] };
  }
  const schema = intent === "move" ? forms.moveForm : intent === "step" ? forms.stepForm : forms.itemForm;
  const parsed = parseForm(schema, form);
  if (!parsed.ok) throw notFound();
  const { planId, version, ...rest } = parsed.data;
  const changed = await changePlan(planner, planId, version, { do: intent, ...rest } as Change);
  if (changed.ok) return { about: "move", ok: true, reason: null, item: changed.item, broken: [] };
  const refused = changed.reason === "refused" ? changed : { item: null, broken: [] };
  return { about: "move", ok: false, reason: changed.reason, item: refused.item, broken: refused.broken };
}

export default function PlannerPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { quarter, running, span, screen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const done = useDone();
  const what = { year: fiscalYearName(quarter.fiscalYear, locale), quarter: quarterName(quarter.quarter, locale) };
  const lead = t("planner.lead", { ...what, from: longDay(span.from, locale), to: longDay(span.to, locale) });
  const state = answer?.about === "form" ? answer.state : undefined;
  const query = `?year=${quarter.fiscalYear}&quarter=${quarter.quarter}`;
  return (
    <Page title={t("planner.title")} lead={lead} crumbs={[{ to: "/supervision", label: t("supervision.title") }]}>
      <QuarterLinks running={running} chosen={quarter} />
      {DONE.map(
        (one) =>
          one === done &&
          !answer && (
            <Notice key={one} kind="success">
              {t(`planner.done.${one}`)}
            </Notice>
          ),
      )}
      {answer?.about === "plan" && <PlanTrouble answer={answer} screen={screen} />}
      {state && <ErrorSummary state={state} labels={{}} />}
      <p className="mt-4">
        <Link to="/supervision/availability" className="link inline-flex min-h-11 items-center">
          {t("planner.toAvailability")}
        </Link>
      </p>
      {screen.usesDefaultHours && <Notice kind="info">{t("planner.defaultHours")}</Notice>}
      <Body screen={screen} state={state} exportTo={`/supervision/planner/export${query}`} />
    </Page>
  );
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>["screen"];

function Body({ screen, state, exportTo }: { screen: Screen; state: FormState | undefined; exportTo: string }) {
  const { t } = useTranslation();
  if (screen.rows.length === 0)
    return <EmptyState title={t("planner.noWorkers")}>{t("planner.noWorkersText")}</EmptyState>;
  const form = screen.isOver ? (
    <Notice kind="info">{t("planner.over")}</Notice>
  ) : (
    <ProposeForm screen={screen} state={state} />
  );
  return (
    <>
      {!screen.draft && !screen.isOver && (
        <div className="mt-4">
          <EmptyState title={t("planner.emptyTitle")}>{t("planner.emptyText")}</EmptyState>
        </div>
      )}
      <div className="mt-6 print:hidden">{form}</div>
      <Section id="coverage" title={t("planner.coverage.title")}>
        <Coverage screen={screen} />
        <div className="mt-4 flex flex-wrap gap-3 print:hidden">
          <ExportLinks to={exportTo} />
        </div>
      </Section>
      {screen.draft && (
        <>
          <Section id="board" title={t("planner.board.title")}>
            <Board screen={screen} />
          </Section>
          <Section id="notes" title={t("planner.note.title")}>
            <QualityNotes screen={screen} />
          </Section>
          <Section id="confirm" title={t("planner.confirm.title")}>
            <ConfirmForm screen={screen} />
          </Section>
        </>
      )}
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
