import { useTranslation } from "react-i18next";

import type { CellState, GridCell } from "../../domain/supervision/rules";
import { quarterName } from "../../i18n/format";
import type { Quarter } from "../../lib/calendar";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

const STATES: Record<CellState, Tone> = {
  done: "ok",
  planned: "planned",
  due: "short",
  missed: "none",
  notApplicable: "na",
};

/** Four quarters as marks: mark, word and number each; the quarter in which the day lies says that it runs. */
export function QuarterMarks(props: { cells: GridCell[]; running: Quarter | null; compact?: boolean }) {
  const { cells, running, compact } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ol
      aria-label={t("me.quarters.label")}
      className={compact ? "grid grid-cols-4 gap-1" : "grid grid-cols-2 gap-2 md:grid-cols-4 md:gap-3"}
    >
      {cells.map((cell) => {
        const tone = isToCome(cell) ? "na" : STATES[cell.state];
        return (
          <li
            key={cell.quarter}
            className={`rounded-8 border border-solid-gray-300 ${compact ? "p-2" : "p-3"} ${TONES[tone].className}`}
          >
            <span className="block text-dns-14N-130">
              {quarterName(cell.quarter, locale)}
              {cell.quarter === running && t("me.quarters.running")}
            </span>
            <span
              className={`mt-1 block ${compact ? "text-dns-14B-130 [&_span]:whitespace-normal" : "text-std-17B-170"}`}
            >
              <StatusMark
                tone={tone}
                word={isToCome(cell) ? t("me.quarters.upcoming") : t(`figures.grid.${cell.state}`)}
              />
            </span>
            <CellCount cell={cell} />
          </li>
        );
      })}
    </ol>
  );
}

/** A quarter that has not begun and for which nothing is planned yet. */
export function isToCome(cell: GridCell): boolean {
  return cell.state === "due" && !cell.hasBegun;
}

function CellCount({ cell }: { cell: GridCell }) {
  const { t } = useTranslation();
  if (cell.state === "notApplicable" || isToCome(cell)) return null;
  return (
    <span className="block text-dns-14N-130">
      {cell.state === "planned"
        ? t("me.quarters.planned", { count: cell.planned })
        : t("me.quarters.times", { count: cell.attended })}
    </span>
  );
}
