import { useTranslation } from "react-i18next";

import type { SessionRow } from "../../domain/supervision/session";
import { longDay } from "../../i18n/format";
import { useLocale } from "../locale";

/** What a session is: when, with whom, where, about what. A link to a video room can be followed. */
export function SessionDetails({ session }: { session: SessionRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const entries = [
    {
      title: t("supervision.session.when"),
      text: [longDay(session.heldOn, locale), session.startTime, t("supervision.minutes", { count: session.minutes })]
        .filter(Boolean)
        .join(" "),
    },
    {
      title: t("supervision.session.kind"),
      text: [session.kind, session.external ? ("external" as const) : ("internal" as const)]
        .map((word) => t(`glossary.session.${word}`))
        .join(locale === "ja" ? "・" : ", "),
    },
    { title: t("supervision.session.supervisor"), text: session.supervisorName ?? t("common.notGiven") },
    { title: t("supervision.session.place"), text: session.place ?? t("common.notGiven") },
    ...(session.videoUrl ? [{ title: t("session.details.video"), text: session.videoUrl }] : []),
    {
      title: t("supervision.session.themes"),
      text:
        session.themes.map((theme) => t(`supervision.theme.${theme}`)).join(locale === "ja" ? "、" : ", ") ||
        t("common.none"),
    },
    ...(session.cancelReason ? [{ title: t("session.details.cancelReason"), text: session.cancelReason }] : []),
  ];
  return (
    <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {entries.map(({ title, text }) => (
        <div key={title} className="grid grid-cols-[8rem_1fr] gap-3 py-2 text-std-16N-170">
          <dt className="font-700">{title}</dt>
          <dd className="min-w-0 break-words">
            {/^https:\/\/\S+$/.test(text) ? (
              <a href={text} className="link" rel="noreferrer">
                {text}
              </a>
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
