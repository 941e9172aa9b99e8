import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { quarterName } from "../i18n/format";
import { QUARTERS, type Quarter } from "../lib/calendar";
import { useLocale } from "./locale";

/** The edge and padding of every cell in a table of quarters. */
export const EDGE = "border border-solid-gray-420 px-3 py-2 print:px-1 print:py-1";

export type QuarterTableProps = {
  caption: string;
  /** Headings before the quarters; the first stays in view while the table scrolls where `sticky` is set. */
  headings: string[];
  sticky?: boolean;
  /** The quarter in which the day lies; null where the year has ended. */
  running: Quarter | null;
  /** Headings behind the quarters. */
  after?: string[];
  minWidth: string;
  /** The table's bodies. */
  children: ReactNode;
};

/** The frame of a table with one column a quarter, in a region that scrolls sideways and takes the keyboard. */
export function QuarterTable(props: QuarterTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div
      className="relative overflow-x-auto print:overflow-visible print:[page:wide]"
      tabIndex={0}
      role="region"
      aria-label={`${props.caption}（${t("common.skipTable")}）`}
    >
      <table className={`w-full border-collapse print:min-w-0 print:text-[11px] text-dns-16N-130 ${props.minWidth}`}>
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            {props.headings.map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={`${EDGE} ${props.sticky && index === 0 ? "bg-solid-gray-50 md:sticky md:left-0" : ""}`}
              >
                {heading}
              </th>
            ))}
            {QUARTERS.map((quarter) => (
              <th key={quarter} scope="col" className={`${EDGE} text-center whitespace-nowrap`}>
                {quarterName(quarter, locale)}
                {quarter === props.running && t("figures.running")}
              </th>
            ))}
            {props.after?.map((heading) => (
              <th key={heading} scope="col" className={EDGE}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {props.children}
      </table>
    </div>
  );
}
