import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePlatform } from "~/auth/require.server";
import { JobRunTable } from "~/components/admin/job-run-table";
import { NextRuns } from "~/components/admin/next-runs";
import { RunAgain } from "~/components/admin/run-again";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listContractAddresses } from "~/domain/job/contracts.server";
import { listJobRuns } from "~/domain/job/list-runs.server";
import { requestRuns } from "~/domain/job/request.server";
import { OUTCOMES, runFilter, shownRun } from "~/domain/job/shown-run";
import { jobStandings } from "~/domain/job/standing.server";
import { JOB_KEYS, JOBS, nextRun } from "~/domain/job/timetable";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";
import { dayUpTo } from "~/lib/form-fields";

export const meta = titled((t) => t("admin.log.jobs.title"));

/** What ran, what runs next, and what was asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const [at, asked] = [now(), Number.parseInt(params.get("page") ?? "1", 10) || 1];
  const [{ runs, ...place }, contracts, standings] = await Promise.all([
    listJobRuns(platform, asked, runFilter(params)),
    listContractAddresses(platform),
    jobStandings(platform, at),
  ]);
  return {
    ...{ ...place, runs: runs.map((run) => shownRun(run, at)) },
    ...{ today: today(), codes: contracts.map(({ code }) => code) },
    next: standings.map(({ job, lastDone, isLate }) => ({
      ...{ job, isLate, lastDone: lastDone?.toISOString() ?? null },
      at: nextRun(JOBS[job], at).toISOString(),
    })),
  };
}

/** Writes the request down; the jobs' process carries it out. */
export async function action({ request }: ActionFunctionArgs) {
  const { platform } = await requirePlatform(request, "jobs.run");
  const schema = z.object({ job: z.enum(JOB_KEYS), day: dayUpTo(today()), contract: z.string().max(100).optional() });
  const parsed = parseForm(schema, await request.formData());
  if (!parsed.ok) return { state: parsed };
  const { job, day, contract } = parsed.data;
  if ((await requestRuns(platform, { job, day, contract: contract || null }, now())) === null) throw notFound();
  throw redirect("/admin/jobs?done=requested#history");
}

const REFRESH_MS = 10_000;

export default function Jobs() {
  const { t } = useTranslation();
  const { runs, total, page, pages, next, codes, today: latest } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const done = useDone();
  const [params] = useSearchParams();
  const isWaiting = runs.some((run) => ["requested", "running", "left"].includes(run.state));
  useRefresh(isWaiting);
  return (
    <Page title={t("admin.log.jobs.title")} lead={t("admin.log.jobs.lead")}>
      {!state && done === "requested" && (
        <Notice kind="success" title={t("admin.log.jobs.requested")}>
          {t("admin.log.jobs.requestedMore")}
        </Notice>
      )}
      <Section id="next" title={t("admin.log.jobs.next")}>
        <NextRuns rows={next} />
      </Section>
      <RunAgain state={state} codes={codes} latest={latest} />
      <Section
        id="history"
        title={t("admin.log.jobs.history")}
        note={isWaiting ? t("admin.log.jobs.waiting") : undefined}
        actions={total > 0 ? <ExportLinks to={`/admin/jobs/export?${params}`} /> : undefined}
      >
        <FilterBar
          fields={[
            {
              ...{ name: "job", label: t("admin.log.jobs.job"), empty: t("common.all") },
              options: JOB_KEYS.map((value) => ({ value, label: t(`admin.log.jobs.name.${value}`) })),
            },
            {
              ...{ name: "outcome", label: t("admin.log.jobs.outcome"), empty: t("common.all") },
              options: OUTCOMES.map((value) => ({ value, label: t(`admin.log.jobs.outcomes.${value}`) })),
            },
          ]}
        />
        <div className="mt-4">
          {runs.length === 0 ? (
            <EmptyState title={t("admin.log.jobs.empty")}>{t("admin.log.jobs.emptyMore")}</EmptyState>
          ) : (
            <JobRunTable rows={runs} />
          )}
        </div>
        {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
      </Section>
    </Page>
  );
}

/** Loads the page's data again now and then while something is under way. */
function useRefresh(isWaiting: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(revalidate, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isWaiting, revalidate]);
}

export { PageError as ErrorBoundary } from "~/components/page-error";
