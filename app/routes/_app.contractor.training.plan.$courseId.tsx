import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requireTenant } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { Button } from "~/components/button";
import { CourseConflict } from "~/components/course/course-conflict";
import { CourseForm, useCourseLabels } from "~/components/course/course-form";
import { ErrorSummary } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { AttendanceProblems } from "~/components/training/attendance-problems";
import { getCourse } from "~/domain/course/plan.server";
import { changeCourse, setCourseCancelled, type CourseSaved } from "~/domain/course/save-course.server";
import { courseForm } from "~/domain/course/schema";
import { fiscalYearName } from "~/i18n/format";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("course.plan.course"));

const idOf = (id: string | undefined) => z.uuid().safeParse(id).data;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const id = idOf(params.courseId);
  const course = id && (await getCourse(tenant, id));
  if (!course) throw notFound();
  return { course };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const id = idOf(params.courseId);
  if (!id) throw notFound();
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "cancel" || intent === "resume") {
    const version = z.coerce.number().int().catch(0).parse(form.get("version"));
    return answered(await setCourseCancelled(tenant, id, { cancelled: intent === "cancel", version }), null);
  }
  const parsed = parseForm(courseForm, form);
  if (!parsed.ok) {
    const state = { values: parsed.values, problems: parsed.problems };
    return data({ state, refused: null, stands: null, problems: null }, { status: 400 });
  }
  return answered(await changeCourse(tenant, id, parsed.data), { values: formValues(form), problems: {} });
}

type Typed = { values: ReturnType<typeof formValues>; problems: Record<string, never> } | null;

function answered(result: CourseSaved, state: Typed) {
  if (result.ok) return redirect(`/contractor/training/plan?done=saved`);
  if (result.reason === "gone") throw notFound();
  const stands = result.reason === "conflict" ? result.stands : null;
  const problems = result.reason === "problems" ? result.problems : null;
  return data({ state, refused: result.reason, stands, problems }, { status: stands ? 409 : 400 });
}

export default function CoursePage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { course } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = useCourseLabels();
  const state = answer?.state ?? undefined;
  const { fiscalYear } = course;
  const year = fiscalYearName(fiscalYear, locale);
  return (
    <Page
      title={course.title}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
        { to: `/contractor/training/plan?year=${fiscalYear}`, label: t("course.plan.heading", { year }) },
      ]}
    >
      {course.cancelled && <Notice kind="warning">{t("course.plan.isCancelled")}</Notice>}
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      {answer?.refused && (
        <Attention answer={answer}>
          {answer.problems && <AttendanceProblems problems={answer.problems} />}
          {answer.refused === "attended" && <Notice kind="error">{t("course.plan.isAttended")}</Notice>}
          {answer.stands && !state && <Notice kind="error">{t("common.conflict.title")}</Notice>}
        </Attention>
      )}
      {answer?.stands && state && <CourseConflict stands={answer.stands} state={state} />}
      <CourseForm
        course={course}
        fiscalYear={fiscalYear}
        courseRef={course.id}
        version={answer?.stands?.version ?? course.version}
        state={state}
      />
      <details className="mt-10 mb-24 md:mb-0 print:hidden">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-error-2">
          {t(course.cancelled ? "course.plan.resume" : "course.plan.cancel")}
        </summary>
        <p className="text-std-16N-170">{t(course.cancelled ? "course.plan.resumeNote" : "course.plan.cancelNote")}</p>
        <Form method="post" className="mt-2">
          <input type="hidden" name="version" value={answer?.stands?.version ?? course.version} />
          <Button look="danger" name="intent" value={course.cancelled ? "resume" : "cancel"}>
            {t(course.cancelled ? "course.plan.resume" : "course.plan.cancel")}
          </Button>
        </Form>
      </details>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
