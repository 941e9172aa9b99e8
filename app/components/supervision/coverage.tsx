import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { CoverageRow } from "../../domain/supervision/coverage";
import type { SuperviseeRow } from "../../domain/supervision/session";
import { decimal, shortDay } from "../../i18n/format";
import type { Quarter } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { QuarterMarks } from "../me/quarter-marks";
import { SeverityBadge } from "../status";
import { SupervisionGrid } from "../supervision-grid";
import { JudgementMark } from "./judgement";

type CoveredRow = Pick<CoverageRow, "staffId" | "name" | "isOnLeave" | "cells" | "judgement">;
type Props = {
  rows: CoveredRow[];
  /** The quarter in which the day lies; null where the year has ended. */
  running: Quarter | null;
  /** Where a worker's name leads. */
  to: (row: CoveredRow) => string;
  /** Whether the way leads to a new session. */
  schedules?: boolean;
};

/** Support staff x quarters and the judgement of the year: a table, and on a phone a list of people with their four marks. */
export function Coverage({ rows, running, to, schedules }: Props) {
  const { t } = useTranslation();
  const shownName = (row: CoveredRow) => (row.isOnLeave ? `${row.name}（${t("supervision.grid.onLeave")}）` : row.name);
  return (
    <>
      <div className="hidden md:block print:block">
        <SupervisionGrid
          caption={t("supervision.grid.caption")}
          running={running}
          endTitle={t("requirement.coverage.column")}
          rows={rows.map((row) => ({
            ...{ key: row.staffId, cells: row.cells, to: to(row), label: shownName(row) },
            end: <JudgementMark judgement={row.judgement} hasEnded={running === null} />,
          }))}
        />
      </div>
      <ul className="space-y-4 md:hidden print:hidden">
        {rows.map((row) => (
          <li key={row.staffId}>
            <p className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
              {schedules ? <span className="text-std-17B-170">{shownName(row)}</span> : null}
              {(!schedules || !row.isOnLeave) && (
                <Link
                  to={to(row)}
                  className="link inline-flex min-h-11 items-center text-std-16N-170"
                  aria-label={schedules ? t("supervision.scheduleFor", { name: row.name }) : undefined}
                >
                  {schedules ? t("supervision.scheduleShort") : shownName(row)}
                </Link>
              )}
            </p>
            <QuarterMarks cells={row.cells} running={running} compact />
            <p className="mt-1 text-dns-16N-130">
              {t("requirement.coverage.column")} <JudgementMark judgement={row.judgement} hasEnded={running === null} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const unbroken = () => "whitespace-nowrap";

/** How loaded each supervisee is: cases against the cap, weighted load, open flags. */
export function Workload({ rows }: { rows: SuperviseeRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<SuperviseeRow>[] = [
    { key: "name", title: t("supervision.workload.worker"), rowHeader: true, cell: (row) => row.name, tone: unbroken },
    {
      ...{ key: "office", title: t("supervision.workload.office") },
      cell: (row) => (locale === "en" ? (row.officeNameEn ?? row.officeName) : row.officeName) ?? t("common.noData"),
      tone: unbroken,
    },
    {
      ...{ key: "cases", title: t("supervision.workload.cases"), align: "end" },
      cell: (row) => (
        <>
          {t("supervision.workload.casesOf", { cases: row.annualCases, cap: decimal(row.cap, locale) })}
          {row.annualCases > row.cap && (
            <span className="ml-2 font-700 whitespace-nowrap">△ {t("supervision.workload.over")}</span>
          )}
        </>
      ),
      tone: (row) => (row.annualCases > row.cap ? "bg-yellow-100 text-yellow-1200" : ""),
    },
    { key: "active", title: t("supervision.workload.active"), align: "end", cell: (row) => row.activeCases },
    {
      ...{ key: "load", title: t("supervision.workload.load"), align: "end" },
      cell: (row) => decimal(row.weightedLoad, locale),
    },
    {
      ...{ key: "flags", title: t("supervision.workload.flags") },
      cell: (row) =>
        row.severity ? (
          <span className="inline-flex items-center gap-2 whitespace-nowrap">
            <SeverityBadge severity={row.severity} />
            {t("supervision.workload.flagsOf", { count: row.openFlags })}
          </span>
        ) : (
          t("supervision.workload.noFlags")
        ),
    },
    {
      ...{ key: "last", title: t("supervision.workload.last") },
      cell: (row) => (row.lastAttendedOn ? shortDay(row.lastAttendedOn, locale) : t("supervision.waiting.never")),
    },
  ];
  return (
    <DataTable
      caption={t("supervision.workload.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.staffId}
      minWidth="min-w-[48rem]"
    />
  );
}
