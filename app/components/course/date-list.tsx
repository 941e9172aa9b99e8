import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Course, CourseDate, Seats } from "../../domain/course/course";
import { decimal, longDay, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

type ShownDate = CourseDate & Seats & { course: Course; attendance: "attended" | "absent" | null };

/** Dates of the plan with what a worker can do about each: sign up, wait, or give the place back. */
export function DateList({ dates, day }: { dates: ShownDate[]; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {dates.map((date) => (
        <li key={date.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
          <div className="min-w-0 grow basis-72">
            <p className="text-std-17B-170">{date.course.title}</p>
            <p className="text-std-16N-170">
              {longDay(date.heldOn, locale)}
              {date.startTime && <span className="ml-2">{t("course.open.from", { time: date.startTime })}</span>}
              <span className="ml-2">{date.place ?? (date.videoUrl ? t("course.open.online") : "")}</span>
            </p>
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              <span>{t(`glossary.topic.${date.course.topic}`)}</span>
              <span>{t(`glossary.format.${date.course.format}`)}</span>
              <span>{t("figures.unit.hours", { value: decimal(date.course.hours, locale, 2) })}</span>
              <span>{t(`course.payerPays.${date.course.payer}`)}</span>
              {date.course.inWorkingTime && <span>{t("me.training.inWorkingTime")}</span>}
            </p>
            {date.heldOn >= day && <SeatsLine date={date} />}
            {date.videoUrl && date.ownStatus === "signed_up" && (
              <a href={date.videoUrl} className="link inline-flex min-h-11 items-center text-std-16N-170">
                {t("course.open.video")}
              </a>
            )}
          </div>
          <OwnState date={date} />
          {date.heldOn >= day && !date.cancelled && !date.course.cancelled && <Choice date={date} />}
        </li>
      ))}
    </ul>
  );
}

function SeatsLine({ date }: { date: ShownDate }) {
  const { t } = useTranslation();
  const free = date.seats === null ? null : Math.max(0, date.seats - date.signedUp);
  return (
    <p className="text-std-16N-170">
      {free === null
        ? t("course.seats.unlimited", { count: date.signedUp })
        : free > 0
          ? t("course.seats.free", { count: free, seats: date.seats })
          : t("course.seats.full", { seats: date.seats, count: date.waiting })}
    </p>
  );
}

function OwnState({ date }: { date: ShownDate }) {
  const { t } = useTranslation();
  const state = stateOf(date);
  if (!state) return null;
  const word = t(`course.own.${state.word}`, { count: date.ownPosition ?? 0 });
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[state.tone].className}`}>
      <StatusMark tone={state.tone} word={word} />
    </span>
  );
}

type OwnWord = "cancelled" | "attended" | "absent" | "signedUp" | "waiting";

function stateOf(date: ShownDate): { tone: Tone; word: OwnWord } | null {
  if (date.cancelled || date.course.cancelled) return { tone: "na", word: "cancelled" };
  if (date.attendance === "attended") return { tone: "ok", word: "attended" };
  if (date.attendance === "absent") return { tone: "none", word: "absent" };
  if (date.ownStatus === "signed_up") return { tone: "ok", word: "signedUp" };
  return date.ownStatus === "waiting" ? { tone: "planned", word: "waiting" } : null;
}

function Choice({ date }: { date: ShownDate }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const busy = useNavigation().state !== "idle";
  const isIn = date.ownStatus === "signed_up" || date.ownStatus === "waiting";
  const isFull = date.seats !== null && (date.signedUp >= date.seats || date.waiting > 0);
  const named = { title: date.course.title, day: shortDay(date.heldOn, locale) };
  const word = isIn ? "withdraw" : isFull ? "wait" : "signUp";
  if (date.attendance !== null) return null;
  return (
    <Form method="post" className="w-full md:w-auto print:hidden">
      <input type="hidden" name="dateId" value={date.id} />
      <Button
        look={isIn ? "text" : isFull ? "outline" : "fill"}
        name="intent"
        value={isIn ? "withdraw" : "signUp"}
        aria-disabled={busy || undefined}
        aria-label={t(`course.open.${word}Named`, named)}
      >
        {t(`course.open.${word}`)}
      </Button>
    </Form>
  );
}
