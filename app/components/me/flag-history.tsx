import { useTranslation } from "react-i18next";

import type { Role } from "../../domain/access/policy";
import type { Severity } from "../../domain/workforce/vocabulary";
import type { Day } from "../../lib/calendar";
import { Moment } from "../moment";

export type HistoryEntry = {
  key: string;
  day: Day;
  at: string;
  kind: string;
  severity: Severity | null;
  note: string | null;
  actor: { name: string; role: string } | null;
};

/** Who has looked at the flag, and when first on each day. */
export function FlagViews({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation();
  const views = history.filter((entry) => entry.kind === "viewed");
  if (views.length === 0) return <p className="text-std-16N-170">{t("me.flag.noViews")}</p>;
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {views.map((entry) => (
        <li key={entry.key} className="flex flex-wrap gap-x-4 py-2 text-std-16N-170">
          <Moment at={entry.at} />
          <Actor actor={entry.actor} />
        </li>
      ))}
    </ul>
  );
}

/** What people wrote about the flag. */
export function FlagComments({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation();
  const comments = history.filter((entry) => entry.kind === "comment");
  if (comments.length === 0) return <p className="text-std-16N-170">{t("me.flag.noComments")}</p>;
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {comments.map((entry) => (
        <li key={entry.key} className="py-3">
          <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <Moment at={entry.at} />
            <Actor actor={entry.actor} />
          </p>
          <p className="text-std-16N-170 whitespace-pre-wrap">{entry.note}</p>
        </li>
      ))}
    </ul>
  );
}

/** Who did it, with the role of that time; the evaluation where nobody did. */
export function Actor({ actor }: { actor: HistoryEntry["actor"] }) {
  const { t } = useTranslation();
  if (!actor) return t("me.flag.system");
  return t("me.flag.actor", { name: actor.name, role: t(`glossary.access.${actor.role as Role}`) });
}
