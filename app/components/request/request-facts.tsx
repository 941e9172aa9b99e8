import { useTranslation } from "react-i18next";

import {
  isEscalated,
  type RequestStatus,
  type SupervisionRequest,
  type Urgency,
} from "../../domain/supervision/requests";
import { dayInYear, shortDay } from "../../i18n/format";
import { listed } from "../../i18n/session-table";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

const STATUS: Record<RequestStatus, Tone> = {
  ...({ open: "short", offered: "planned", scheduled: "ok", declined: "none", withdrawn: "na" } as const),
};
const URGENCY: Record<Urgency, string> = {
  urgent: "border-error-2 text-error-2",
  soon: "border-warning-orange-2 text-warning-orange-2",
  routine: "border-solid-gray-600 text-solid-gray-700",
};

/** How urgent a request is: a word in a box. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation();
  return (
    <span
      className={`inline-block w-fit shrink-0 rounded-4 border bg-white px-2 py-1 text-oln-14B-100 whitespace-nowrap ${URGENCY[urgency]}`}
    >
      {t(`session.request.urgencies.${urgency}`)}
    </span>
  );
}

/** A request's status: mark and word. */
export function RequestStatusMark({ status }: { status: RequestStatus }) {
  const { t } = useTranslation();
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[STATUS[status]].className}`}>
      <StatusMark tone={STATUS[status]} word={t(`session.request.statuses.${status}`)} />
    </span>
  );
}

/** What a request says: urgency, status, when, themes, case, and when it goes on to the manager. */
export function RequestFacts({
  request,
  day,
  withName,
}: {
  request: SupervisionRequest;
  day: Day;
  withName?: boolean;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { escalatesOn } = request;
  const isOver = isEscalated(request, day);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {withName && <span className="text-std-17B-170">{request.staffName}</span>}
        <UrgencyBadge urgency={request.urgency} />
        <RequestStatusMark status={request.status} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
        <span>{t("session.request.madeOn", { day: shortDay(request.madeOn, locale) })}</span>
        {request.themes.length > 0 && (
          <span>
            {listed(
              request.themes.map((theme) => t(`supervision.theme.${theme}`)),
              locale,
            )}
          </span>
        )}
        {request.caseRef && <span className="break-all">{request.caseRef}</span>}
        {request.status === "open" && escalatesOn && (
          <span className={isOver ? "font-700 text-error-2" : undefined}>
            {isOver
              ? t("session.request.escalated")
              : t("session.request.escalatesOn", { day: dayInYear(escalatesOn, locale) })}
          </span>
        )}
      </p>
    </>
  );
}
