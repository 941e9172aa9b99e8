import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { SessionRow } from "../../domain/supervision/session";
import { shortDay } from "../../i18n/format";
import type { SessionStatus } from "../../domain/workforce/vocabulary";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

const STATUS: Record<SessionStatus, Tone> = { planned: "planned", held: "ok", cancelled: "na" };

/** A session's status: mark and word; a planned one that is only pencilled in says so. */
export function SessionStatusMark({ session }: { session: Pick<SessionRow, "status" | "tentative"> }) {
  const { t } = useTranslation();
  const { status, tentative } = session;
  const isTentative = status === "planned" && tentative;
  const tone = isTentative ? "short" : STATUS[status];
  return (
    <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={isTentative ? t("session.details.tentative") : t(`glossary.session.${status}`)} />
    </span>
  );
}

/** Sessions as a list that a phone can show; what stands at the end of a row is the page's own. */
export function SessionList(props: {
  sessions: SessionRow[];
  label: string;
  /** Where the day leads to; without it the day is plain text. */
  to?: (session: SessionRow) => string;
  end?: (session: SessionRow) => ReactNode;
  withParticipants?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul aria-label={props.label} className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {props.sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 grow basis-72">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-std-16B-170">
              {props.to ? (
                <Link to={props.to(session)} className="link inline-flex min-h-11 items-center">
                  <SessionTime session={session} />
                </Link>
              ) : (
                <SessionTime session={session} />
              )}
              <SessionStatusMark session={session} />
            </p>
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              <span>
                {t(`glossary.session.${session.kind}`)}・
                {t(`glossary.session.${session.external ? "external" : "internal"}`)}
              </span>
              <span>{t("supervision.minutes", { count: session.minutes })}</span>
              {session.supervisorName && <span>{session.supervisorName}</span>}
              {session.place && <span>{session.place}</span>}
              {session.videoUrl && <span>{t("session.details.video")}</span>}
              {session.seriesId && <span>{t("session.details.series")}</span>}
            </p>
            {props.withParticipants && <Participants session={session} />}
          </div>
          {props.end?.(session)}
        </li>
      ))}
    </ul>
  );
}

function SessionTime({ session }: { session: SessionRow }) {
  const locale = useLocale();
  return (
    <>
      {shortDay(session.heldOn, locale)}
      {session.startTime && ` ${session.startTime}`}
    </>
  );
}

function Participants({ session }: { session: SessionRow }) {
  const { t } = useTranslation();
  return (
    <p className="text-dns-16N-130">
      {session.participants
        .map(({ name, attendance }) => (attendance ? `${name}（${t(`glossary.attendance.${attendance}`)}）` : name))
        .join("、")}
    </p>
  );
}
