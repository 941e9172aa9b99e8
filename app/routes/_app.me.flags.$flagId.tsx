import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Button } from "~/components/button";
import { FlagExplanation, FlagSummary } from "~/components/contractor/flag-explanation";
import { useDone } from "~/components/done";
import { TextArea } from "~/components/field";
import { typed, type FormState } from "~/components/form";
import { OwnPlans } from "~/components/improvement/own-plans";
import { FlagTimeline } from "~/components/flag-timeline";
import { useLocale } from "~/components/locale";
import { FlagComments, FlagViews } from "~/components/me/flag-history";
import { FlagRecords } from "~/components/me/flag-records";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { getThresholds } from "~/domain/contract/thresholds.server";
import { commentOnFlag, recordView } from "~/domain/flag/answers.server";
import { commentForm } from "~/domain/flag/comment-schema";
import { flagRecords } from "~/domain/flag/records.server";
import { getFlag } from "~/domain/flag/repository.server";
import { listOwnPlans } from "~/domain/improvement/own-plans.server";
import { dayInYear, shortDay } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("me.flag.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const id = z.uuid().safeParse(params.flagId);
  if (!id.success) throw notFound();
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  await recordView(people, id.data, by);
  const flag = await getFlag(people, id.data);
  if (!flag) throw notFound();
  const { history, ...rest } = flag;
  const day = flag.resolvedOn ?? today();
  const records = await flagRecords(people, flag, day);
  return {
    ...{ flag: rest, day, records, plans: await listOwnPlans(people, id.data) },
    standing: await getThresholds(people, today()),
    history: history.map((entry, index) => ({ ...entry, key: String(index), at: entry.at.toISOString() })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const id = z.uuid().safeParse(params.flagId);
  if (!id.success) throw notFound();
  const parsed = parseForm(commentForm, await request.formData());
  if (!parsed.ok) return data({ state: { values: parsed.values, problems: parsed.problems } }, { status: 400 });
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  if ((await commentOnFlag(people, id.data, parsed.data.comment, by)) === "gone") throw notFound();
  return redirect(`/me/flags/${id.data}?done=commented`);
}

export default function OwnFlag() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flag, day, standing, records, plans, history } = useLoaderData<typeof loader>();
  const state: FormState | undefined = useActionData<typeof action>()?.state;
  const done = useDone();
  const span = flag.resolvedOn
    ? t("me.flag.resolvedOn", { day: shortDay(flag.resolvedOn, locale) })
    : t("me.flag.since", { day: dayInYear(flag.raisedOn, locale) });
  return (
    <Page
      title={t(`flag.rule.${flag.rule}.name`)}
      crumbs={[{ to: "/me", label: t("me.title") }]}
      lead={[span, t(`glossary.flagStatus.${flag.status}`)].join(" / ")}
    >
      {done === "commented" && <Notice kind="success">{t("me.flag.sent")}</Notice>}
      <div className="max-w-3xl">
        <FlagSummary {...{ flag, day }} />
        <Section id="views" title={t("me.flag.views")}>
          <FlagViews history={history} />
        </Section>
        <Section id="comments" title={t("me.flag.comments")}>
          <FlagComments history={history} />
          <Form method="post" key={history.length}>
            <TextArea
              name="comment"
              label={t("me.flag.commentField")}
              hint={t("me.flag.commentHint")}
              required
              maxLength={2000}
              defaultValue={typed(state, "comment")}
              problem={state?.problems.comment}
            />
            <Button className="mt-3 w-full md:w-auto">{t("me.flag.send")}</Button>
          </Form>
        </Section>
        <Section id="history" title={t("me.flag.history")}>
          <FlagTimeline {...{ flag, history, today: day }} />
        </Section>
        <FlagExplanation flag={flag} today={standing.held} />
        <Section id="records" title={t("me.flag.records")}>
          <FlagRecords records={records} />
        </Section>
        {plans.length > 0 && (
          <Section id="plans" title={t("improvement.own.title")} note={t("improvement.own.note")}>
            <OwnPlans plans={plans} withLinks={false} />
          </Section>
        )}
        {flag.earlier.length > 0 && (
          <Section id="earlier" title={t("me.flag.earlier")}>
            <ul className="space-y-1 text-std-16N-170">
              {flag.earlier.map(({ flagId, raisedOn, resolvedOn }) => (
                <li key={flagId}>
                  <Link to={`/me/flags/${flagId}`} className="link inline-flex min-h-11 items-center">
                    {t("me.flag.earlierSpan", {
                      ...{ from: shortDay(raisedOn, locale) },
                      to: resolvedOn ? shortDay(resolvedOn, locale) : t("me.flag.ongoing"),
                    })}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
