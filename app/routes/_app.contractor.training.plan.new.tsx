import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { CourseForm, useCourseLabels } from "~/components/course/course-form";
import { ErrorSummary } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { planYear } from "~/domain/course/course";
import { addCourse } from "~/domain/course/save-course.server";
import { courseForm } from "~/domain/course/schema";
import { fiscalYearName } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("course.plan.add"));

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTenant(request, "training.manage");
  return { fiscalYear: planYear(new URL(request.url).searchParams, today()), courseRef: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const parsed = parseForm(courseForm, await request.formData());
  if (!parsed.ok) return data({ state: { values: parsed.values, problems: parsed.problems } }, { status: 400 });
  await addCourse(tenant, parsed.data);
  return redirect(`/contractor/training/plan?year=${parsed.data.fiscalYear}&done=saved`);
}

export default function NewCourse() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { fiscalYear, courseRef } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const labels = useCourseLabels();
  const year = fiscalYearName(fiscalYear, locale);
  return (
    <Page
      title={t("course.plan.add")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
        { to: `/contractor/training/plan?year=${fiscalYear}`, label: t("course.plan.heading", { year }) },
      ]}
    >
      <ErrorSummary state={state} labels={labels} />
      <CourseForm course={null} fiscalYear={fiscalYear} courseRef={courseRef} version={0} state={state} />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
