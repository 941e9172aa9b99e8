import { useTranslation } from "react-i18next";

import type { IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { DataTable, type Column } from "../data-table";
import { useIndicatorText } from "../kpi/indicator-text";
import { StatusMark, TONES } from "../status";

export type ComparedOffice = { key: string; name: string; supportStaff: number; indicators: Indicator[] };

/** Offices side by side: each indicator with mark and value. */
export function OfficeComparison({ offices, keys }: { offices: ComparedOffice[]; keys: IndicatorKey[] }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const find = (office: ComparedOffice, key: IndicatorKey) => office.indicators.find((one) => one.key === key);
  const toneOf = (indicator: Indicator | undefined) =>
    indicator?.met == null ? "na" : indicator.met ? ("ok" as const) : ("short" as const);
  const columns: Column<ComparedOffice>[] = [
    {
      key: "name",
      title: t("glossary.term.office"),
      rowHeader: true,
      cell: (office) => <span className="block min-w-44 print:min-w-24">{office.name}</span>,
    },
    {
      key: "staff",
      title: t("glossary.term.supportStaff"),
      align: "end",
      cell: (office) => t("common.people", { count: office.supportStaff }),
    },
    ...keys.map((key): Column<ComparedOffice> => ({
      key,
      title: text.name(key),
      align: "center",
      cell: (office) => {
        const indicator = find(office, key);
        const word = indicator?.met == null ? t("common.noData") : t(indicator.met ? "figures.met" : "figures.notMet");
        const detail = indicator?.met == null ? undefined : text.value(key, indicator.value);
        return <StatusMark tone={toneOf(indicator)} word={word} detail={detail} />;
      },
      tone: (office) => TONES[toneOf(find(office, key))].className,
    })),
  ];
  return (
    <DataTable
      caption={t("contractor.offices.title")}
      columns={columns}
      rows={offices}
      rowKey={(office) => office.key}
      minWidth="min-w-[60rem]"
    />
  );
}
