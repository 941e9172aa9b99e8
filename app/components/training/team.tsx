import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { TeamFigures as Team, TrainingFigures } from "../../domain/training/figures";
import { decimal } from "../../i18n/format";
import { Bullet } from "../bullet";
import { nameIn } from "../contractor/inbox-items";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";
import { ShareRow } from "./standing";

/** The contract's training of the fiscal year: mean hours, who is on course, what is missing, and on what terms. */
export function TeamFigures({ team }: { team: Team }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const numbers = {
    ...{ hours: decimal(team.hours ?? 0, locale), target: decimal(team.target ?? 0, locale) },
    ...{ expected: decimal(team.expected ?? 0, locale), staff: team.staff, reached: team.reached },
  };
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      <div>
        <p className="text-std-22B-150 tabular">{t("course.team.hours", numbers)}</p>
        <Bullet
          label={t("course.team.bullet", numbers)}
          value={team.hours ?? 0}
          target={team.target ?? 0}
          met={team.staff > 0 && team.reached === team.staff ? true : null}
          band={team.expected === null ? null : { low: team.hours ?? 0, high: team.expected }}
        />
        <p className="text-dns-14N-130 text-solid-gray-700">{t("course.team.legend")}</p>
        <p className="mt-2 text-std-16N-170">{t("course.team.reached", numbers)}</p>
        <p className="text-std-16N-170">{t("course.team.onCourse", { count: team.onCourse })}</p>
        <p className="text-std-16N-170">{t("course.team.expected", numbers)}</p>
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-key-900">
            {t("course.standing.how")}
          </summary>
          <p className="text-std-16N-170">{t("course.standing.method")}</p>
        </details>
      </div>
      <div>
        <h3 className="text-std-17B-170">{t("course.team.missing")}</h3>
        <dl className="mt-1 divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
          {team.missing.map(({ topic, staff }) => (
            <div key={topic} className="flex justify-between gap-x-4 py-2">
              <dt>{t(`glossary.topic.${topic}`)}</dt>
              <dd className="tabular">
                {staff === 0
                  ? `○ ${t("course.team.all")}`
                  : `△ ${t("course.team.lack", { count: staff, of: team.staff })}`}
              </dd>
            </div>
          ))}
          <ShareRow label={t("course.standing.workingTime")} share={team.workingTime} />
          <ShareRow label={t("course.standing.publicly")} share={team.publicly} />
        </dl>
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{t("course.standing.sharesDue")}</p>
      </div>
    </div>
  );
}

export type TeamRow = TrainingFigures & {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
};

/** How a worker stands: at the target, expected there, or short of it. */
export function outlookOf(row: TrainingFigures): { tone: Tone; word: "reached" | "onCourse" | "short" } {
  if (row.reached) return { tone: "ok", word: "reached" };
  return row.forecast.expected >= row.target ? { tone: "planned", word: "onCourse" } : { tone: "short", word: "short" };
}

/** Each worker's training, with what waits for approval beside it. */
export function TeamTable({ rows }: { rows: TeamRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const hours = (value: number) => decimal(value, locale, 2);
  const columns: Column<TeamRow>[] = [
    {
      ...{ key: "name", title: t("contractor.workers.name"), rowHeader: true },
      cell: (row) => (
        <Link to={`/contractor/workers/${row.staffId}`} className="link">
          {row.name ?? row.staffCode}
        </Link>
      ),
    },
    {
      ...{ key: "office", title: t("contractor.workers.office") },
      cell: (row) => nameIn(locale, row.officeName, row.officeNameEn) ?? t("common.none"),
    },
    {
      ...{ key: "outlook", title: t("course.team.outlook"), tone: (row) => TONES[outlookOf(row).tone].className },
      cell: (row) => <StatusMark tone={outlookOf(row).tone} word={t(`course.team.word.${outlookOf(row).word}`)} />,
    },
    { key: "hours", title: t("course.team.soFar"), align: "end", cell: (row) => hours(row.hours) },
    { key: "due", title: t("course.team.due"), align: "end", cell: (row) => decimal(row.due, locale) },
    { key: "target", title: t("course.team.target"), align: "end", cell: (row) => decimal(row.target, locale) },
    { key: "booked", title: t("course.team.booked"), align: "end", cell: (row) => hours(row.bookedHours) },
    {
      ...{ key: "expected", title: t("course.team.forecast"), align: "end" },
      cell: (row) => decimal(row.forecast.expected, locale),
    },
    { key: "pending", title: t("course.approval.pending"), align: "end", cell: (row) => hours(row.pendingHours) },
    {
      ...{ key: "missing", title: t("course.standing.missing") },
      cell: (row) =>
        row.missingTopics.map((topic) => t(`glossary.topic.${topic}`)).join(locale === "ja" ? "・" : ", ") ||
        t("common.none"),
    },
  ];
  return (
    <DataTable
      caption={t("course.team.table")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.staffId}
      minWidth="min-w-[72rem]"
    />
  );
}
