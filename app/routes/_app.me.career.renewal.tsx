import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { CourseForm, CourseList, TrainingOffers } from "~/components/career/renewal-courses";
import { ApplicationForm, ExemptForm, RenewalConflict, RenewedForm } from "~/components/career/renewal-forms";
import { RenewalView } from "~/components/career/renewal-view";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { addOwnQualification } from "~/domain/qualification/change.server";
import {
  addCourse,
  getOwnRenewal,
  noteApplication,
  noteExemptHours,
  removeCourse,
  type Renewal,
} from "~/domain/qualification/renewals.server";
import { applicationForm, courseForm, exemptForm, renewedForm } from "~/domain/qualification/schema";
import { idOrNull } from "~/domain/flag/register-query";
import { longDay } from "~/i18n/format";
import type { Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("career.renewal.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const day = today();
  const own = await getOwnRenewal(people, actor.membership.staffId ?? "", day);
  return { day, formRef: randomUUID(), own };
}

type People = Awaited<ReturnType<typeof requirePeople>>["people"];
type About = "course" | "apply" | "exempt" | "renewed";
type Answer = { about: About; state?: FormState; stands?: Renewal; refused?: "outsideWindow" | "exists" };

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const [day, staffId, form] = [today(), actor.membership.staffId ?? "", await request.formData()];
  const intent = form.get("intent");
  if (intent === "removeCourse") {
    const id = idOrNull(String(form.get("courseId")));
    if (!id || !(await removeCourse(people, staffId, id))) throw notFound();
    return redirect("/me/career/renewal?done=courseRemoved");
  }
  if (intent === "course") {
    const parsed = parseForm(courseForm(day), form);
    if (!parsed.ok) return refuse({ about: "course", state: parsed });
    if (!(await addCourse(people, staffId, parsed.data, day))) throw notFound();
    return redirect("/me/career/renewal?done=courseAdded");
  }
  if (intent === "apply" || intent === "exempt") return note(people, staffId, intent, form, day);
  const own = await getOwnRenewal(people, staffId, day);
  if (intent !== "renewed" || !own) throw notFound();
  const parsed = parseForm(renewedForm(day, own.renewal), form);
  if (!parsed.ok) return refuse({ about: "renewed", state: parsed });
  const added = await addOwnQualification(people, staffId, { kind: "career_consultant", ...parsed.data }, null);
  if (!added.ok) return refuse({ about: "renewed", state: asTyped(form), refused: "exists" });
  return redirect(`/me/career/qualifications/${added.id}`);
}

async function note(people: People, staffId: string, about: "apply" | "exempt", form: FormData, day: Day) {
  const parsed = about === "apply" ? parseForm(applicationForm(day), form) : parseForm(exemptForm, form);
  if (!parsed.ok) return refuse({ about, state: parsed });
  const given = { appliedOn: null, exemptHours: null, exemptReason: null, ...parsed.data };
  const result =
    about === "apply"
      ? await noteApplication(people, staffId, given, day)
      : await noteExemptHours(people, staffId, { ...given, hours: given.exemptHours, reason: given.exemptReason }, day);
  if (result.ok) return redirect("/me/career/renewal?done=noted");
  if (result.reason === "outsideWindow") return refuse({ about, state: asTyped(form), refused: "outsideWindow" });
  const stands = (await getOwnRenewal(people, staffId, day))?.renewal;
  if (result.reason !== "conflict" || !stands) throw notFound();
  return refuse({ about, state: asTyped(form), stands }, 409);
}

function refuse(answer: Answer, status = 400) {
  return data(answer, { status });
}

function asTyped(form: FormData): FormState {
  return { values: formValues(form), problems: {} };
}

const DONE = ["courseAdded", "courseRemoved", "noted"] as const;

export default function OwnRenewalPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, formRef, own } = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  const said = useDone();
  const done = answer ? undefined : DONE.find((one) => one === said);
  const crumbs = [
    { to: "/me", label: t("me.title") },
    { to: "/me/career", label: t("career.title") },
  ];
  if (!own)
    return (
      <Page title={t("career.renewal.title")} crumbs={crumbs}>
        <EmptyState title={t("career.renewal.none")}>{t("career.renewal.noneText")}</EmptyState>
      </Page>
    );
  const { renewal, offers } = own;
  const { checklist } = renewal;
  const stateOf = (about: About) => (answer?.about === about ? answer.state : undefined);
  const version = answer?.stands?.version ?? renewal.version;
  const window = { opens: longDay(checklist.opensOn, locale), closes: longDay(checklist.closesOn, locale) };
  return (
    <Page title={t("career.renewal.title")} lead={t("career.renewal.lead")} crumbs={crumbs}>
      {done && <Notice kind="success">{t(`career.done.${done}`)}</Notice>}
      {answer?.stands && <RenewalConflict answer={answer} stands={answer.stands} state={answer.state} />}
      <Section id="checklist" title={t("career.renewal.checklist")}>
        <RenewalView renewal={renewal} />
      </Section>
      <Section id="courses" title={t("career.renewal.courses")} note={t("career.renewal.coursesNote")}>
        <CourseList courses={renewal.courses} removable />
        <TrainingOffers offers={offers} formRef={formRef} />
        <CourseForm key={renewal.courses.length} state={stateOf("course")} formRef={formRef} today={day} />
      </Section>
      <Section id="steps" title={t("career.renewal.steps")}>
        <ApplicationForm
          {...{ state: stateOf("apply"), version, today: day, appliedOn: checklist.appliedOn }}
          {...{ opensOn: checklist.opensOn, closesOn: checklist.closesOn }}
        >
          {answer?.refused === "outsideWindow" && (
            <Notice kind="error">{t("career.renewal.outsideWindow", window)}</Notice>
          )}
        </ApplicationForm>
        <ExemptForm state={stateOf("exempt")} version={version} today={day} exempt={renewal.exempt} />
        <RenewedForm
          {...{ state: stateOf("renewed"), formRef, today: day, expiresOn: renewal.expiresOn }}
          taken={answer?.refused === "exists"}
          open={checklist.appliedOn !== null && !renewal.successorWaits}
        />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
