import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { timeOf } from "../../domain/planner/time";
import type { CoverageRow, PlanScreen } from "../../domain/planner/view";
import { dayInYear } from "../../i18n/format";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";
import { useBlockerText, useNoteText } from "./plan-words";

const MARKS: Record<CoverageRow["state"], string> = {
  ...{ attended: "●", planned: "○", individual: "◎", group: "◎", uncovered: "×", noPlan: "–" },
};

/** How many have a session, and for each by what, or what is in the way. */
export function Coverage({ screen }: { screen: PlanScreen }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const blockerText = useBlockerText();
  const { rows, covered, draft } = screen;
  const isAll = covered === rows.length;
  const columns = [
    {
      key: "worker",
      title: t("planner.coverage.worker"),
      rowHeader: true,
      cell: (row: CoverageRow) => <Who row={row} />,
    },
    {
      ...{ key: "state", title: t("planner.coverage.state") },
      cell: (row: CoverageRow) => (
        <span className={row.state === "uncovered" ? "font-700 text-error-2" : ""}>
          <span aria-hidden="true">{MARKS[row.state]} </span>
          {t(`planner.coverage.${row.state}`, { count: row.count })}
        </span>
      ),
    },
    {
      ...{ key: "when", title: t("planner.coverage.when") },
      cell: (row: CoverageRow) =>
        row.day ? `${dayInYear(row.day, locale)}${row.start === null ? "" : ` ${timeOf(row.start)}`}` : "—",
    },
    {
      ...{ key: "reason", title: t("planner.coverage.reason") },
      cell: (row: CoverageRow) => (
        <>
          {row.blockers.map((blocker) => (
            <p key={blocker.code}>{blockerText(blocker)}</p>
          ))}
          {draft && <ItemLink row={row} planId={draft.planId} />}
        </>
      ),
    },
  ];
  return (
    <>
      <p className={`rounded-8 px-4 py-3 text-std-17B-170 ${isAll ? "bg-green-50 text-green-900" : "bg-orange-50"}`}>
        <span aria-hidden="true">{isAll ? "○ " : "! "}</span>
        {t("planner.coverage.covered", { count: covered, of: rows.length })}
        {isAll && ` ${t("planner.coverage.all")}`}
      </p>
      {draft && <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{t(`planner.coverage.${proofOf(screen)}`)}</p>}
      <details className="mt-3" open={!isAll}>
        <summary className="min-h-11 cursor-pointer py-2 text-std-16N-170">{t("planner.coverage.caption")}</summary>
        <DataTable
          caption={t("planner.coverage.caption")}
          columns={columns}
          rows={rows}
          rowKey={({ staffId }) => staffId}
        />
      </details>
    </>
  );
}

function proofOf({ draft }: PlanScreen): "proven" | "unproven" | "edited" {
  if (draft?.settings.proven) return "proven";
  return draft?.settings.edited ? "edited" : "unproven";
}

function Who({ row }: { row: CoverageRow }) {
  const { t } = useTranslation();
  const urgent = (["overdue", "overloaded"] as const).filter((one) => row[one]);
  return (
    <>
      {row.name}
      {urgent.map((one) => (
        <span key={one} className="ml-2 inline-block rounded-8 bg-yellow-100 px-2 text-dns-14N-130 text-yellow-1200">
          ! {t(`planner.coverage.${one}`)}
        </span>
      ))}
    </>
  );
}

function ItemLink({ row, planId }: { row: CoverageRow; planId: string }) {
  const { t } = useTranslation();
  const to = `/supervision/planner/${planId}/items/`;
  if (row.itemId)
    return (
      <Link
        to={`${to}${row.itemId}`}
        className="link inline-flex min-h-11 items-center print:hidden"
        aria-label={t("planner.coverage.change", { name: row.name })}
      >
        {t("planner.coverage.changeShort")}
      </Link>
    );
  if (row.state !== "uncovered") return null;
  return (
    <Link
      to={`${to}new?staff=${row.staffId}`}
      className="link inline-flex min-h-11 items-center print:hidden"
      aria-label={t("planner.coverage.add", { name: row.name })}
    >
      {t("planner.coverage.addShort")}
    </Link>
  );
}

/** What could be better without breaking a rule. */
export function QualityNotes({ screen }: { screen: PlanScreen }) {
  const { t } = useTranslation();
  const noteText = useNoteText(screen.names);
  if (screen.notes.length === 0) return <p className="text-std-16N-170">○ {t("planner.note.none")}</p>;
  return (
    <ul className="list-disc pl-6 text-std-16N-170">
      {screen.notes.map((note) => (
        <li key={note.code}>{noteText(note)}</li>
      ))}
    </ul>
  );
}
