import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { ErrorSummary, type FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { AbsenceSection, HoursSection } from "~/components/planner/hours-sections";
import { StaffHours, type StaffHoursTrouble } from "~/components/planner/staff-hours";
import { WEEKDAYS } from "~/components/planner/weekdays";
import { workingWeek } from "~/domain/planner/availability";
import * as availability from "~/domain/planner/availability.server";
import type { Planner } from "~/domain/planner/drafts.server";
import * as forms from "~/domain/planner/schema";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

const DONE = ["hours", "absence", "removed", "staff"] as const;
type Intent = ReturnType<typeof forms.availabilityIntent.parse>;
type Answer = { about: Intent; state?: FormState; isDuplicate?: boolean; trouble?: StaffHoursTrouble };

export const meta = titled((t) => t("planner.availability.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  return availability.readAvailability(people, actor.membership.id, today());
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "supervision.plan");
  const form = await request.formData();
  const intent = forms.availabilityIntent.safeParse(form.get("intent"));
  if (!intent.success) throw notFound();
  const outcome = await carryOut({ people, membershipId: actor.membership.id }, intent.data, form);
  if (typeof outcome !== "string") return data(outcome, { status: 400 });
  return redirect(`/supervision/availability?done=${outcome}`);
}

async function carryOut(
  { people, membershipId }: Omit<Planner, "today">,
  intent: Intent,
  form: FormData,
): Promise<Answer | (typeof DONE)[number]> {
  switch (intent) {
    case "addHours": {
      const parsed = parseForm(forms.hoursForm, form);
      if (!parsed.ok) return { about: intent, state: parsed };
      const isNew = await availability.addHours(people, membershipId, parsed.data);
      return isNew ? "hours" : { about: intent, isDuplicate: true, state: { values: formValues(form), problems: {} } };
    }
    case "addAbsence": {
      const parsed = parseForm(forms.absenceForm, form);
      if (!parsed.ok) return { about: intent, state: parsed };
      await availability.addAbsence(people, membershipId, parsed.data);
      return "absence";
    }
    case "removeHours":
    case "removeAbsence": {
      const parsed = parseForm(forms.rowForm, form);
      if (!parsed.ok) throw notFound();
      const remove = intent === "removeHours" ? availability.removeHours : availability.removeAbsence;
      await remove(people, membershipId, parsed.data.id);
      return "removed";
    }
    case "staffHours": {
      const parsed = parseForm(forms.staffHoursForm, form);
      if (!parsed.ok) throw notFound();
      const { hours, wrong } = workingWeek(form);
      if (wrong.length > 0) return { about: intent, trouble: troubleOf(parsed.data.staffId, wrong, form) };
      if (!(await availability.setStaffHours(people, parsed.data.staffId, hours))) throw notFound();
      return "staff";
    }
  }
}

function troubleOf(staffId: string, wrong: readonly number[], form: FormData): StaffHoursTrouble {
  const values = Object.fromEntries(Object.entries(formValues(form)).map(([name, value]) => [name, String(value)]));
  return { staffId, values, days: WEEKDAYS.filter((day) => wrong.includes(Number(day))) };
}

export default function AvailabilityPage() {
  const { t } = useTranslation();
  const { hours, absences, staff, offices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const done = useDone();
  const stateOf = (intent: Intent) => (answer?.about === intent ? answer.state : undefined);
  const labels = {
    ...{ from: t("planner.availability.from"), to: t("planner.availability.to") },
    ...{ weekday: t("planner.availability.weekday"), officeId: t("planner.availability.office") },
    ...{ startsOn: t("planner.availability.startsOn"), endsOn: t("planner.availability.endsOn") },
  };
  const crumbs = [
    { to: "/supervision", label: t("supervision.title") },
    { to: "/supervision/planner", label: t("planner.title") },
  ];
  return (
    <Page title={t("planner.availability.title")} lead={t("planner.availability.lead")} crumbs={crumbs}>
      {DONE.map(
        (one) =>
          one === done &&
          !answer && (
            <Notice key={one} kind="success">
              {t(`planner.availability.done.${one}`)}
            </Notice>
          ),
      )}
      {answer?.state && Object.keys(answer.state.problems).length > 0 && (
        <ErrorSummary state={answer.state} labels={labels} />
      )}
      {answer?.isDuplicate && <Notice kind="warning">{t("planner.availability.badOffice")}</Notice>}
      <Section id="hours" title={t("planner.availability.hours")} note={t("planner.availability.hoursHint")}>
        <HoursSection hours={hours} offices={offices} state={stateOf("addHours")} />
      </Section>
      <Section id="absences" title={t("planner.availability.absences")} note={t("planner.availability.absencesHint")}>
        <AbsenceSection absences={absences} state={stateOf("addAbsence")} />
      </Section>
      <Section id="staff" title={t("planner.availability.staff")} note={t("planner.availability.staffHint")}>
        <StaffHours staff={staff} trouble={answer?.trouble} />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
