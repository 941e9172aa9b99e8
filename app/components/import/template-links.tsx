import { useTranslation } from "react-i18next";

import { FILE_KEYS, fileName, FILES, type FileKey } from "../../domain/import/columns";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";

const FOLDER = "/contractor/import/templates";

/** Downloads of the templates: one workbook, and every file as CSV in two encodings. */
export function TemplateLinks() {
  const { t } = useTranslation();
  const locale = useLocale();
  const link = (file: FileKey, encoding: "utf8" | "cp932") => (
    <a
      href={`${FOLDER}/${fileName(file)}?encoding=${encoding}`}
      download
      className="link inline-flex min-h-11 items-center"
      aria-label={t(`import.templates.${encoding}Of`, { file: fileName(file) })}
    >
      {t(`import.templates.${encoding}`)}
    </a>
  );
  return (
    <>
      <p className="mb-4">
        <a href={`${FOLDER}/sasae-template.xlsx`} download className="link inline-flex min-h-11 items-center">
          {t("import.templates.workbook")}
        </a>
      </p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-std-16N-170">{t("import.templates.list")}</summary>
        <DataTable
          caption={t("import.templates.list")}
          rows={[...FILE_KEYS]}
          rowKey={(file) => file}
          columns={[
            {
              key: "file",
              title: t("import.templates.file"),
              rowHeader: true,
              cell: (file) => (locale === "ja" ? `${fileName(file)}（${FILES[file].ja[0]}）` : fileName(file)),
            },
            {
              key: "columns",
              title: t("import.templates.columns"),
              cell: (file) =>
                FILES[file].columns
                  .map((column) => (locale === "ja" ? column.ja[0] : column.key))
                  .join(locale === "ja" ? "、" : ", "),
            },
            { key: "utf8", title: t("import.templates.utf8"), cell: (file) => link(file, "utf8") },
            { key: "cp932", title: t("import.templates.cp932"), cell: (file) => link(file, "cp932") },
          ]}
        />
      </details>
    </>
  );
}
