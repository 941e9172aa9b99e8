import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { standingOf } from "../../domain/supervision/actions";
import type { AgreedAction } from "../../domain/supervision/actions";
import type { SupervisionRequest } from "../../domain/supervision/requests";
import type { SessionRow } from "../../domain/supervision/session";
import { dayInYear, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { LinkButton } from "../button";
import { useLocale } from "../locale";
import { Section } from "../page";
import { UrgencyBadge } from "../request/request-facts";

type Props = { requests: SupervisionRequest[]; disputed: SessionRow[]; due: AgreedAction[]; day: Day };

/** What waits for the supervisor: requests, disputed records, own actions. Nothing where nothing waits. */
export function SupervisorInbox({ requests, disputed, due, day }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const disputes = disputed.flatMap((session) =>
    session.participants.filter(({ answer }) => answer === "disputed").map((one) => ({ ...one, session })),
  );
  const count = requests.length + disputes.length + due.length;
  if (count === 0) return null;
  return (
    <Section id="inbox" title={t("session.inbox.title", { count })}>
      <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {requests.map((request) => (
          <Item
            key={request.id}
            mark={<UrgencyBadge urgency={request.urgency} />}
            text={t("session.inbox.request", {
              name: request.staffName,
              urgency: t(`session.request.urgencies.${request.urgency}`),
            })}
            since={t("session.inbox.since", { day: dayInYear(request.madeOn, locale) })}
            to={`/supervision/requests/${request.id}`}
            label={t("session.inbox.answerRequest")}
            isFirst={request.urgency === "urgent"}
          />
        ))}
        {disputes.map(({ staffId, name, session }) => (
          <Item
            key={`${session.id} ${staffId}`}
            mark={<Sign sign="!" />}
            text={t("session.inbox.dispute", { name, day: shortDay(session.heldOn, locale) })}
            to={`/supervision/sessions/${session.id}#answers`}
            label={t("session.inbox.seeDispute")}
          />
        ))}
        {due.map((action) => {
          const isOver = standingOf(action, day) === "overdue";
          const facts = { text: action.text, name: action.staffName, day: dayInYear(action.dueOn ?? day, locale) };
          return (
            <Item
              key={action.id}
              mark={<Sign sign={isOver ? "!" : "△"} />}
              text={t(isOver ? "session.inbox.actionOverdue" : "session.inbox.actionDue", facts)}
              to={`/supervision/sessions/${action.sessionId}#actions`}
              label={t("session.inbox.seeAction")}
            />
          );
        })}
      </ul>
    </Section>
  );
}

/** A mark in a circle: urgent or to be seen to. */
export function Sign({ sign }: { sign: "!" | "△" | "◇" }) {
  const look = {
    "!": "bg-red-100 text-red-1100",
    "△": "bg-yellow-100 text-yellow-1200",
    "◇": "bg-key-50 text-key-1000",
  };
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-full text-oln-16B-100 ${look[sign]}`}
    >
      {sign}
    </span>
  );
}

/** One thing that waits, with its one button. */
export function Item(props: {
  mark: ReactNode;
  text: string;
  since?: string;
  to: string;
  label: string;
  /** The button's name, where several say the same. */
  name?: string;
  isFirst?: boolean;
}) {
  return (
    <li className="flex flex-col gap-3 py-4 md:flex-row md:items-center">
      {props.mark}
      <p className="min-w-0 grow text-std-16N-170 break-words">
        {props.text}
        {props.since && <span className="block text-dns-14N-130 text-solid-gray-700">{props.since}</span>}
      </p>
      <LinkButton
        to={props.to}
        look={props.isFirst ? "fill" : "outline"}
        className="w-full shrink-0 md:w-44 print:hidden"
        aria-label={props.name}
      >
        {props.label}
        {!props.name && <span className="sr-only">：{props.text}</span>}
      </LinkButton>
    </li>
  );
}
