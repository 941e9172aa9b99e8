import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { OwnPlans } from "~/components/improvement/own-plans";
import { useLocale } from "~/components/locale";
import { LogActions, LogBar } from "~/components/me/action-bar";
import { FlagList } from "~/components/me/flag-list";
import { QuarterMarks } from "~/components/me/quarter-marks";
import { SupervisionTasks } from "~/components/me/supervision-tasks";
import { TaskList } from "~/components/me/task-list";
import { CaseloadFigure, QualificationList, TrainingFigure } from "~/components/me/year-figures";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { SurveyInvitation } from "~/components/survey/survey-invitation";
import { listOwnFlags } from "~/domain/flag/repository.server";
import { listOwnPlans } from "~/domain/improvement/own-plans.server";
import { workerInbox } from "~/domain/supervision/inbox.server";
import { listOwnCampaigns } from "~/domain/survey/campaigns.server";
import type { OwnYear } from "~/domain/workforce/own-year";
import { ownYear } from "~/domain/workforce/own-year.server";
import { dayInYear, fiscalYearName, longDay, quarterName } from "~/i18n/format";
import { fiscalYearOf, quarterOf, type Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("me.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const day = today();
  const staffId = actor.membership.staffId ?? "";
  const [year, flags, waiting, surveys, plans] = await Promise.all([
    ownYear(people, staffId, day),
    listOwnFlags(people, day),
    workerInbox(people, staffId, day),
    listOwnCampaigns(people, day),
    listOwnPlans(people),
  ]);
  return { day, year, flags, waiting, plans, surveys: surveys.filter(({ isEligible }) => isEligible) };
}

export default function MyHome() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, year, flags, waiting, plans, surveys } = useLoaderData<typeof loader>();
  const quarter = quarterName(quarterOf(day), locale);
  const lead = t("me.lead", { year: fiscalYearName(fiscalYearOf(day), locale), quarter, day: longDay(day, locale) });
  return (
    <Page title={t("me.title")} lead={lead} actions={<LogActions />}>
      {year === null ? (
        <div className="mt-8">
          <EmptyState title={t("me.notOnList")}>{t("me.notOnListText")}</EmptyState>
        </div>
      ) : (
        <>
          <SurveyInvitation campaigns={surveys} />
          <SupervisionTasks {...waiting} day={day} />
          <Tasks year={year} quarter={quarter} />
          <Section id="flags" title={t("me.flags.title")} note={t("me.flags.note")}>
            {flags.length > 0 ? <FlagList flags={flags} /> : <p className="text-std-16N-170">○ {t("me.flags.none")}</p>}
          </Section>
          {plans.length > 0 && (
            <Section id="plans" title={t("improvement.own.title")} note={t("improvement.own.note")}>
              <OwnPlans plans={plans} withLinks />
            </Section>
          )}
          <Figures year={year} day={day} />
        </>
      )}
      <p className="mt-10">
        <Link to="/me/visibility" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("me.visibilityLink")}
        </Link>
      </p>
      <p>
        <Link to="/me/surveys" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("survey.answer.link")}
        </Link>
      </p>
      <p>
        <Link to="/calendar" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("calendar.link")}
        </Link>
      </p>
      <LogBar />
    </Page>
  );
}

function Tasks({ year, quarter }: { year: OwnYear; quarter: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section id="tasks" title={t("me.tasks.title", { quarter, count: year.tasks.length })}>
      {year.tasks.length > 0 ? (
        <TaskList tasks={year.tasks} />
      ) : (
        <p className="rounded-8 bg-green-50 px-4 py-3 text-std-16N-170 text-green-900">
          ○ {t("me.tasks.none", { quarter })}
        </p>
      )}
      {year.next && (
        <p className="mt-3 text-std-16N-170">
          ◇{" "}
          {t("me.tasks.next", {
            ...{ day: dayInYear(year.next.day, locale), kind: t(`glossary.session.${year.next.kind}`) },
          })}
        </p>
      )}
    </Section>
  );
}

function Figures({ year, day }: { year: OwnYear; day: Day }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid gap-x-12 md:grid-cols-2">
        <Section id="caseload" title={t("me.caseload.title")}>
          <CaseloadFigure year={year} />
        </Section>
        <Section id="training" title={t("me.training.title")}>
          <TrainingFigure year={year} />
        </Section>
      </div>
      <Section id="quarters" title={t("me.quarters.title")} note={t("me.quarters.note")}>
        <QuarterMarks cells={year.cells} running={quarterOf(day)} />
        <p className="mt-2 flex flex-wrap gap-x-6">
          <Link to="/me/requests/new" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("session.tasks.ask")}
          </Link>
          <Link to="/me/sessions" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("me.quarters.seeAll")}
          </Link>
          <Link to="/me/actions" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("session.actions.seeAll")}
          </Link>
        </p>
      </Section>
      <Section id="qualifications" title={t("me.qualifications.title")}>
        <QualificationList qualifications={year.qualifications} />
        <p className="mt-2">
          <Link to="/me/career" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("career.seeAll")}
          </Link>
        </p>
      </Section>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
