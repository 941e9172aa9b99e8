import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireTenant } from "~/auth/require.server";
import { MAX_TEXT_LENGTH, type CellKind } from "~/domain/import/cells";
import { FILE_KEYS, fileName, FILES } from "~/domain/import/columns";
import { templateHeading } from "~/domain/import/headings";
import { csvTemplate } from "~/domain/import/template.server";
import { xlsxTemplate, type Guide } from "~/domain/import/xlsx-template.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/resources";

const WORKBOOK = "sasae-template.xlsx";

/** A template to fill in: FILE.csv (?encoding=cp932 for Shift_JIS), or the workbook with all sheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTenant(request, "contract.import");
  if (params.file === WORKBOOK) {
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return download(await xlsxTemplate(guide(localeOf(request))), WORKBOOK, mediaType);
  }
  const file = FILE_KEYS.find((key) => fileName(key) === params.file);
  if (!file) throw notFound();
  const cp932 = new URL(request.url).searchParams.get("encoding") === "cp932";
  const mediaType = `text/csv; charset=${cp932 ? "shift_jis" : "utf-8"}`;
  return download(csvTemplate(file, cp932 ? "cp932" : "utf-8"), fileName(file), mediaType);
}

function download(bytes: Uint8Array, name: string, mediaType: string): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function guide(locale: Locale): Guide {
  const t = translator(locale);
  const headings = (["file", "column", "required", "content"] as const).map((key) => t(`import.guide.${key}`));
  const rows = Object.values(FILES).flatMap(({ key, columns }) =>
    columns.map((column) => [
      ...[key, templateHeading(column)],
      column.inKey ? t("import.guide.inKey") : column.required ? t("import.guide.yes") : "",
      contentText(column.kind, locale),
    ]),
  );
  return { name: t("import.guide.sheet"), rows: [headings, ...rows] };
}

function contentText(kind: CellKind, locale: Locale): string {
  const t = translator(locale);
  switch (kind.type) {
    case "choice":
    case "tags": {
      const words = Object.entries(kind.labels).map(([key, [label]]) =>
        label && locale === "ja" ? `${key}（${label}）` : key,
      );
      return t(`import.guide.kind.${kind.type}`, { allowed: words.join(locale === "ja" ? "、" : ", ") });
    }
    case "number":
    case "integer":
      return t(`import.guide.kind.${kind.type}`, { min: kind.min ?? 0, max: kind.max });
    default:
      return t(`import.guide.kind.${kind.type}`, { max: MAX_TEXT_LENGTH });
  }
}
