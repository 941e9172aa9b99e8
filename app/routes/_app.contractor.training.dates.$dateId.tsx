import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requireTenant } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { ConflictNotice } from "~/components/conflict";
import { AttendanceList } from "~/components/course/attendance-list";
import { useDone } from "~/components/done";
import { chosen } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { AttendanceProblems } from "~/components/training/attendance-problems";
import { getDateSheet, recordAttendance } from "~/domain/course/record-attendance.server";
import { attendanceForm } from "~/domain/course/schema";
import { decimal, longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("course.date.title"));

const idOf = (id: string | undefined) => z.uuid().safeParse(id).data;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const id = idOf(params.dateId);
  const sheet = id && (await getDateSheet(tenant, id));
  if (!sheet) throw notFound();
  return { ...sheet, day: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const id = idOf(params.dateId);
  if (!id) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(attendanceForm, form);
  if (!parsed.ok) throw notFound();
  const result = await recordAttendance(tenant, id, parsed.data, today());
  if (result.ok) return redirect(`/contractor/training/dates/${id}?done=recorded`);
  if (result.reason === "gone") throw notFound();
  const state = { values: formValues(form), problems: {} };
  if (result.reason === "conflict")
    return data({ kind: "conflict" as const, state, stands: result.stands, mark: result.mark }, { status: 409 });
  if (result.reason === "problems")
    return data({ kind: "problems" as const, state, problems: result.problems }, { status: 400 });
  return data({ kind: result.reason, state }, { status: 400 });
}

export default function CourseDatePage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { course, date, people, mark, day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const off = date.cancelled || course.cancelled;
  const names = new Map(people.map((person) => [person.staffId, person.name ?? person.staffCode]));
  const list = (ids: string[]) =>
    ids
      .map((id) => names.get(id) ?? "")
      .sort()
      .join("、");
  return (
    <Page
      title={course.title}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/training", label: t("course.manage.title") },
        { to: `/contractor/training/plan?year=${course.fiscalYear}`, label: t("course.plan.title") },
      ]}
      lead={t("course.date.lead", {
        ...{ day: longDay(date.heldOn, locale), time: date.startTime ?? "", place: date.place ?? "" },
        hours: decimal(course.hours, locale, 2),
      })}
    >
      {done === "recorded" && !answer && <Notice kind="success">{t("course.date.recorded")}</Notice>}
      {off && <Notice kind="warning">{t("course.date.cancelled")}</Notice>}
      {answer && answer.kind !== "conflict" && (
        <Attention answer={answer}>
          {answer.kind === "problems" && <AttendanceProblems problems={answer.problems} />}
          {(answer.kind === "early" || answer.kind === "cancelled") && (
            <Notice kind="error">{t(`course.date.${answer.kind}`)}</Notice>
          )}
        </Attention>
      )}
      {answer?.kind === "conflict" && (
        <ConflictNotice
          answer={answer}
          fields={[
            {
              ...{ name: "attended", label: t("course.own.attended") },
              stands: list(answer.stands.filter((one) => one.attendance === "attended").map((one) => one.staffId)),
              typed: list(chosen(answer.state, "attended")),
            },
          ]}
        />
      )}
      <Section id="attendance" title={t("course.date.attendance")} note={t("course.date.note")}>
        <AttendanceList
          people={people}
          mark={answer?.kind === "conflict" ? answer.mark : mark}
          state={answer?.state}
          open={!off && date.heldOn <= day}
          back={`/contractor/training/plan?year=${course.fiscalYear}`}
        />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
