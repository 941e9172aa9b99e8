import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requireJobs, requirePlatform } from "~/auth/require.server";
import { JobRunTable } from "~/components/admin/job-run-table";
import { Button } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { SelectField, TextField } from "~/components/field";
import { ErrorSummary, typed } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Moment } from "~/components/moment";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listContractAddresses } from "~/domain/job/contracts.server";
import { evaluateNow } from "~/domain/job/evaluate-now.server";
import { JOB_TIMES, nextRun } from "~/domain/job/next-run";
import { listJobRuns } from "~/domain/job/run.server";
import { shownRun } from "~/domain/job/shown-run";
import { longDay } from "~/i18n/format";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";
import { dayUpTo } from "~/lib/form-fields";

export const meta = titled((t) => t("admin.log.jobs.title"));

/** What ran, what runs next, and what can be run now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const asked = Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1;
  const [{ runs, total, page, pages }, contracts] = await Promise.all([
    listJobRuns(platform, asked),
    listContractAddresses(platform),
  ]);
  return {
    runs: runs.map(shownRun),
    ...{ total, page, pages, today: today(), codes: contracts.map((contract) => contract.code) },
    next: JOB_TIMES.map(({ job, time }) => ({ job, at: nextRun(now(), time).toISOString() })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { platform, tenantFor } = await requireJobs(request, "jobs.run");
  const schema = z.object({ day: dayUpTo(today()), contract: z.string().max(100).optional() });
  const parsed = parseForm(schema, await request.formData());
  if (!parsed.ok) return { state: parsed, report: null };
  const { day, contract } = parsed.data;
  const all = await listContractAddresses(platform);
  const chosen = contract ? all.filter(({ code }) => code === contract) : all;
  if (contract && chosen.length === 0) throw notFound();
  const wanted = chosen.map((one) => ({ code: one.code, tenant: tenantFor(one) }));
  const report = await evaluateNow(platform, wanted, day, `web:${process.pid}`, now);
  return { state: undefined, report: { ...report, day } };
}

export default function Jobs() {
  const { t } = useTranslation();
  const { runs, total, page, pages, next } = useLoaderData<typeof loader>();
  return (
    <Page title={t("admin.log.jobs.title")} lead={t("admin.log.jobs.lead")}>
      <Section id="next" title={t("admin.log.jobs.next")}>
        <ul>
          {next.map(({ job, at }) => (
            <li key={job}>
              {t(`admin.log.jobs.name.${job}`)} <Moment at={at} />
            </li>
          ))}
        </ul>
      </Section>
      <RunNow />
      <Section
        id="history"
        title={t("admin.log.jobs.history")}
        actions={runs.length > 0 ? <ExportLinks to="/admin/jobs/export" /> : undefined}
      >
        {runs.length === 0 ? (
          <EmptyState title={t("admin.log.jobs.empty")}>{t("admin.log.jobs.emptyMore")}</EmptyState>
        ) : (
          <JobRunTable rows={runs} />
        )}
        {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
      </Section>
    </Page>
  );
}

function RunNow() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { codes, today: latest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const state = result?.state;
  const report = result?.report;
  const labels = { day: t("admin.log.jobs.day"), contract: t("admin.log.jobs.contract") };
  return (
    <Section id="run" title={t("admin.log.jobs.runNow")} note={t("admin.log.jobs.runNowNote")}>
      <ErrorSummary state={state} labels={labels} />
      {report && (
        <Notice
          kind={report.failed.length > 0 ? "error" : "success"}
          title={t("admin.log.jobs.ran", { day: longDay(report.day, locale) })}
        >
          <p>{t("admin.log.jobs.ranCounts", report)}</p>
          {report.failed.length > 0 && <p>{t("admin.log.jobs.ranFailed", { codes: report.failed.join(", ") })}</p>}
        </Notice>
      )}
      <Form method="post" className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <TextField
          name="day"
          type="date"
          label={labels.day}
          max={latest}
          required
          problem={state?.problems.day}
          defaultValue={typed(state, "day", latest)}
          className="w-48"
        />
        <SelectField
          name="contract"
          label={labels.contract}
          options={codes.map((code) => ({ value: code, label: code }))}
          empty={t("admin.log.jobs.allContracts")}
          defaultValue={typed(state, "contract")}
        />
        <Button look="outline">{t("admin.log.jobs.run")}</Button>
      </Form>
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
