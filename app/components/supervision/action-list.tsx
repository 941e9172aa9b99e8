import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import {
  mayClose,
  standingOf,
  type ActionOwner,
  type ActionStanding,
  type AgreedAction,
} from "../../domain/supervision/actions";
import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

const STANDING: Record<ActionStanding, Tone> = { open: "planned", overdue: "none", done: "ok", dropped: "na" };

/** Agreed actions, each with its owner, due date and standing; the side that owns an open one can close it. */
export function ActionList(props: {
  actions: AgreedAction[];
  label: string;
  side: ActionOwner;
  day: Day;
  /** Whether the worker's name is said too: on pages of several people. */
  withName?: boolean;
  /** An action that turned out to have changed: it takes the place of what the page was opened with. */
  stands?: AgreedAction;
}) {
  const actions = props.actions.map((action) => (action.id === props.stands?.id ? props.stands : action));
  return (
    <ul aria-label={props.label} className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {actions.map((action) => (
        <li key={action.id} id={`action-${action.id}`} className="flex flex-col gap-3 py-3 md:flex-row md:items-center">
          <ActionText action={action} day={props.day} withName={props.withName} />
          {mayClose(action, props.side) && <CloseForm action={action} />}
        </li>
      ))}
    </ul>
  );
}

function ActionText({ action, day, withName }: { action: AgreedAction; day: Day; withName?: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const standing = standingOf(action, day);
  return (
    <div className="min-w-0 grow">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[STANDING[standing]].className}`}>
          <StatusMark tone={STANDING[standing]} word={t(`session.actions.standing.${standing}`)} />
        </span>
        <span className="min-w-0 text-std-16N-170 break-words">{action.text}</span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
        {withName && <span>{action.staffName}</span>}
        <span>{t(`session.actions.owners.${action.owner}`)}</span>
        <span className={standing === "overdue" ? "font-700 text-error-2" : undefined}>
          {action.dueOn
            ? t("session.actions.due", { day: shortDay(action.dueOn, locale) })
            : t("session.actions.noDue")}
        </span>
        <span>{t("session.actions.agreed", { day: shortDay(action.agreedOn, locale) })}</span>
        {action.closedOn && <span>{t("session.actions.closedOn", { day: shortDay(action.closedOn, locale) })}</span>}
      </p>
    </div>
  );
}

const CLOSE =
  "inline-flex min-h-11 items-center rounded-8 border border-key-900 bg-white px-4 text-dns-16N-130 text-key-900 hover:bg-key-50";

function CloseForm({ action }: { action: AgreedAction }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="flex shrink-0 flex-wrap gap-2 print:hidden">
      <input type="hidden" name="actionId" value={action.id} />
      <input type="hidden" name="version" value={action.version} />
      {(["done", "dropped"] as const).map((state) => (
        <button
          key={state}
          type="submit"
          name="intent"
          value={state}
          className={CLOSE}
          aria-label={t(`session.actions.${state}Of`, { text: action.text })}
        >
          {t(`session.actions.${state}`)}
        </button>
      ))}
    </Form>
  );
}
