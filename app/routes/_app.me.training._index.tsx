import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { LogActions, LogBar } from "~/components/me/action-bar";
import { TrainingList } from "~/components/me/training-list";
import { YearLinks } from "~/components/me/year-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { TrainingStanding } from "~/components/training/standing";
import { listTraining } from "~/domain/training/repository.server";
import { ownStanding } from "~/domain/training/standing.server";
import { decimal, fiscalYearName } from "~/i18n/format";
import { yearFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";
import { wishedPage } from "~/lib/page";

const PAGE_SIZE = 20;
const NOTICES = {
  logged: "me.training.done",
  pending: "course.log.pending",
  duplicate: "me.training.duplicate",
  removed: "me.training.removed",
  notRemoved: "me.training.notRemoved",
} as const;

export const meta = titled((t) => t("me.training.listTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const params = new URL(request.url).searchParams;
  const { current, fiscalYear, day } = yearFrom(params, today());
  const staffId = actor.membership.staffId ?? "";
  const [list, figures] = await Promise.all([
    listTraining(people, staffId, { fiscalYear, page: wishedPage(params), pageSize: PAGE_SIZE }),
    ownStanding(people, staffId, day),
  ]);
  return { current, fiscalYear, list, figures };
}

export default function MyTraining() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { current, fiscalYear, list, figures } = useLoaderData<typeof loader>();
  const done = NOTICES[useDone() as keyof typeof NOTICES];
  const year = fiscalYearName(fiscalYear, locale);
  return (
    <Page
      title={t("me.training.listTitle")}
      crumbs={[{ to: "/me", label: t("me.title") }]}
      lead={t("me.training.total", { year, hours: decimal(list.hours, locale, 2), count: list.total })}
      actions={<LogActions />}
    >
      {done && <Notice kind={done === NOTICES.notRemoved ? "warning" : "success"}>{t(done)}</Notice>}
      <YearLinks current={current} fiscalYear={fiscalYear} label={t("me.training.yearLabel")} />
      {figures && (
        <Section id="standing" title={t("course.standing.title")}>
          <TrainingStanding figures={figures} />
        </Section>
      )}
      <p className="mt-6">
        <Link to="/me/courses" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("course.open.link")}
        </Link>
        <Link to="/me/record" className="link ml-6 inline-flex min-h-11 items-center text-std-16N-170">
          {t("record.title")}
        </Link>
      </p>
      {list.total === 0 ? (
        <div className="mt-6">
          <EmptyState
            title={t("me.training.empty", { year })}
            action={<LinkButton to="/me/training/new">{t("me.logTraining")}</LinkButton>}
          >
            {t("me.training.emptyText")}
          </EmptyState>
        </div>
      ) : (
        <Records list={list} year={year} fiscalYear={fiscalYear} />
      )}
      <LogBar />
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Records({ list, year, fiscalYear }: { list: Loaded["list"]; year: string; fiscalYear: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      <Section id="records" title={year} actions={<ExportLinks to={`/me/training/export?year=${fiscalYear}`} />}>
        <TrainingList rows={list.rows} />
        {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
      </Section>
      <Section id="topics" title={t("me.training.byTopic")}>
        <dl className="max-w-md divide-y divide-solid-gray-300 border-y border-solid-gray-300">
          {list.byTopic.map((row) => (
            <div key={row.topic} className="flex justify-between py-2 text-std-16N-170">
              <dt>{t(`glossary.topic.${row.topic}`)}</dt>
              <dd className="tabular">{t("figures.unit.hours", { value: decimal(row.hours, locale, 2) })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
