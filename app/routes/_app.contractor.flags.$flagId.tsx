import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { AnswerForms, CommentForm } from "~/components/contractor/answer-forms";
import { FlagExplanation, FlagSummary } from "~/components/contractor/flag-explanation";
import { FlagSurvey } from "~/components/contractor/flag-survey";
import { subjectName } from "~/components/contractor/inbox-items";
import { FlagPlan } from "~/components/improvement/flag-plan";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { FlagTimeline } from "~/components/flag-timeline";
import { useLocale } from "~/components/locale";
import { FlagComments, FlagViews } from "~/components/me/flag-history";
import { FlagRecords } from "~/components/me/flag-records";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { getThresholds } from "~/domain/contract/thresholds.server";
import { answerForm } from "~/domain/flag/answer-schema";
import { acknowledgeFlag, commentOnFlag, recordView, resolveFlag } from "~/domain/flag/answers.server";
import { flagRecords } from "~/domain/flag/records.server";
import { idOrNull } from "~/domain/flag/register-query";
import { getFlag } from "~/domain/flag/repository.server";
import { surveyBehind } from "~/domain/flag/survey-behind";
import { plansOfFlags } from "~/domain/improvement/plans.server";
import { readAskedAgain } from "~/domain/survey/survey-facts.server";
import { dayInYear, longDay, shortDay } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

const DONE = ["acknowledged", "commented", "resolved", "closed"] as const;

export const meta = titled((t) => t("contractor.flag.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "contract.read");
  const flagId = idOrNull(params.flagId);
  if (!flagId) throw notFound();
  await recordView(tenant, flagId, { name: actor.name, role: actor.membership.role, at: now() });
  const found = await getFlag(tenant, flagId);
  if (!found) throw notFound();
  const { history, ...flag } = found;
  const day = flag.resolvedOn ?? today();
  const survey = surveyBehind(flag, history);
  const asked = survey && (await readAskedAgain(tenant, { officeId: flag.officeId, ...survey }, today()));
  return {
    plan: (await plansOfFlags(tenant, [{ flagId }]))[flagId] ?? null,
    survey: survey && { ...survey, asked },
    standing: await getThresholds(tenant, today()),
    ...{ flag, day, records: await flagRecords(tenant, flag, day) },
    history: history.map((entry, index) => ({ ...entry, key: String(index), at: entry.at.toISOString() })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "flag.answer");
  const flagId = idOrNull(params.flagId);
  if (!flagId) throw notFound();
  const form = parseForm(answerForm, await request.formData());
  if (!form.ok) return data({ state: { values: form.values, problems: form.problems } }, { status: 400 });
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const answer = form.data;
  const outcome =
    answer.intent === "acknowledge"
      ? await acknowledgeFlag(tenant, flagId, by)
      : answer.intent === "comment"
        ? await commentOnFlag(tenant, flagId, answer.comment, by)
        : await resolveFlag(tenant, flagId, answer.reason, by);
  if (outcome === "gone") throw notFound();
  const done = { acknowledge: "acknowledged", comment: "commented", resolve: "resolved" }[answer.intent];
  return redirect(`/contractor/flags/${flagId}?done=${outcome === "closed" ? "closed" : done}`);
}

export default function ContractorFlag() {
  const { flag, day, plan, survey, standing, records, history } = useLoaderData<typeof loader>();
  const state: FormState | undefined = useActionData<typeof action>()?.state;
  const { t } = useTranslation();
  const locale = useLocale();
  const done = useDone();
  const said = DONE.find((one) => one === done);
  const name = subjectName(t, locale, flag);
  const span = flag.resolvedOn
    ? t("contractor.flags.resolvedOn", { day: shortDay(flag.resolvedOn, locale) })
    : t("figures.inbox.since", { day: dayInYear(flag.raisedOn, locale) });
  return (
    <Page
      title={t("contractor.flag.heading", { rule: t(`flag.rule.${flag.rule}.name`), name })}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/flags", label: t("contractor.flags.heading") },
      ]}
      lead={[span, t(`glossary.flagStatus.${flag.status}`)].join(locale === "ja" ? "・" : ", ")}
    >
      {said && !state && (
        <Notice kind={said === "closed" ? "warning" : "success"}>{t(`contractor.flag.${said}`)}</Notice>
      )}
      <div className="gap-10 lg:grid lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <FlagSummary {...{ flag, day }} />
          <FlagExplanation flag={flag} today={standing.held} />
          {survey && <FlagSurvey {...survey} />}
          {!survey && (
            <Section
              id="records"
              title={t("contractor.flag.records")}
              note={t("contractor.flag.recordsNote", { day: longDay(day, locale) })}
            >
              <FlagRecords records={records} />
              {flag.staffId && (
                <p className="mt-3">
                  <Link to={`/contractor/workers/${flag.staffId}`} className="link text-std-16N-170">
                    {t("contractor.flag.workerLink")}
                  </Link>
                </p>
              )}
            </Section>
          )}
          <Section id="history" title={t("contractor.flag.history")}>
            <FlagTimeline {...{ flag, history, today: day }} />
          </Section>
        </div>
        <div className="min-w-0">
          <Section id="answer" title={t("contractor.flag.answer")}>
            <AnswerForms status={flag.status} dueOn={flag.dueOn} state={state} />
          </Section>
          <Section id="plan" title={t("improvement.flag.title")}>
            <FlagPlan flagId={flag.flagId} plan={plan} isOpen={flag.resolvedOn === null} />
          </Section>
          <Section id="comments" title={t("contractor.flag.comment")}>
            <FlagComments history={history} />
            <CommentForm key={history.length} state={state} isOfGroup={flag.staffId === null} />
          </Section>
          <Section id="viewers" title={t("contractor.flag.viewers")}>
            <FlagViews history={history} />
          </Section>
          {flag.earlier.length > 0 && (
            <Section id="earlier" title={t("contractor.flag.earlier")}>
              <ul className="text-std-16N-170">
                {flag.earlier.map((one) => (
                  <li key={one.flagId}>
                    <Link to={`/contractor/flags/${one.flagId}`} className="link inline-flex min-h-11 items-center">
                      {t("contractor.flag.earlierItem", {
                        from: shortDay(one.raisedOn, locale),
                        to: one.resolvedOn ? shortDay(one.resolvedOn, locale) : "",
                      })}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
