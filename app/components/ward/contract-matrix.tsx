import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { DataTable, type Column } from "../data-table";
import { useIndicatorText } from "../kpi/indicator-text";
import { StatusMark, TONES, type Tone } from "../status";

/** A row of figures: a contract, or the ward's total (no link). */
export type FigureRow = { key: string; name: string; to?: string; supportStaff: number; indicators: Indicator[] };

/** Contracts side by side, the ward's total last: per indicator mark, word and value. */
export function ContractMatrix({ rows, keys, caption }: { rows: FigureRow[]; keys: IndicatorKey[]; caption: string }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const columns: Column<FigureRow>[] = [
    {
      ...{ key: "name", title: t("glossary.term.contract"), rowHeader: true },
      cell: (row) =>
        row.to ? (
          <Link to={row.to} className="link block min-w-48 print:min-w-24">
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    {
      ...{ key: "staff", title: t("glossary.term.supportStaff"), align: "end" },
      cell: (row) => t("common.people", { count: row.supportStaff }),
    },
    ...keys.map((key): Column<FigureRow> => ({
      ...{ key, title: text.name(key), align: "center" },
      cell: (row) => {
        const indicator = find(row, key);
        const tone = toneOf(indicator);
        const word = tone === "na" ? t("ward.noData") : t(tone === "ok" ? "figures.met" : "figures.notMet");
        return (
          <StatusMark
            tone={tone}
            word={word}
            detail={tone === "na" ? undefined : text.value(key, indicator?.value ?? null)}
          />
        );
      },
      tone: (row) => TONES[toneOf(find(row, key))].className,
    })),
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} minWidth="min-w-[72rem]" />
  );
}

function find(row: FigureRow, key: IndicatorKey): Indicator | undefined {
  return row.indicators.find((indicator) => indicator.key === key);
}

function toneOf(indicator: Indicator | undefined): Tone {
  return indicator?.met == null ? "na" : indicator.met ? "ok" : "short";
}
