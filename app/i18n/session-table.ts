/** Sessions, agreed actions and requests as tables that leave the house, in the reader's words. Notes are in none of them. */
import type { TFunction } from "i18next";

import { standingOf, type AgreedAction } from "../domain/supervision/actions";
import type { Offer, SupervisionRequest } from "../domain/supervision/requests";
import type { Participant, SessionRow } from "../domain/supervision/session";
import type { Day } from "../lib/calendar";
import { longDay } from "./format";
import type { Locale } from "./resources";

type Cell = string | number | null;
export type Table = { columns: { title: string; width?: number }[]; rows: Cell[][] };

/** How a list of words is written. */
export function listed(words: readonly string[], locale: Locale): string {
  return words.join(locale === "ja" ? "、" : ", ");
}

/** An offered time in words: "12月1日 10:00〜（60分）". */
export function offerText(t: TFunction, locale: Locale, offer: Offer): string {
  const { heldOn, startTime, minutes } = offer;
  return t("session.request.offer", { day: longDay(heldOn, locale), time: startTime, minutes });
}

/** Sessions of a supervisor, or of a worker, whose own attendance and answer then stand in the row. */
export function sessionTable(
  t: TFunction,
  locale: Locale,
  sessions: readonly SessionRow[],
  whose: "supervisor" | "worker",
): Table {
  const isWorker = whose === "worker";
  return {
    columns: [
      { title: t("session.export.day") },
      { title: t("session.export.startTime") },
      { title: t("session.export.minutes") },
      { title: t("session.export.kind") },
      { title: t("session.export.external") },
      { title: t("session.export.status") },
      { title: t("session.export.supervisor"), width: 18 },
      { title: t(isWorker ? "session.export.attendance" : "session.export.participants"), width: isWorker ? 14 : 40 },
      ...(isWorker ? [{ title: t("session.export.answer") }] : []),
      { title: t("session.export.place"), width: 24 },
      { title: t("session.export.video"), width: 30 },
      { title: t("session.export.themes"), width: 30 },
      { title: t("session.export.reason"), width: 30 },
    ],
    rows: sessions.map((session) => {
      const isTentative = session.status === "planned" && session.tentative;
      const own = session.participants[0];
      return [
        ...[session.heldOn, session.startTime, session.minutes, t(`glossary.session.${session.kind}`)],
        t(`glossary.session.${session.external ? "external" : "internal"}`),
        isTentative ? t("session.details.tentative") : t(`glossary.session.${session.status}`),
        session.supervisorName,
        isWorker
          ? own?.attendance
            ? t(`glossary.attendance.${own.attendance}`)
            : null
          : listed(
              session.participants.map((one) => participantText(t, one)),
              locale,
            ),
        ...(isWorker ? [own?.answer ? t(`session.record.answers.${own.answer}`) : null] : []),
        ...[session.place, session.videoUrl],
        listed(
          session.themes.map((theme) => t(`supervision.theme.${theme}`)),
          locale,
        ),
        session.cancelReason,
      ];
    }),
  };
}

function participantText(t: TFunction, { name, attendance }: Participant): string {
  return attendance ? `${name}（${t(`glossary.attendance.${attendance}`)}）` : name;
}

/** Agreed actions as of a day. */
export function actionTable(t: TFunction, actions: readonly AgreedAction[], day: Day): Table {
  return {
    columns: [
      { title: t("session.export.agreedOn") },
      { title: t("session.export.text"), width: 50 },
      { title: t("session.export.owner") },
      { title: t("session.export.dueOn") },
      { title: t("session.actions.state") },
      { title: t("session.export.closedOn") },
    ],
    rows: actions.map((action) => [
      ...[action.agreedOn, action.text, t(`session.actions.owners.${action.owner}`), action.dueOn],
      t(`session.actions.standing.${standingOf(action, day)}`),
      action.closedOn,
    ]),
  };
}

/** Requests for supervision; a supervisor's table names who asks. */
export function requestTable(
  t: TFunction,
  locale: Locale,
  requests: readonly SupervisionRequest[],
  whose: "supervisor" | "worker",
): Table {
  const isSupervisor = whose === "supervisor";
  return {
    columns: [
      { title: t("session.request.column.madeOn") },
      ...(isSupervisor ? [{ title: t("session.request.column.worker"), width: 18 }] : []),
      { title: t("session.request.column.urgency") },
      { title: t("session.request.column.themes"), width: 30 },
      { title: t("session.request.column.caseRef") },
      { title: t("session.request.column.status"), width: 18 },
      { title: t("session.request.column.offers"), width: 50 },
      { title: t("session.request.column.reply"), width: 40 },
      { title: t("session.request.column.answeredBy"), width: 18 },
    ],
    rows: requests.map((request) => [
      request.madeOn,
      ...(isSupervisor ? [request.staffName] : []),
      t(`session.request.urgencies.${request.urgency}`),
      listed(
        request.themes.map((theme) => t(`supervision.theme.${theme}`)),
        locale,
      ),
      request.caseRef,
      t(`session.request.statuses.${request.status}`),
      listed(
        request.offers.map((offer) => offerText(t, locale, offer)),
        locale,
      ),
      ...[request.reply, request.answeredBy],
    ]),
  };
}
