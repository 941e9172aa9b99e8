import { useTranslation } from "react-i18next";

import type { Block, TableColumn } from "../../domain/report/document";

const EDGE = "border border-solid-gray-420 px-2 py-1.5 align-top print:px-1 print:py-0.5";

/** A report on the screen and on paper: the same blocks that the PDF prints. Table heads repeat on each printed page. */
export function ReportBlocks({ blocks }: { blocks: Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <ReportBlock key={index} block={block} />
      ))}
    </>
  );
}

function ReportBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? (
        <h2 className="mt-10 break-after-avoid text-std-20B-150 md:text-std-22B-150 print:mt-5 print:text-[14px]">
          {block.text}
        </h2>
      ) : (
        <h3 className="mt-6 break-after-avoid text-std-17B-170 print:mt-3 print:text-[12px]">{block.text}</h3>
      );
    case "text":
      return <p className="mt-3 text-std-16N-170 print:mt-2 print:text-[11px]">{block.text}</p>;
    case "facts":
      return (
        <dl className="mt-4 max-w-3xl divide-y divide-solid-gray-300 border-y border-solid-gray-300 print:text-[11px]">
          {block.rows.map(([label, value]) => (
            <div key={label} className="grid gap-x-4 py-2 text-std-16N-170 md:grid-cols-[10rem_1fr] print:py-0.5">
              <dt className="font-700">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <ReportTable {...block} />;
  }
}

type TableProps = { caption: string; columns: TableColumn[]; rows: string[][] };

function ReportTable({ caption, columns, rows }: TableProps) {
  const { t } = useTranslation();
  const side = (index: number) => (columns[index]?.align === "end" ? "text-end" : "text-start");
  return (
    <div
      className="mt-3 relative overflow-x-auto print:overflow-visible"
      tabIndex={0}
      role="region"
      aria-label={`${caption}（${t("common.skipTable")}）`}
    >
      <table className="w-full min-w-[44rem] border-collapse text-dns-16N-130 print:min-w-0 print:text-[10px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="print:table-header-group">
          <tr className="bg-solid-gray-50">
            {columns.map((column, index) => (
              <th key={column.title} scope="col" className={`${EDGE} ${side(index)}`}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className="break-inside-avoid">
              {row.map((text, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className={`${EDGE} ${side(index)} whitespace-nowrap font-400!`}>
                    {text}
                  </th>
                ) : (
                  <td key={index} className={`${EDGE} ${side(index)}`}>
                    {text}
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
