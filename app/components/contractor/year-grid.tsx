import { useTranslation } from "react-i18next";

import type { GridCell } from "../../domain/supervision/rules";
import type { StaffRole } from "../../domain/workforce/vocabulary";
import { fiscalYearEnd, fiscalYearOf, quarterOf, type Day } from "../../lib/calendar";
import { EmptyState } from "../page";
import { SupervisionGrid } from "../supervision-grid";

type Row = { staffId: string; name: string; role: StaffRole; cells: GridCell[] };

const SHOWN_AT_ONCE = 15;

/** The fiscal year's supervision by worker, those who lack sessions first; a long list folds up after fifteen. */
export function YearGrid({ rows, day }: { rows: Row[]; day: Day }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <EmptyState title={t("contractor.home.gridEmpty")} />;
  const sorted = [...rows].sort((a, b) => lacking(b) - lacking(a));
  const grid = (part: Row[]) => (
    <SupervisionGrid
      caption={t("contractor.home.grid")}
      noteTitle={t("contractor.workers.role")}
      running={day === fiscalYearEnd(fiscalYearOf(day)) ? null : quarterOf(day)}
      rows={part.map((row) => ({
        key: row.staffId,
        label: row.name,
        to: `/contractor/workers/${row.staffId}`,
        note: t(`glossary.role.${row.role}`),
        cells: row.cells,
      }))}
    />
  );
  if (sorted.length <= SHOWN_AT_ONCE) return grid(sorted);
  return (
    <>
      {grid(sorted.slice(0, SHOWN_AT_ONCE))}
      <details className="mt-3">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">
          {t("contractor.home.gridRest", { count: sorted.length })}
        </summary>
        {grid(sorted.slice(SHOWN_AT_ONCE))}
      </details>
    </>
  );
}

/** Missed quarters weigh more than running ones. */
function lacking(row: Row): number {
  return row.cells.reduce((sum, cell) => {
    if (cell.state === "missed") return sum + 10;
    return sum + (cell.state === "due" && cell.hasBegun ? 1 : 0);
  }, 0);
}
