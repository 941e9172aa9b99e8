import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useLocale } from "~/components/locale";
import { LogActions, LogBar } from "~/components/me/action-bar";
import { TrainingList } from "~/components/me/training-list";
import { YearLinks } from "~/components/me/year-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { removeTraining } from "~/domain/training/log-training.server";
import { listTraining } from "~/domain/training/repository.server";
import { decimal, fiscalYearName } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const PAGE_SIZE = 20;
const NOTICES = { logged: "done", duplicate: "duplicate", removed: "removed", notRemoved: "notRemoved" } as const;

export const meta = titled((t) => t("me.training.listTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const params = new URL(request.url).searchParams;
  const current = fiscalYearOf(today());
  const fiscalYear = z.coerce
    .number()
    .int()
    .min(2000)
    .max(current)
    .catch(current)
    .parse(params.get("year") ?? current);
  const page = z.coerce.number().int().positive().catch(1).parse(params.get("page"));
  const list = await listTraining(people, actor.membership.staffId ?? "", { fiscalYear, page, pageSize: PAGE_SIZE });
  return { current, fiscalYear, list };
}

/** Takes back one's own record. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const id = z.uuid().safeParse((await request.formData()).get("recordId"));
  const removed = id.success && (await removeTraining(people, actor.membership.staffId ?? "", id.data));
  return redirect(`/me/training?done=${removed ? "removed" : "notRemoved"}`);
}

export default function MyTraining() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { current, fiscalYear, list } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const done = NOTICES[params.get("done") as keyof typeof NOTICES];
  const year = fiscalYearName(fiscalYear, locale);
  const lead = t("me.training.total", { year, hours: decimal(list.hours, locale, 2), count: list.total });
  return (
    <Page
      title={t("me.training.listTitle")}
      crumbs={[{ to: "/me", label: t("me.title") }]}
      lead={lead}
      actions={<LogActions />}
    >
      {done && <Notice kind={done === "notRemoved" ? "warning" : "success"}>{t(`me.training.${done}`)}</Notice>}
      <YearLinks current={current} fiscalYear={fiscalYear} label={t("me.training.yearLabel")} />
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
        <>
          <Section id="records" title={year}>
            <Form method="post">
              <TrainingList rows={list.rows} />
            </Form>
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
      )}
      <LogBar />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
