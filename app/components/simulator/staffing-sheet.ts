import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { decimal, shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import { assumptionLines, neededLines, neededText, resultLines, type Line, type Staffing } from "./lines";

type Row = Line & { part: string };

/** A staffing what-if as a file: a row for each assumption, each figure and each cap. */
export function staffingSheet(
  t: TFunction,
  locale: Locale,
  { input, result, asOf, name }: Staffing & { asOf: Day; name: string | null },
): Sheet {
  const staffing = { input, result };
  const part = (title: string, lines: Line[]): Row[] => lines.map((line) => ({ ...line, part: title }));
  const rows = [
    ...part(t("simulator.assumptions.title"), assumptionLines(t, locale, input)),
    ...part(t("simulator.result.title"), resultLines(t, locale, staffing)),
    ...part(t("simulator.needed.title"), neededLines(t, locale, staffing)),
    ...part(t("simulator.caps.title"), capLines(t, locale, staffing)),
  ];
  const number = { format: "#,##0.##", width: 18 };
  return tableSheet<Row>(
    listFile(t, locale, t("simulator.file.title"), asOf),
    [
      { title: t("simulator.file.scenario"), width: 28, cell: () => name ?? t("simulator.file.unsaved") },
      { title: t("simulator.file.asOf"), cell: () => shortDay(asOf, locale) },
      { title: t("simulator.file.part"), width: 22, cell: (row) => row.part },
      { title: t("simulator.file.item"), width: 36, cell: (row) => row.label },
      { title: t("simulator.file.value"), ...number, cell: (row) => row.figures.value },
      { title: t("simulator.file.low"), ...number, cell: (row) => row.figures.low },
      { title: t("simulator.file.high"), ...number, cell: (row) => row.figures.high },
      { title: t("simulator.file.text"), width: 40, cell: (row) => row.plan },
    ],
    rows,
  );
}

function capLines(t: TFunction, locale: Locale, { result }: Staffing): Line[] {
  const isWithheld = result.after.above === null;
  return result.caps.flatMap((row) => {
    const needed = isWithheld ? row.kpiNeeded : row.needed;
    const of = (key: "above" | "needed" | "fullYear") => ({
      key: `${row.cap}.${key}`,
      label: t("simulator.file.capRow", { cap: decimal(row.cap, locale), item: t(`simulator.caps.${key}`) }),
      now: null,
    });
    const single = (value: number | null) => ({ value, low: null, high: null });
    const cost = "reason" in needed ? null : needed.fullYearJpy;
    const above = row.above && { value: row.above.expected, low: row.above.low, high: row.above.high };
    return [
      ...(above ? [{ ...of("above"), plan: t("common.people", { count: above.value }), figures: above }] : []),
      { ...of("needed"), plan: neededText(t, locale, needed), figures: single("reason" in needed ? null : needed.fte) },
      {
        ...of("fullYear"),
        plan: cost === null ? "" : t("simulator.result.yen", { value: decimal(cost, locale, 0) }),
        figures: single(cost),
      },
    ];
  });
}
