import { useTranslation } from "react-i18next";

import type { OwnTask } from "../../domain/workforce/own-tasks";
import { dayInYear, decimal, longDay, quarterName } from "../../i18n/format";
import { LinkButton } from "../button";
import { useLocale } from "../locale";

/** What is left to do, the nearest first: a sentence each, and a button where Sasae can help. */
export function TaskList({ tasks }: { tasks: OwnTask[] }) {
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {tasks.map((task) => (
        <li key={JSON.stringify(task)} className="flex flex-col gap-3 py-4 md:flex-row md:items-center">
          <Mark task={task} />
          <p className="min-w-0 grow text-std-16N-170">
            <Sentence task={task} />
          </p>
          <TaskAction task={task} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ task }: { task: OwnTask }) {
  const isUrgent =
    task.code === "supervisionMissing" ||
    task.code === "qualificationExpired" ||
    (task.code === "renewal" && (task.stage === "closing" || task.stage === "closed"));
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-full text-oln-16B-100 ${isUrgent ? "bg-red-100 text-red-1100" : "bg-yellow-100 text-yellow-1200"}`}
    >
      {isUrgent ? "!" : "△"}
    </span>
  );
}

function Sentence({ task }: { task: OwnTask }) {
  const { t } = useTranslation();
  const locale = useLocale();
  switch (task.code) {
    case "supervisionDue":
      return t("me.tasks.supervisionDue", {
        ...{ quarter: quarterName(task.quarter, locale), day: dayInYear(task.endsOn, locale), count: task.daysLeft },
      });
    case "supervisionMissing":
      return t("me.tasks.supervisionMissing", { count: task.missing });
    case "training":
      return t("me.tasks.training", {
        ...{ hours: decimal(task.hoursMissing, locale, 2), goal: decimal(task.hoursGoal, locale, 2) },
        day: dayInYear(task.endsOn, locale),
      });
    case "renewal":
      return (
        <>
          {t(`career.task.${task.stage}`, {
            ...{ opens: dayInYear(task.opensOn, locale), closes: dayInYear(task.closesOn, locale) },
            expires: dayInYear(task.expiresOn, locale),
            count: task.stage === "closing" ? task.daysToClose : task.daysLeft,
          })}
          {task.hoursMissing > 0 && task.stage !== "closed" && (
            <> {t("career.task.hours", { hours: decimal(task.hoursMissing, locale, 2) })}</>
          )}
        </>
      );
    case "qualificationExpiring":
      return t("me.tasks.qualificationExpiring", {
        ...{
          name: t(`glossary.qualification.${task.kind}`),
          day: longDay(task.expiresOn, locale),
          count: task.daysLeft,
        },
      });
    case "qualificationExpired":
      return t("me.tasks.qualificationExpired", {
        ...{ name: t(`glossary.qualification.${task.kind}`), day: longDay(task.expiresOn, locale) },
      });
  }
}

function TaskAction({ task }: { task: OwnTask }) {
  const { t } = useTranslation();
  if (task.code === "renewal")
    return (
      <LinkButton to="/me/career/renewal" look="outline" className="shrink-0 md:w-44 print:hidden">
        {t("career.task.action")}
      </LinkButton>
    );
  if (task.code !== "training" && task.code !== "supervisionDue") return null;
  const isTraining = task.code === "training";
  // why: on phones the bar at the bottom edge has the same buttons.
  return (
    <div className="hidden shrink-0 md:block print:hidden">
      <LinkButton to={isTraining ? "/me/training/new" : "/me/sessions/new"} look="outline" className="w-44">
        {t(isTraining ? "me.logTraining" : "me.logSession")}
      </LinkButton>
    </div>
  );
}
