import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Course, Courses } from "../../domain/training/record";
import { HOUR_STEP, MAX_HOURS_A_DAY, type CoursePrefill } from "../../domain/training/schema";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "../../domain/workforce/vocabulary";
import type { Day } from "../../lib/calendar";
import { CheckboxField, ChoiceField, TextField } from "../field";
import { typed, type FormState } from "../form";
import { DayField } from "./day-field";
import { Stepper } from "./stepper";

const USUAL_HOURS = [1, 1.5, 2, 3];
const CHIP =
  "inline-flex min-h-12 items-center rounded-8 border border-solid-gray-600 bg-white px-4 py-1 text-std-16N-170 text-key-1000 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50";

/** What a record is started with. */
export function prefillOf(course: Course): CoursePrefill {
  const { title, topic, format, provider, inWorkingTime, publiclyFunded } = course;
  const word = (answer: boolean | null) => (answer === null ? undefined : answer ? "true" : "false");
  return {
    ...{ title, topic, format, provider: provider ?? undefined, hours: String(course.hours) },
    ...{ inWorkingTime: word(inWorkingTime), publiclyFunded: word(publiclyFunded) },
  } as const;
}

/**
 * What was attended, when and on what terms, with the last courses and the plan's at one tap. Without scripts a tap is a
 * link that fills the form in.
 */
export function TrainingFields(props: {
  courses: Courses;
  prefill: CoursePrefill;
  state: FormState | undefined;
  today: Day;
  day: Day;
}) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<{ course: CoursePrefill; times: number } | null>(null);
  const state = picked ? undefined : props.state;
  const start = picked?.course ?? props.prefill;
  const problems = props.state?.problems ?? {};
  const pick = (course: CoursePrefill) => setPicked({ course, times: (picked?.times ?? 0) + 1 });
  const chips = { start, pick };
  return (
    <>
      <Chips {...chips} id="recent" title={t("me.training.recent")} courses={props.courses.recent} />
      <Chips {...chips} id="planned" title={t("course.log.planned")} courses={props.courses.planned} />
      <p role="status" className="text-std-16N-170 text-success-2">
        {picked ? `✓ ${t("me.training.filled", { title: picked.course.title ?? "" })}` : ""}
      </p>
      {/* why: fields keep what was typed until a chip is tapped; the key makes them start anew with its values. */}
      <div key={`course ${picked?.times ?? 0}`}>
        <CourseFields start={start} state={state} problems={problems} />
      </div>
      <DayField
        name="attendedOn"
        label={t("me.training.day")}
        today={props.today}
        defaultValue={typed(props.state, "attendedOn", props.day)}
        problem={problems.attendedOn}
      />
      <TermsFields key={`terms ${picked?.times ?? 0}`} start={start} state={state} problems={problems} />
    </>
  );
}

function Chips(props: {
  id: string;
  title: string;
  courses: Course[];
  start: CoursePrefill;
  pick: (course: CoursePrefill) => void;
}) {
  const { t } = useTranslation();
  if (props.courses.length === 0) return null;
  return (
    <section aria-labelledby={props.id} className="mt-5">
      <h2 id={props.id} className="text-std-17B-170">
        {props.title}
      </h2>
      <p className="text-std-16N-170 text-solid-gray-700">{t("me.training.recentHint")}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {props.courses.map((course) => {
          const fill = prefillOf(course);
          const given = Object.entries(fill).flatMap(([name, value]) => (value ? [[name, value]] : []));
          return (
            <li key={course.title + course.topic + course.format}>
              <Link
                to={`?${new URLSearchParams(given)}`}
                className={CHIP}
                aria-current={isSame(props.start, fill) ? "true" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  props.pick(fill);
                }}
              >
                {course.title}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function isSame(a: CoursePrefill, b: CoursePrefill): boolean {
  return a.title === b.title && a.topic === b.topic && a.format === b.format;
}

type Part = { start: CoursePrefill; state: FormState | undefined; problems: FormState["problems"] };

/** What a course is about: title, topic, format, hours. */
export function CourseFields({ start, state, problems }: Part) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="title"
        label={t("me.training.name")}
        hint={t("me.training.nameHint")}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={typed(state, "title", start.title)}
        problem={problems.title}
      />
      <ChoiceField
        name="topic"
        label={t("me.training.topic")}
        required
        options={TRAINING_TOPICS.map((topic) => ({ value: topic, label: t(`glossary.topic.${topic}`) }))}
        defaultValue={typed(state, "topic", start.topic)}
        problem={problems.topic}
      />
      <ChoiceField
        name="format"
        label={t("me.training.format")}
        required
        options={TRAINING_FORMATS.map((format) => ({ value: format, label: t(`glossary.format.${format}`) }))}
        defaultValue={typed(state, "format", start.format)}
        problem={problems.format}
      />
      <Stepper
        name="hours"
        label={t("me.training.hours")}
        hint={t("me.training.hoursHint")}
        unit={t("me.stepper.hour")}
        step={HOUR_STEP}
        min={HOUR_STEP}
        max={MAX_HOURS_A_DAY}
        presets={USUAL_HOURS}
        defaultValue={typed(state, "hours", start.hours ?? "1")}
        problem={problems.hours}
      />
    </>
  );
}

/** On what terms: inside working time and paid for, which is how it should be; and who held it. */
export function TermsFields({ start, state, problems }: Part) {
  const { t } = useTranslation();
  const isOn = (name: "inWorkingTime" | "publiclyFunded") =>
    state ? state.values[name] !== undefined : start[name] !== "false";
  return (
    <details className="mt-6 rounded-8 border border-solid-gray-420 px-4 py-2" open={Boolean(problems.provider)}>
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("me.training.more")}</summary>
      <CheckboxField
        name="inWorkingTime"
        label={t("me.training.inWorkingTimeField")}
        defaultChecked={isOn("inWorkingTime")}
      />
      <CheckboxField
        name="publiclyFunded"
        label={t("me.training.publiclyFundedField")}
        defaultChecked={isOn("publiclyFunded")}
      />
      <TextField
        name="provider"
        label={t("me.training.provider")}
        maxLength={120}
        autoComplete="off"
        defaultValue={typed(state, "provider", start.provider)}
        problem={problems.provider}
      />
    </details>
  );
}
