import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { CellState, GridCell } from "../domain/supervision/rules";
import type { Quarter } from "../lib/calendar";
import { EDGE, QuarterTable } from "./quarter-table";
import { StatusMark, TONES, type Tone } from "./status";

export type GridRow = { key: string; label: string; to?: string; note?: string; cells: GridCell[]; end?: ReactNode };

const STATES: Record<CellState, Tone> = {
  done: "ok",
  planned: "planned",
  due: "short",
  missed: "none",
  notApplicable: "na",
};

/** Workers x quarters: mark, word and n/N in each cell; the quarter in which the day lies says that it runs. */
export function SupervisionGrid(props: {
  caption: string;
  rows: GridRow[];
  noteTitle?: string;
  running: Quarter | null;
  /** The heading of the judgement behind the quarters. */
  endTitle?: string;
}) {
  const { t } = useTranslation();
  const headings = [t("glossary.term.supportStaff"), ...(props.noteTitle ? [props.noteTitle] : [])];
  return (
    <QuarterTable
      {...{ caption: props.caption, headings, running: props.running, sticky: true }}
      after={props.endTitle ? [props.endTitle] : []}
      minWidth={props.endTitle ? "min-w-[56rem]" : "min-w-[44rem]"}
    >
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
            {props.endTitle && <td className={EDGE}>{row.end}</td>}
          </tr>
        ))}
      </tbody>
    </QuarterTable>
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
