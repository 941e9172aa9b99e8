import { useTranslation } from "react-i18next";

import type { StaffingResult } from "../../domain/simulator/schema";
import { decimal } from "../../i18n/format";
import { Bars } from "../charts/bars";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { intervalText, neededText, yenText, type Staffing } from "./lines";

type Row = StaffingResult["caps"][number];

/** What a cap of 40, 45 … 80 would cost. Where no number of persons may be shown, the cases per FTE stand for them. */
export function CapTable({ input, result }: Staffing) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isWithheld = result.after.above === null;
  const neededOf = (row: Row) => (isWithheld ? row.kpiNeeded : row.needed);
  const money = (row: Row, key: "thisYearJpy" | "fullYearJpy" | "feeFullYearJpy") => {
    const needed = neededOf(row);
    return yenText(t, locale, "reason" in needed ? null : needed[key]);
  };
  const people = (value: number) => t("common.people", { count: value });
  const above: Column<Row> = {
    ...{ key: "above", title: t("simulator.caps.above"), align: "end" },
    cell: (row) => row.above && intervalText(t, row.above, people),
  };
  return (
    <Section
      id="caps"
      title={t("simulator.caps.title")}
      note={t(isWithheld ? "simulator.caps.noteSmall" : "simulator.caps.note")}
    >
      <div className="mb-5 max-w-3xl">
        {isWithheld ? <PerFteChart {...{ input, result }} /> : <AboveChart {...{ input, result }} />}
      </div>
      <DataTable
        caption={t("simulator.caps.title")}
        rows={result.caps}
        rowKey={(row) => String(row.cap)}
        columns={[
          {
            ...{ key: "cap", title: t("simulator.caps.cap"), rowHeader: true },
            cell: (row) => t("simulator.result.casesText", { value: decimal(row.cap, locale) }),
          },
          ...(isWithheld ? [] : [above]),
          { key: "needed", title: t("simulator.caps.needed"), cell: (row) => neededText(t, locale, neededOf(row)) },
          {
            key: "thisYear",
            title: t("simulator.caps.thisYear"),
            cell: (row) => money(row, "thisYearJpy"),
            align: "end",
          },
          {
            key: "fullYear",
            title: t("simulator.caps.fullYear"),
            cell: (row) => money(row, "fullYearJpy"),
            align: "end",
          },
          { key: "fee", title: t("simulator.caps.fee"), cell: (row) => money(row, "feeFullYearJpy"), align: "end" },
        ]}
      />
    </Section>
  );
}

function AboveChart({ result }: Staffing) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Bars
      title={t("simulator.caps.chart")}
      description={t("simulator.caps.chartDescription")}
      bars={result.caps.map(({ cap, above }) => ({
        ...{ key: String(cap), value: above?.expected ?? 0 },
        label:
          cap === result.specificationCap
            ? t("simulator.caps.own", { cap: decimal(cap, locale) })
            : decimal(cap, locale),
        alarm: cap === result.specificationCap && (above?.expected ?? 0) > 0,
      }))}
      columns={[t("simulator.caps.cap"), t("simulator.caps.people")]}
      format={(value) => t("common.people", { count: value })}
    />
  );
}

function PerFteChart({ input, result }: Staffing) {
  const { t } = useTranslation();
  const locale = useLocale();
  const bars = (["before", "after"] as const).flatMap((key) => {
    const value = result[key].casesPerFte?.expected;
    const label = t(key === "before" ? "simulator.result.now" : "simulator.result.plan");
    return value === undefined ? [] : [{ key, label, value: Math.round(value * 10) / 10, alarm: value > input.cap }];
  });
  return (
    <Bars
      title={t("simulator.caps.kpiChart")}
      description={t("simulator.caps.kpiChartDescription")}
      bars={bars}
      columns={[t("simulator.result.item"), t("simulator.result.line.casesPerFte")]}
      format={(value) => t("simulator.result.casesText", { value: decimal(value, locale) })}
      target={{ value: input.cap, label: t("simulator.caps.target", { cap: decimal(input.cap, locale) }) }}
    />
  );
}
