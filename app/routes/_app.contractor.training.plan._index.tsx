import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requireTenant } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { PlanCourses } from "~/components/course/plan-courses";
import { PlanFigures } from "~/components/course/plan-figures";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { TrainingTabs } from "~/components/training/tabs";
import { planYear } from "~/domain/course/course";
import { planSummary } from "~/domain/course/plan";
import { listPlan, planProgress } from "~/domain/course/plan.server";
import { copyPlan } from "~/domain/course/save-course.server";
import { teamFigures } from "~/domain/training/figures";
import { contractStanding } from "~/domain/training/standing.server";
import { fiscalYearName } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("course.plan.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const day = today();
  const fiscalYear = planYear(new URL(request.url).searchParams, day);
  const [courses, progress, standing] = await Promise.all([
    listPlan(tenant, fiscalYear),
    planProgress(tenant, fiscalYear, day),
    contractStanding(tenant, day),
  ]);
  const { target } = teamFigures(standing);
  const summary = planSummary(courses, standing.length);
  return { day, fiscalYear, current: fiscalYearOf(day), courses, summary, progress, target };
}

/** Copies the courses of the year before. */
export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const form = await request.formData();
  const year = z.coerce.number().int().min(2000).max(2200).safeParse(form.get("fiscalYear"));
  const copied = year.success ? await copyPlan(tenant, year.data) : 0;
  return redirect(`/contractor/training/plan?year=${year.data ?? ""}&done=copied&count=${copied}`);
}

export default function TrainingPlan() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, fiscalYear, current, courses, summary, progress, target } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const year = fiscalYearName(fiscalYear, locale);
  const dates = courses.flatMap((course) => course.dates);
  const counts = {
    signedUp: dates.reduce((sum, date) => sum + date.signedUp, 0),
    waiting: dates.reduce((sum, date) => sum + date.waiting, 0),
  };
  const done = (["copied", "saved"] as const).find((word) => word === params.get("done"));
  return (
    <Page
      title={t("course.plan.heading", { year })}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
      ]}
      lead={t("course.plan.lead")}
      actions={<LinkButton to={`/contractor/training/plan/new?year=${fiscalYear}`}>{t("course.plan.add")}</LinkButton>}
    >
      <TrainingTabs />
      {done === "saved" && <Notice kind="success">{t("common.saved")}</Notice>}
      {done === "copied" && (
        <Notice kind="success">{t("course.plan.copied", { count: Number(params.get("count")) || 0 })}</Notice>
      )}
      <nav aria-label={t("me.training.yearLabel")} className="mt-4 print:hidden">
        <ul className="flex flex-wrap gap-4">
          {[current + 1, current, current - 1].map((one) => (
            <li key={one}>
              <Link
                to={`?year=${one}`}
                aria-current={one === fiscalYear ? "true" : undefined}
                className="link inline-flex min-h-11 items-center aria-[current=true]:font-700"
              >
                {fiscalYearName(one, locale)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {courses.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t("course.plan.empty", { year })} action={<CopyLast fiscalYear={fiscalYear} />}>
            {t("course.plan.emptyText")}
          </EmptyState>
        </div>
      ) : (
        <>
          <Section id="figures" title={t("course.plan.figures")}>
            <PlanFigures summary={summary} progress={progress} target={target} />
          </Section>
          <Section
            id="courses"
            title={t("course.plan.courses", { count: summary.courses })}
            actions={<ExportLinks to={`/contractor/training/plan/export?year=${fiscalYear}`} />}
          >
            <PlanCourses courses={courses} day={day} />
          </Section>
          <Section
            id="signups"
            title={t("course.plan.signUps")}
            note={t("course.plan.signUpsNote")}
            actions={<ExportLinks to={`/contractor/training/sign-ups/export?year=${fiscalYear}`} />}
          >
            <p className="text-std-16N-170">{t("course.plan.signUpsCount", counts)}</p>
          </Section>
          <div className="mt-10">
            <CopyLast fiscalYear={fiscalYear} />
          </div>
        </>
      )}
    </Page>
  );
}

function CopyLast({ fiscalYear }: { fiscalYear: number }) {
  const { t } = useTranslation();
  const year = fiscalYearName(fiscalYear - 1, useLocale());
  return (
    <Form method="post" className="print:hidden">
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      <Button look="outline">{t("course.plan.copy", { year })}</Button>
    </Form>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
