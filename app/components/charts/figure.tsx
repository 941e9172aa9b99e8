import { Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useHydrated } from "../hydrated";

/** Heights in pixels, and as classes: the content security policy refuses style attributes in what the server sends. */
export const HEIGHTS = { small: 144, large: 240 } as const;
const WAITING = { small: "h-36", large: "h-60" } as const;

export type FigureTable = { columns: string[]; rows: { key: string; cells: string[] }[] };

/**
 * A drawn chart with its title and the same figures as a table. The drawing is made in the browser alone and has
 * a fixed height, so nothing moves when it appears; without script the table stands for it.
 */
export function ChartFigure(props: {
  title: string;
  note?: ReactNode;
  table: FigureTable;
  size: keyof typeof HEIGHTS;
  compact?: boolean;
  children: () => ReactNode;
}) {
  const { t } = useTranslation();
  const inBrowser = useHydrated();
  const waiting = <div className={`rounded-8 bg-solid-gray-50 ${WAITING[props.size]}`} />;
  return (
    <figure className="m-0 break-inside-avoid">
      <figcaption className={props.compact ? "sr-only" : "text-std-16B-170"}>{props.title}</figcaption>
      {props.note && <p className="text-dns-14N-130 text-solid-gray-700">{props.note}</p>}
      <div className="mt-1">{inBrowser ? <Suspense fallback={waiting}>{props.children()}</Suspense> : waiting}</div>
      <details className="mt-1 print:hidden">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-dns-14N-130">
          {t("common.showTable")}
          <span className="sr-only">：{props.title}</span>
        </summary>
        <FiguresTable title={props.title} table={props.table} />
      </details>
    </figure>
  );
}

function FiguresTable({ title, table }: { title: string; table: FigureTable }) {
  const { t } = useTranslation();
  const edge = "border border-solid-gray-420 px-3 py-1";
  return (
    <div
      className="relative overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={`${title}（${t("common.skipTable")}）`}
    >
      <table className="border-collapse text-dns-14N-130">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            {table.columns.map((column) => (
              <th key={column} scope="col" className={edge}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className={edge}>
                    {cell}
                  </th>
                ) : (
                  <td key={index} className={`${edge} text-end`}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
