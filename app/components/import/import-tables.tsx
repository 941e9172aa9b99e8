import { useTranslation } from "react-i18next";

import type { Summary } from "../../domain/import/summary";
import { decimal } from "../../i18n/format";
import { messageText } from "../../i18n/import-messages";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";

type FileRow = Summary["files"][number];

/** What the import adds, changes and leaves, by file. */
export function FileCounts({ files }: { files: FileRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number | null) => (value === null ? t("common.noData") : decimal(value, locale));
  const counted = (["rows", "added", "changed", "unchanged"] as const).map((key): Column<FileRow> => ({
    ...{ key, title: t(`import.batch.${key}`), align: "end" },
    cell: (row) => <span className="tabular">{number(row[key])}</span>,
  }));
  return (
    <DataTable
      caption={t("import.batch.files")}
      rowKey={(row) => row.file}
      rows={files}
      columns={[
        { key: "file", title: t("import.batch.file"), rowHeader: true, cell: (row) => row.file },
        { key: "encoding", title: t("import.batch.encoding"), cell: (row) => row.encoding },
        ...counted,
      ]}
    />
  );
}

type Message = Summary["problems"][number] | Summary["notices"][number];

/** Problems or notices with where they are and what would be right. */
export function MessageTable({ caption, messages }: { caption: string; messages: Message[] }) {
  const { t } = useTranslation();
  const columns: Column<Message & { index: number }>[] = [
    { key: "file", title: t("import.batch.file"), rowHeader: true, cell: (row) => row.file ?? "—" },
    { key: "row", title: t("import.batch.row"), align: "end", cell: (row) => row.row ?? "—" },
    { key: "column", title: t("import.batch.column"), cell: (row) => row.column ?? "—" },
    {
      key: "value",
      title: t("import.batch.value"),
      cell: (row) => (row.value ? <span className="break-all whitespace-pre-wrap">{row.value}</span> : "—"),
    },
    { key: "problem", title: t("import.batch.problem"), cell: (row) => messageText(row, t) },
  ];
  const rows = messages.map((message, index) => ({ ...message, index }));
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.index)}
      minWidth="min-w-[48rem]"
    />
  );
}
