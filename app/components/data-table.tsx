import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end" | "center";
  /** Whether the heading sorts by ?sort=KEY (descending: -KEY). */
  sortable?: boolean;
  /** The row's own heading: at most one column, usually the first. */
  rowHeader?: boolean;
  /** Extra classes of a cell, by row: for status grounds. */
  tone?: (row: Row) => string;
};

const ALIGN = { start: "text-start", end: "text-end", center: "text-center" } as const;
const EDGE = "border border-solid-gray-420 px-3 py-2 print:px-1 print:py-1";

/** A real table in a region that scrolls sideways and takes the keyboard; sorting lives in the address. */
export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  minWidth?: string;
}) {
  const { t } = useTranslation();
  return (
    <div
      className="relative overflow-x-auto print:overflow-visible print:[page:wide]"
      tabIndex={0}
      role="region"
      aria-label={`${props.caption}（${t("common.skipTable")}）`}
    >
      <table
        className={`w-full border-collapse text-dns-16N-130 print:min-w-0 print:text-[11px] ${props.minWidth ?? "min-w-[36rem]"}`}
      >
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            {props.columns.map((column, index) => (
              <Heading key={column.key} column={column} first={index === 0} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column, index) => {
                const Tag = column.rowHeader ? "th" : "td";
                const sticky = index === 0 ? "md:sticky md:left-0 bg-white" : "";
                return (
                  <Tag
                    key={column.key}
                    scope={column.rowHeader ? "row" : undefined}
                    className={`${EDGE} ${ALIGN[column.align ?? "start"]} ${sticky} ${column.tone?.(row) ?? ""}`}
                  >
                    {column.cell(row)}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({ column, first }: { column: Column<Row>; first: boolean }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const sort = params.get("sort");
  const direction = sort === column.key ? "ascending" : sort === `-${column.key}` ? "descending" : undefined;
  const next = new URLSearchParams(params);
  next.set("sort", direction === "ascending" ? `-${column.key}` : column.key);
  next.delete("page");
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={`${EDGE} whitespace-nowrap print:whitespace-normal ${ALIGN[column.align ?? "start"]} ${first ? "md:sticky md:left-0 bg-solid-gray-50" : ""}`}
    >
      {column.sortable ? (
        <Link
          to={`?${next}`}
          preventScrollReset
          className="link"
          aria-label={t("common.sortedBy", { column: column.title })}
        >
          {column.title}
          <span aria-hidden="true">{direction === "ascending" ? " ▲" : direction === "descending" ? " ▼" : ""}</span>
        </Link>
      ) : (
        column.title
      )}
    </th>
  );
}

/** Links to the neighbouring pages of a list; the page is ?page=N. */
export function Pagination({ page, pages, total }: { page: number; pages: number; total: number }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const to = (target: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(target));
    return `?${next}`;
  };
  return (
    <nav
      aria-label={t("common.pageOf", { page, pages, total })}
      className="mt-4 flex flex-wrap items-center gap-6 print:hidden"
    >
      {page > 1 && (
        <Link to={to(page - 1)} className="link inline-flex min-h-11 items-center">
          ‹ {t("common.previousPage")}
        </Link>
      )}
      <span className="text-dns-16N-130">{t("common.pageOf", { page, pages, total })}</span>
      {page < pages && (
        <Link to={to(page + 1)} className="link inline-flex min-h-11 items-center">
          {t("common.nextPage")} ›
        </Link>
      )}
    </nav>
  );
}
