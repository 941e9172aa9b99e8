import { useTranslation } from "react-i18next";

import { standingOf, type AgreedAction } from "../../domain/supervision/actions";
import type { SupervisionRequest } from "../../domain/supervision/requests";
import type { SessionRow } from "../../domain/supervision/session";
import { dayInYear } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { Section } from "../page";
import { Item, Sign } from "../supervision/inbox";

type Props = { unanswered: SessionRow[]; offered: SupervisionRequest[]; actions: AgreedAction[]; day: Day };

/** What of supervision waits for the worker: times to choose from, records to confirm, agreed actions. */
export function SupervisionTasks({ unanswered, offered, actions, day }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const count = unanswered.length + offered.length + actions.length;
  if (count === 0) return null;
  return (
    <Section id="supervision-tasks" title={t("session.tasks.title", { count })}>
      <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {offered.map((request) => (
          <Item
            key={request.id}
            mark={<Sign sign="◇" />}
            text={
              request.answeredBy
                ? t("session.tasks.offer", { name: request.answeredBy })
                : t("session.tasks.offerNobody")
            }
            to={`/me/requests#request-${request.id}`}
            label={t("session.tasks.toOffer")}
            isFirst
          />
        ))}
        {unanswered.map((session) => (
          <Item
            key={session.id}
            mark={<Sign sign="△" />}
            text={t("session.tasks.confirm", { day: dayInYear(session.heldOn, locale), minutes: session.minutes })}
            to={`/me/sessions/${session.id}#record`}
            label={t("session.tasks.toConfirm")}
            name={t("session.tasks.toConfirmOf", { day: dayInYear(session.heldOn, locale) })}
          />
        ))}
        {actions.map((action) => (
          <Item
            key={action.id}
            mark={<Sign sign={standingOf(action, day) === "overdue" ? "!" : "△"} />}
            text={t("session.tasks.action", { text: action.text })}
            since={
              action.dueOn
                ? [
                    t("session.actions.due", { day: dayInYear(action.dueOn, locale) }),
                    standingOf(action, day) === "overdue" ? t("session.actions.standing.overdue") : "",
                  ].join(" ")
                : undefined
            }
            to={`/me/sessions/${action.sessionId}#actions`}
            label={t("session.tasks.toAction")}
            name={t("session.tasks.toActionOf", { text: action.text })}
          />
        ))}
      </ul>
    </Section>
  );
}
