import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { Coverage, Workload } from "~/components/supervision/coverage";
import { SupervisorInbox } from "~/components/supervision/inbox";
import { SessionList } from "~/components/supervision/session-list";
import { WaitingList } from "~/components/supervision/waiting-list";
import { supervisorInbox } from "~/domain/supervision/inbox.server";
import { superviseesOn } from "~/domain/supervision/overview.server";
import { listOpenSessions } from "~/domain/supervision/repository.server";
import type { SessionRow } from "~/domain/supervision/session";
import { fiscalYearName, longDay, quarterName, shortDay } from "~/i18n/format";
import { addDays, fiscalYearEnd, fiscalYearOf, quarterOf, type Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const DAYS_AHEAD = 6;

export const meta = titled((t) => t("supervision.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const day = today();
  const [overview, sessions, inbox] = await Promise.all([
    superviseesOn(people, day),
    listOpenSessions(people, addDays(day, DAYS_AHEAD)),
    supervisorInbox(people, day),
  ]);
  return { day, ...overview, sessions, inbox };
}

export default function SupervisorHome() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, rows, waiting, sessions, inbox } = useLoaderData<typeof loader>();
  const lead = t("supervision.lead", {
    ...{ year: fiscalYearName(fiscalYearOf(day), locale), quarter: quarterName(quarterOf(day), locale) },
    ...{ day: longDay(day, locale), count: rows.length },
  });
  const actions = <LinkButton to="/supervision/sessions/new">{t("supervision.schedule")}</LinkButton>;
  if (rows.length === 0)
    return (
      <Page title={t("supervision.title")} lead={lead}>
        <div className="mt-8">
          <EmptyState title={t("supervision.empty")}>{t("supervision.emptyText")}</EmptyState>
        </div>
      </Page>
    );
  return (
    <Page title={t("supervision.title")} lead={lead} actions={actions}>
      <SupervisorInbox {...inbox} day={day} />
      <Section
        id="waiting"
        title={t("supervision.waiting.title", { count: waiting.length })}
        actions={
          waiting.length > 0 && (
            <Link to="/supervision/planner" className="link inline-flex min-h-11 items-center text-std-16N-170">
              {t("supervision.waiting.plan")}
            </Link>
          )
        }
      >
        {waiting.length > 0 ? (
          <WaitingList waiting={waiting} />
        ) : (
          <p className="rounded-8 bg-green-50 px-4 py-3 text-std-16N-170 text-green-900">
            ○ {t("supervision.waiting.none")}
          </p>
        )}
      </Section>
      <Section id="upcoming" title={t("supervision.upcoming.title")}>
        {sessions.length > 0 ? (
          <SessionList
            sessions={sessions}
            label={t("supervision.upcoming.title")}
            to={(session) => `/supervision/sessions/${session.id}`}
            end={(session) => <SessionAction session={session} day={day} />}
            withParticipants
          />
        ) : (
          <p className="text-std-16N-170">{t("supervision.upcoming.none")}</p>
        )}
      </Section>
      <Section
        id="coverage"
        title={t("supervision.grid.title")}
        note={t("me.quarters.note")}
        actions={
          <Link to="/supervision/coverage" className="link text-std-16N-170">
            {t("requirement.coverage.link")}
          </Link>
        }
      >
        <Coverage
          rows={rows}
          running={day === fiscalYearEnd(fiscalYearOf(day)) ? null : quarterOf(day)}
          to={(row) => `/supervision/sessions/new?staff=${row.staffId}`}
          schedules
        />
      </Section>
      <Section id="workload" title={t("supervision.workload.title")} note={t("me.caseload.loadHint")}>
        <Workload rows={rows} />
      </Section>
      <p className="mt-10 print:hidden">
        <Link to="/calendar" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("calendar.link")}
        </Link>
      </p>
    </Page>
  );
}

/** A session that has come waits for its attendance. */
function SessionAction({ session, day }: { session: SessionRow; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (session.heldOn > day) return null;
  const isLate = session.heldOn < day;
  return (
    <div className="flex w-full flex-wrap items-center gap-3 md:w-auto">
      <span className={`text-dns-16N-130 ${isLate ? "font-700 text-error-2" : ""}`}>
        {isLate ? `! ${t("supervision.upcoming.unrecorded")}` : t("supervision.upcoming.today")}
      </span>
      <LinkButton
        to={`/supervision/sessions/${session.id}#attendance`}
        look={isLate ? "fill" : "outline"}
        className="w-full shrink-0 md:w-auto print:hidden"
        aria-label={t("supervision.recordOf", { day: shortDay(session.heldOn, locale) })}
      >
        {t("supervision.record")}
      </LinkButton>
    </div>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
