import { useId } from "react";
import { useTranslation } from "react-i18next";

import { timelineOf, type Timeline, type TimelineKind } from "../domain/flag/timeline";
import { gravity } from "../domain/flag/finding";
import { dayInYear, shortDay } from "../i18n/format";
import { daysBetween, type Day } from "../lib/calendar";
import { useLocale } from "./locale";
import { Actor, type HistoryEntry } from "./me/flag-history";

// why: comments stand in a list of their own, and what an escalation notes is not for people.
const SAID: readonly TimelineKind[] = ["acknowledged", "resolved"];

type Props = {
  flag: { raisedOn: Day; resolvedOn: Day | null; dueOn: Day | null };
  history: HistoryEntry[];
  today: Day;
};

/** A flag's course: a picture of severity and events by day where there is room, and the same as a list. */
export function FlagTimeline({ flag, history, today }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { raisedOn, resolvedOn } = flag;
  const course = timelineOf(history, { raisedOn, resolvedOn, until: today });
  return (
    <>
      <Picture course={course} dueOn={flag.dueOn} />
      <ol className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {course.points.map((entry) => (
          <li key={entry.key} className="flex flex-wrap gap-x-4 py-2 text-std-16N-170">
            <span className="tabular">{shortDay(entry.day, locale)}</span>
            <span className="font-700">{t(`threshold.event.${entry.kind}`)}</span>
            {entry.severity && <span>{t(`glossary.severity.${entry.severity}`)}</span>}
            <span className="text-solid-gray-700">
              <Actor actor={entry.actor} />
            </span>
            {entry.note && SAID.includes(entry.kind) && <span className="w-full">{entry.note}</span>}
          </li>
        ))}
        {!resolvedOn && flag.dueOn && (
          <li className="flex flex-wrap gap-x-4 py-2 text-std-16N-170">
            <span className="tabular">{shortDay(flag.dueOn, locale)}</span>
            <span className="font-700">{t("threshold.page.due")}</span>
          </li>
        )}
      </ol>
    </>
  );
}

const WIDTH = 720;
const EDGE = 44;
const BASE = 76;
const STEP = 18;

function Picture({ course, dueOn }: { course: Timeline<HistoryEntry>; dueOn: Day | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const hatch = useId();
  const { from, to, days, points, stretches } = course;
  const x = (day: Day) => EDGE + (Math.min(days, Math.max(0, daysBetween(from, day))) / days) * (WIDTH - 2 * EDGE);
  const marked = [
    ...new Set(points.filter(({ kind }) => kind !== "viewed" && kind !== "comment").map(({ day }) => day)),
  ];
  const shown = marked.filter((day, index) => {
    const before = marked[index - 1];
    return before === undefined || x(day) - x(before) > 72;
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 128`}
      className="mb-4 hidden w-full md:block"
      role="img"
      aria-label={t("threshold.page.timelineLabel")}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-white" />
          <line x1="0" y1="0" x2="0" y2="6" strokeWidth="4" className="stroke-warning-orange-2" />
        </pattern>
      </defs>
      {stretches.map(({ from: since, to: until, severity }) => {
        const height = STEP * (gravity(severity) + 1);
        const width = Math.max(3, x(until) - x(since));
        const fill = { watch: "fill-solid-gray-300", warning: "", critical: "fill-error-2" }[severity];
        return (
          <g key={since}>
            <rect
              {...{ x: x(since), y: BASE - height, width, height }}
              className={fill}
              fill={severity === "warning" ? `url(#${hatch})` : undefined}
            />
            {width > 60 && (
              <text x={x(since) + 4} y={BASE - height - 5} className="fill-solid-gray-900 text-[13px]">
                {t(`glossary.severity.${severity}`)}
              </text>
            )}
          </g>
        );
      })}
      <line x1={EDGE} x2={WIDTH - EDGE} y1={BASE} y2={BASE} strokeWidth="2" className="stroke-solid-gray-600" />
      {points.map((point) => (
        <circle
          key={point.key}
          {...{ cx: x(point.day), cy: BASE, r: point.kind === "viewed" || point.kind === "comment" ? 3 : 6 }}
          strokeWidth="2"
          className={
            point.kind === "viewed" || point.kind === "comment"
              ? "fill-white stroke-solid-gray-600"
              : "fill-key-900 stroke-white"
          }
        />
      ))}
      {shown.map((day) => (
        <text key={day} x={x(day)} y={BASE + 24} textAnchor="middle" className="fill-solid-gray-900 text-[13px]">
          {dayInYear(day, locale)}
        </text>
      ))}
      {dueOn && dueOn >= from && dueOn <= to && (
        <>
          <line
            x1={x(dueOn)}
            x2={x(dueOn)}
            y1={14}
            y2={BASE + 30}
            strokeDasharray="4 4"
            className="stroke-solid-gray-700"
          />
          <text x={x(dueOn)} y={BASE + 44} textAnchor="middle" className="fill-solid-gray-900 text-[13px]">
            {t("threshold.page.due")}
          </text>
        </>
      )}
    </svg>
  );
}
