import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { LogActions, LogBar } from "~/components/me/action-bar";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { AnswerMark } from "~/components/supervision/record-answers";
import { RequirementLine } from "~/components/supervision/requirement-line";
import { SessionList } from "~/components/supervision/session-list";
import { getOwnSupervisionTerms } from "~/domain/contract/specification.server";
import { isAnswerable } from "~/domain/supervision/confirmation";
import { takeBackSession } from "~/domain/supervision/log-session.server";
import { listSessions } from "~/domain/supervision/repository.server";
import type { SessionRow } from "~/domain/supervision/session";
import { shortDay } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { now, today } from "~/lib/clock.server";

const PAGE_SIZE = 20;
const NOTICES = { logged: "done", duplicate: "done", takenBack: "takenBack", notTakenBack: "notTakenBack" } as const;

export const meta = titled((t) => t("me.sessions.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const page = z.coerce.number().int().positive().catch(1).parse(new URL(request.url).searchParams.get("page"));
  const [list, { requirement }] = await Promise.all([
    listSessions(people, { status: null, page, pageSize: PAGE_SIZE }),
    getOwnSupervisionTerms(people, fiscalYearOf(today())),
  ]);
  return { ...list, requirement };
}

/** Takes back a session that the worker logged. */
export async function action({ request }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "own.log");
  const id = z.uuid().safeParse((await request.formData()).get("sessionId"));
  const done = id.success && (await takeBackSession(people, id.data, now()));
  return redirect(`/me/sessions?done=${done ? "takenBack" : "notTakenBack"}`);
}

export default function MySessions() {
  const { t } = useTranslation();
  const list = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const done = NOTICES[params.get("done") as keyof typeof NOTICES];
  return (
    <Page title={t("me.sessions.title")} crumbs={[{ to: "/me", label: t("me.title") }]} actions={<LogActions />}>
      {done && <Notice kind={done === "notTakenBack" ? "warning" : "success"}>{t(`me.sessions.${done}`)}</Notice>}
      <RequirementLine requirement={list.requirement} />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <Link to="/me/requests" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("session.request.mineTitle")}
        </Link>
        <Link to="/me/actions" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("session.actions.mine")}
        </Link>
      </p>
      <div className="mt-6">
        {list.total === 0 ? (
          <EmptyState
            title={t("me.sessions.empty")}
            action={<LinkButton to="/me/sessions/new">{t("me.logSession")}</LinkButton>}
          >
            {t("me.sessions.emptyText")}
          </EmptyState>
        ) : (
          <Form method="post">
            <SessionList
              sessions={list.rows}
              label={t("me.sessions.title")}
              to={(session) => `/me/sessions/${session.id}`}
              end={(session) => <TakeBack session={session} />}
            />
          </Form>
        )}
        {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
        {list.total > 0 && (
          <div className="mt-8 flex flex-wrap gap-3 print:hidden">
            <ExportLinks to="/me/sessions/export" />
          </div>
        )}
      </div>
      <LogBar />
    </Page>
  );
}

function TakeBack({ session }: { session: SessionRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = session.participants[0];
  const attendance = own?.attendance;
  return (
    <>
      {!session.own && isAnswerable(session, attendance) && <AnswerMark answer={own?.answer ?? null} />}
      {attendance && <span className="text-dns-16N-130">{t(`glossary.attendance.${attendance}`)}</span>}
      {session.own && session.status === "held" && (
        <button
          type="submit"
          name="sessionId"
          value={session.id}
          aria-label={t("me.sessions.takeBackOf", { day: shortDay(session.heldOn, locale) })}
          className="min-h-11 px-2 text-dns-16N-130 text-key-900 underline underline-offset-4 hover:bg-key-50 print:hidden"
        >
          {t("me.sessions.takeBack")}
        </button>
      )}
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
