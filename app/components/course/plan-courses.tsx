import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PlannedCourse, PlannedDate } from "../../domain/course/course";
import { decimal, quarterName, shortDay } from "../../i18n/format";
import { QUARTERS, type Day } from "../../lib/calendar";
import { useLocale } from "../locale";

/** A plan's courses by quarter, each with its dates and how full these are. */
export function PlanCourses({ courses, day }: { courses: PlannedCourse[]; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      {QUARTERS.map((quarter) => {
        const some = courses.filter((course) => course.quarter === quarter);
        return (
          <div key={quarter} className="mt-4">
            <h3 className="text-std-17B-170">{quarterName(quarter, locale)}</h3>
            {some.length === 0 ? (
              <p className="text-std-16N-170 text-solid-gray-700">{t("course.plan.noneInQuarter")}</p>
            ) : (
              <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
                {some.map((course) => (
                  <CourseRow key={course.id} course={course} day={day} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </>
  );
}

function CourseRow({ course, day }: { course: PlannedCourse; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <li className="grid gap-x-8 gap-y-1 py-3 md:grid-cols-2">
      <div>
        <p className="text-std-16B-170">
          <Link to={`/contractor/training/plan/${course.id}`} className="link inline-flex min-h-11 items-center">
            {course.title}
          </Link>
          {course.cancelled && <span className="ml-3 text-error-2">－ {t("course.own.cancelled")}</span>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
          <span>{t(`glossary.topic.${course.topic}`)}</span>
          <span>{t(`glossary.format.${course.format}`)}</span>
          <span>{t("figures.unit.hours", { value: decimal(course.hours, locale, 2) })}</span>
          <span>
            {course.seats === null ? t("course.seats.noLimit") : t("course.seats.number", { count: course.seats })}
          </span>
          <span>{t(`course.payerPays.${course.payer}`)}</span>
          {course.costJpy !== null && (
            <span>{t("course.plan.yen", { amount: decimal(course.costJpy, locale, 0) })}</span>
          )}
        </p>
      </div>
      {course.dates.length === 0 ? (
        <p className="text-std-16N-170 text-solid-gray-700">{t("course.plan.noDates")}</p>
      ) : (
        <ul className="text-std-16N-170">
          {course.dates.map((date) => (
            <DateLine key={date.id} date={date} day={day} off={course.cancelled || date.cancelled} />
          ))}
        </ul>
      )}
    </li>
  );
}

function DateLine({ date, day, off }: { date: PlannedDate; day: Day; off: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isToRecord = !off && date.heldOn <= day && date.attended === 0;
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <Link to={`/contractor/training/dates/${date.id}`} className="link inline-flex min-h-11 items-center">
        {shortDay(date.heldOn, locale)} {date.startTime ?? ""}
      </Link>
      {off ? (
        <span>－ {t("course.own.cancelled")}</span>
      ) : (
        <span>
          {date.attended > 0
            ? `○ ${t("course.plan.attended", { count: date.attended })}`
            : t("course.plan.signedUp", { count: date.signedUp })}
          {date.waiting > 0 && <span className="ml-3">{t("course.plan.waiting", { count: date.waiting })}</span>}
        </span>
      )}
      {isToRecord && <span className="text-warning-orange-2">△ {t("course.plan.toRecord")}</span>}
    </li>
  );
}
