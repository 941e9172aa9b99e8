import { useTranslation } from "react-i18next";

import type { Role } from "../../domain/access/policy";
import { clocks, type Clock } from "../../domain/improvement/clocks";
import { kindOfMark } from "../../domain/improvement/escalation";
import { ESCALATIONS } from "../../domain/improvement/events";
import type { Plan, PlanEvent } from "../../domain/improvement/plan";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { Moment } from "../moment";
import { clockText } from "./plan-words";

/** Both sides' clocks, each side seeing the other's too. */
export function ClockList({ contractor, ward, note }: { contractor: Clock; ward: Clock; note?: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {[["contractor", contractor] as const, ["ward", ward] as const].map(([side, clock]) => (
        <div key={side} className="rounded-12 border border-solid-gray-420 px-5 py-4">
          <dt className="text-dns-14N-130 text-solid-gray-700">{t(`improvement.clock.${side}`)}</dt>
          <dd className={`text-std-17B-170 ${clock.state === "late" ? "text-error-2" : ""}`}>
            {clock.state === "late" && <span aria-hidden="true">! </span>}
            {side === "contractor" && clock.state === "off" && note ? note : clockText(t, locale, clock)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Both clocks of a plan on a day. */
export function PlanClocks({ plan, day }: { plan: Plan; day: Day }) {
  return <ClockList {...clocks({ kind: "plan", ...plan }, day)} />;
}

/** A plan's words: cause, what the ward is asked for with its answer, and what the review found. */
export function PlanWords({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const rows = [
    { title: t("improvement.plan.cause"), text: plan.cause },
    ...(plan.wardRequest === null
      ? []
      : [
          { title: t("improvement.plan.wardRequest"), text: plan.wardRequest },
          { title: t("improvement.plan.wardAnswer"), text: plan.wardAnswer ?? t("improvement.plan.noAnswer") },
        ]),
    ...(plan.outcome === null ? [] : [{ title: t("improvement.plan.outcome"), text: plan.outcome }]),
  ];
  return (
    <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {rows.map(({ title, text }) => (
        <div key={title} className="grid gap-x-6 py-3 text-std-16N-170 md:grid-cols-[14rem_1fr]">
          <dt className="font-700">{title}</dt>
          <dd className="whitespace-pre-wrap">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What happened to a plan, the latest first. */
export function PlanHistory({ events }: { events: readonly PlanEvent[] }) {
  const { t } = useTranslation();
  return (
    <ol className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {events.map((event) => {
        const overdue =
          event.kind === "escalated" ? ESCALATIONS.find((kind) => kind === kindOfMark(event.note)) : undefined;
        return (
          <li key={`${event.at} ${event.kind} ${event.note}`} className="flex flex-wrap gap-x-4 py-2 text-std-16N-170">
            <Moment at={event.at} />
            <span className="font-700">
              {overdue ? t(`improvement.escalated.${overdue}`) : t(`improvement.event.${event.kind}`)}
            </span>
            <span className="text-solid-gray-700">
              {event.actorName === null
                ? t("me.flag.system")
                : t("me.flag.actor", {
                    ...{ name: event.actorName, role: t(`glossary.access.${event.actorRole as Role}`) },
                  })}
            </span>
            {event.note && event.kind !== "escalated" && (
              <span className="w-full whitespace-pre-wrap">{event.note}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
