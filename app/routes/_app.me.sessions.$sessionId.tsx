import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { AnswerForm } from "~/components/me/answer-form";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { ActionList } from "~/components/supervision/action-list";
import { ActionConflict } from "~/components/supervision/actions-section";
import { SessionDetails } from "~/components/supervision/session-details";
import { SessionStatusMark } from "~/components/supervision/session-list";
import type { AgreedAction } from "~/domain/supervision/actions";
import { closeAction, listActionsAt } from "~/domain/supervision/agreed-actions.server";
import { answerRecord } from "~/domain/supervision/confirm-record.server";
import { isAnswerable } from "~/domain/supervision/confirmation";
import { getSession } from "~/domain/supervision/repository.server";
import { closeActionForm, recordAnswerForm } from "~/domain/supervision/schema";
import type { SessionRow } from "~/domain/supervision/session";
import { longDay } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

type Failure = { state?: FormState; stands?: SessionRow; standsAction?: AgreedAction; wished?: "done" | "dropped" };

export const meta = titled((t) => t("me.sessions.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const id = z.uuid().safeParse(params.sessionId);
  const session = id.success ? await getSession(people, id.data) : null;
  const own = session?.participants.find(({ staffId }) => staffId === actor.membership.staffId);
  if (!session || !own) throw notFound();
  return { day: today(), staffId: own.staffId, session, ...(await listActionsAt(people, session)) };
}

/** Answers the record, or closes an action of one's own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const form = await request.formData();
  const id = z.uuid().safeParse(params.sessionId);
  if (!id.success) throw notFound();
  const refuse = (failure: Failure, status: 400 | 409) => data(failure, { status });
  const closing = z.enum(["done", "dropped"]).safeParse(form.get("intent"));
  if (closing.success) {
    const parsed = parseForm(closeActionForm, form);
    if (!parsed.ok) throw notFound();
    const closed = await closeAction(people, "supervisee", { ...parsed.data, state: closing.data }, today());
    if (closed.ok) return redirect(`/me/sessions/${id.data}?done=closed`);
    if (closed.reason === "notFound") throw notFound();
    return refuse({ standsAction: closed.stands, wished: closing.data }, 409);
  }
  const parsed = parseForm(recordAnswerForm, form);
  if (!parsed.ok) return refuse({ state: parsed }, 400);
  const result = await answerRecord(people, actor.membership.staffId ?? "", id.data, parsed.data, now());
  if (result.ok) return redirect(`/me/sessions/${id.data}?done=answered`);
  if (result.reason !== "stale") throw notFound();
  return refuse({ state: { values: formValues(form), problems: {} }, stands: result.stands }, 409);
}

export default function OwnSession() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, staffId, here, open, ...loaded } = useLoaderData<typeof loader>();
  const failure: Failure | undefined = useActionData<typeof action>();
  const session = failure?.stands ?? loaded.session;
  const done = useDone();
  return (
    <Page
      title={t("session.record.mineTitle", { day: longDay(session.heldOn, locale) })}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/sessions", label: t("me.sessions.title") },
      ]}
    >
      {!failure && done === "answered" && <Notice kind="success">{t("session.record.sent")}</Notice>}
      {!failure && done === "picked" && <Notice kind="success">{t("session.request.done.picked")}</Notice>}
      {!failure && done === "closed" && <Notice kind="success">{t("session.done.closed")}</Notice>}
      {failure?.standsAction && <ActionConflict stands={failure.standsAction} wished={failure.wished ?? "done"} />}
      <div className="max-w-3xl">
        <p className="mt-6">
          <SessionStatusMark session={session} />
        </p>
        <Section id="details" title={t("supervision.session.details")}>
          <SessionDetails session={session} />
        </Section>
        <Record session={session} staffId={staffId} failure={failure} />
        <Section id="actions" title={t("session.actions.title")} note={t("session.actions.who")}>
          {here.length + open.length > 0 ? (
            <ActionList
              actions={[...open, ...here]}
              label={t("session.actions.title")}
              side="supervisee"
              day={day}
              stands={failure?.standsAction}
            />
          ) : (
            <p className="text-std-16N-170">{t("session.actions.none")}</p>
          )}
        </Section>
        <p className="mt-10">
          <Link to={`/notes/${session.id}`} className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("session.record.notes")}
          </Link>
        </p>
      </div>
    </Page>
  );
}

/** The own attendance, and the word on it. */
function Record(props: { session: SessionRow; staffId: string; failure: Failure | undefined }) {
  const { t } = useTranslation();
  const { session, staffId, failure } = props;
  const own = session.participants.find((one) => one.staffId === staffId);
  if (!own || session.status === "cancelled") return null;
  if (!isAnswerable(session, own.attendance))
    return (
      <Section id="record" title={t("session.record.title")}>
        <p className="text-std-16N-170">{t("session.record.notYet")}</p>
      </Section>
    );
  return (
    <Section id="record" title={t("session.record.title")} note={session.own ? undefined : t("session.record.lead")}>
      <AnswerForm session={session} own={own} state={failure?.state} stands={failure?.stands} />
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
