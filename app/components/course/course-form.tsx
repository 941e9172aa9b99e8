import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { PAYERS, type PlannedCourse } from "../../domain/course/course";
import { HOUR_STEP, MAX_HOURS_A_DAY } from "../../domain/training/schema";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "../../domain/workforce/vocabulary";
import { quarterName } from "../../i18n/format";
import { fiscalYearEnd, fiscalYearStart, QUARTERS } from "../../lib/calendar";
import { CheckboxField, ChoiceField, SelectField, TextField } from "../field";
import { typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { SubmitBar } from "../me/submit-bar";
import { Stepper } from "../me/stepper";
import { DateRows } from "./date-rows";

/** What the fields of a course are called. */
export function useCourseLabels() {
  const { t } = useTranslation();
  return {
    ...{ quarter: t("course.field.quarter"), title: t("me.training.name"), provider: t("course.field.provider") },
    ...{ topic: t("me.training.topic"), format: t("me.training.format"), hours: t("me.training.hours") },
    ...{ seats: t("course.field.seats"), costJpy: t("course.field.cost"), payer: t("course.field.payer") },
    ...{ inWorkingTime: t("course.field.inWorkingTime"), dates: t("course.field.dates") },
  };
}

/** The form of a course of the plan, new or as it stands, with its dates. */
export function CourseForm(props: {
  course: PlannedCourse | null;
  fiscalYear: number;
  courseRef: string;
  version: number;
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { course, state } = props;
  const labels = useCourseLabels();
  const problems = state?.problems ?? {};
  const start = (name: string, value: string | number | null | undefined) => typed(state, name, String(value ?? ""));
  return (
    <Form method="post">
      <input type="hidden" name="courseRef" value={typed(state, "courseRef", props.courseRef)} />
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="fiscalYear" value={props.fiscalYear} />
      <div className="max-w-2xl">
        <TextField
          name="title"
          label={labels.title}
          required
          maxLength={120}
          autoComplete="off"
          defaultValue={start("title", course?.title)}
          problem={problems.title}
        />
        <SelectField
          name="quarter"
          label={labels.quarter}
          required
          empty={t("course.field.choose")}
          options={QUARTERS.map((quarter) => ({ value: String(quarter), label: quarterName(quarter, locale) }))}
          defaultValue={start("quarter", course?.quarter)}
          problem={problems.quarter}
        />
        <ChoiceField
          name="topic"
          label={labels.topic}
          required
          options={TRAINING_TOPICS.map((value) => ({ value, label: t(`glossary.topic.${value}`) }))}
          defaultValue={start("topic", course?.topic)}
          problem={problems.topic}
        />
        <ChoiceField
          name="format"
          label={labels.format}
          required
          options={TRAINING_FORMATS.map((value) => ({ value, label: t(`glossary.format.${value}`) }))}
          defaultValue={start("format", course?.format)}
          problem={problems.format}
        />
        <Stepper
          name="hours"
          label={labels.hours}
          hint={t("me.training.hoursHint")}
          unit={t("me.stepper.hour")}
          step={HOUR_STEP}
          min={HOUR_STEP}
          max={MAX_HOURS_A_DAY}
          presets={[1.5, 2, 3, 6]}
          defaultValue={start("hours", course?.hours ?? 2)}
          problem={problems.hours}
        />
        <TextField
          name="seats"
          label={labels.seats}
          hint={t("course.field.seatsHint")}
          inputMode="numeric"
          defaultValue={start("seats", course?.seats)}
          problem={problems.seats}
          className="w-32"
        />
        <TextField
          name="costJpy"
          label={labels.costJpy}
          hint={t("course.field.costHint")}
          inputMode="numeric"
          defaultValue={start("costJpy", course?.costJpy)}
          problem={problems.costJpy}
          className="w-40"
        />
        <ChoiceField
          name="payer"
          label={labels.payer}
          required
          options={PAYERS.map((value) => ({ value, label: t(`course.payer.${value}`) }))}
          defaultValue={start("payer", course?.payer ?? "public")}
          problem={problems.payer}
        />
        <CheckboxField
          name="inWorkingTime"
          label={labels.inWorkingTime}
          defaultChecked={state ? state.values.inWorkingTime !== undefined : (course?.inWorkingTime ?? true)}
        />
        <TextField
          name="provider"
          label={labels.provider}
          maxLength={120}
          autoComplete="off"
          defaultValue={start("provider", course?.provider)}
          problem={problems.provider}
        />
      </div>
      <DateRows
        dates={course?.dates ?? []}
        state={state}
        span={{ from: fiscalYearStart(props.fiscalYear), to: fiscalYearEnd(props.fiscalYear) }}
      />
      <SubmitBar
        label={t("common.save")}
        sending={t("me.training.sending")}
        back={`/contractor/training/plan?year=${props.fiscalYear}`}
      />
    </Form>
  );
}
