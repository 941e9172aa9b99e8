import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { assumptionLines, neededLines, resultLines, type Line, type Staffing } from "./lines";

export type SavedStaffing = Staffing & { scenarioId: string; name: string; asOf: Day };
type Row = { key: string; label: string; cells: string[] };

/** Staffing what-ifs side by side: a row for each assumption and each figure, a column for each what-if. */
export function StaffingComparison({ scenarios, path }: { scenarios: SavedStaffing[]; path: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<Row>[] = scenarios.map(({ scenarioId, name, asOf }, index) => ({
    ...{ key: `${index} ${scenarioId}`, title: `${name}（${shortDay(asOf, locale)}）`, align: "end" },
    cell: (row) => row.cells[index] ?? "",
  }));
  const parts = [
    {
      title: t("simulator.result.title"),
      rows: rowsOf(scenarios.map((one) => [...resultLines(t, locale, one), ...neededLines(t, locale, one)])),
    },
    {
      title: t("simulator.assumptions.title"),
      rows: rowsOf(scenarios.map((one) => assumptionLines(t, locale, one.input))),
    },
  ];
  return (
    <>
      {parts.map((part) => (
        <section key={part.title} className="mt-8">
          <h2 className="text-std-20B-150">{part.title}</h2>
          <div className="mt-3">
            <DataTable
              caption={`${t("simulator.comparison.caption")}：${part.title}`}
              rows={part.rows}
              rowKey={(row) => row.key}
              columns={[
                { key: "item", title: t("simulator.comparison.item"), cell: (row) => row.label, rowHeader: true },
                ...columns,
              ]}
            />
          </div>
        </section>
      ))}
      <ul className="mt-4 flex flex-wrap gap-x-6 print:hidden">
        {scenarios.map(({ scenarioId, name }, index) => (
          <li key={`${index} ${scenarioId}`}>
            <Link to={`${path}/${scenarioId}`} className="link inline-flex min-h-11 items-center text-std-16N-170">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function rowsOf(lists: Line[][]): Row[] {
  return (lists[0] ?? []).map(({ key, label }) => ({
    ...{ key, label },
    cells: lists.map((list) => list.find((line) => line.key === key)?.plan ?? ""),
  }));
}
