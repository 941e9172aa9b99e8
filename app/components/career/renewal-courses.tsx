import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { RENEWAL_PARTS } from "../../domain/qualification/renewal";
import { decimal, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { ChoiceField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";

type Course = { id: string; part: (typeof RENEWAL_PARTS)[number]; title: string; hours: number; completedOn: Day };
type Offer = { title: string; hours: number; completedOn: Day };

/** The courses entered so far; with `removable` each may be taken back. */
export function CourseList({ courses, removable }: { courses: Course[]; removable?: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (courses.length === 0) return <p className="text-std-16N-170">{t("career.renewal.noCourses")}</p>;
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {courses.map((course) => (
        <li key={course.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-std-16N-170">
          <span className="grow">{course.title}</span>
          <span>{t(`glossary.renewalPart.${course.part}`)}</span>
          <span className="tabular">{t("career.renewal.hours", { hours: decimal(course.hours, locale, 2) })}</span>
          <span className="tabular">{shortDay(course.completedOn, locale)}</span>
          {removable && (
            <Form method="post" className="print:hidden">
              <input type="hidden" name="courseId" value={course.id} />
              <Button
                look="text"
                className="min-h-11"
                name="intent"
                value="removeCourse"
                aria-label={t("career.renewal.removeOf", { title: course.title })}
              >
                {t("career.renewal.remove")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Own training that may count, each added at one tap as one part or the other. */
export function TrainingOffers({ offers, formRef }: { offers: Offer[]; formRef: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="mt-6">
      <h3 id="offers" className="text-std-17B-170">
        {t("career.renewal.offers")}
      </h3>
      <p className="text-std-16N-170 text-solid-gray-700">{t("career.renewal.offersHint")}</p>
      <ul className="mt-2 divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {offers.map((offer) => (
          <li
            key={`${offer.completedOn} ${offer.title}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-std-16N-170"
          >
            <span className="grow">{offer.title}</span>
            <span className="tabular">{t("career.renewal.hours", { hours: decimal(offer.hours, locale, 2) })}</span>
            <span className="tabular">{shortDay(offer.completedOn, locale)}</span>
            <Form method="post" className="flex w-full flex-wrap gap-2 md:w-auto print:hidden">
              <input type="hidden" name="intent" value="course" />
              <input type="hidden" name="formRef" value={formRef} />
              <input type="hidden" name="title" value={offer.title} />
              <input type="hidden" name="hours" value={offer.hours} />
              <input type="hidden" name="completedOn" value={offer.completedOn} />
              {RENEWAL_PARTS.map((part) => (
                <Button key={part} look="outline" name="part" value={part} className="grow">
                  {t("career.renewal.addAs", { part: t(`glossary.renewalPart.${part}`) })}
                  <span className="sr-only">：{offer.title}</span>
                </Button>
              ))}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A course entered by hand. */
export function CourseForm({ state, formRef, today }: { state: FormState | undefined; formRef: string; today: Day }) {
  const { t } = useTranslation();
  const labels = {
    ...{ part: t("career.renewal.part"), title: t("career.renewal.courseTitle") },
    ...{ hours: t("career.renewal.courseHours"), completedOn: t("career.renewal.completedOn") },
  };
  return (
    <Form method="post" noValidate className="mt-6 max-w-2xl rounded-12 border border-solid-gray-300 p-5">
      <h3 className="text-std-17B-170">{t("career.renewal.addCourse")}</h3>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="intent" value="course" />
      <input type="hidden" name="formRef" value={typed(state, "formRef", formRef)} />
      <ChoiceField
        name="part"
        label={labels.part}
        required
        options={RENEWAL_PARTS.map((part) => ({ value: part, label: t(`glossary.renewalPart.${part}`) }))}
        defaultValue={typed(state, "part")}
        problem={state?.problems.part}
      />
      <TextField
        name="title"
        label={labels.title}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={typed(state, "title")}
        problem={state?.problems.title}
      />
      <TextField
        name="hours"
        label={labels.hours}
        hint={t("career.renewal.hoursHint")}
        required
        inputMode="decimal"
        className="w-32"
        defaultValue={typed(state, "hours")}
        problem={state?.problems.hours}
      />
      <TextField
        name="completedOn"
        type="date"
        label={labels.completedOn}
        required
        max={today}
        className="w-52"
        defaultValue={typed(state, "completedOn")}
        problem={state?.problems.completedOn}
      />
      <Button look="outline" className="mt-4 w-full md:w-auto">
        {t("career.renewal.addCourse")}
      </Button>
    </Form>
  );
}
