import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { CellState, GridCell } from "../domain/supervision/rules";
import { quarterName } from "../i18n/format";
import { QUARTERS, type Quarter } from "../lib/calendar";
import { useLocale } from "./locale";
import { StatusMark, TONES, type Tone } from "./status";

export type GridRow = { key: string; label: string; to?: string; note?: string; cells: GridCell[] };

const STATES: Record<CellState, Tone> = {
  done: "ok",
  planned: "planned",
  due: "short",
  missed: "none",
  notApplicable: "na",
};
const EDGE = "border border-solid-gray-420 px-3 py-2 print:px-1 print:py-1";

/** Workers x quarters: mark, word and n/N in each cell; the quarter in which the day lies says that it runs. */
export function SupervisionGrid(props: {
  caption: string;
  rows: GridRow[];
  noteTitle?: string;
  running: Quarter | null;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div
      className="overflow-x-auto print:overflow-visible print:[page:wide]"
      tabIndex={0}
      role="region"
      aria-label={`${props.caption}（${t("common.skipTable")}）`}
    >
      <table className="w-full min-w-[44rem] border-collapse print:min-w-0 print:text-[11px] text-dns-16N-130">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            <th scope="col" className={`${EDGE} bg-solid-gray-50 md:sticky md:left-0`}>
              {t("glossary.term.supportStaff")}
            </th>
            {props.noteTitle && (
              <th scope="col" className={EDGE}>
                {props.noteTitle}
              </th>
            )}
            {QUARTERS.map((quarter) => (
              <th key={quarter} scope="col" className={`${EDGE} text-center whitespace-nowrap`}>
                {quarterName(quarter, locale)}
                {quarter === props.running && t("figures.running")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={`${EDGE} bg-white whitespace-nowrap md:sticky md:left-0`}>
                {row.to ? (
                  <Link to={row.to} className="link">
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              {props.noteTitle && <td className={EDGE}>{row.note}</td>}
              {row.cells.map((cell) => (
                <Cell key={cell.quarter} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: GridCell }) {
  const { t } = useTranslation();
  if (!cell.hasBegun && cell.state === "due") {
    return <td className={`${EDGE} text-center text-solid-gray-700`}>{t("figures.grid.notYet")}</td>;
  }
  const tone = STATES[cell.state];
  const detail =
    cell.state === "notApplicable" ? undefined : t("figures.grid.ofDue", { attended: cell.attended, due: 1 });
  return (
    <td className={`${EDGE} text-center ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={t(`figures.grid.${cell.state}`)} detail={detail} />
    </td>
  );
}
