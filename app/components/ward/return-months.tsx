import { useTranslation } from "react-i18next";

import { CATALOGUE, type IndicatorKey } from "../../domain/kpi/catalogue";
import { decimal, monthName } from "../../i18n/format";
import type { Month } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useIndicatorText } from "../kpi/indicator-text";
import { useLocale } from "../locale";

export type ReturnFigure = { indicator: IndicatorKey; month: Month; numerator: number; denominator: number | null };
type Row = { key: IndicatorKey; figures: Map<Month, ReturnFigure> };

/** The monthly return as it was reported: numerator and denominator by indicator and month. */
export function ReturnMonths({ figures }: { figures: ReturnFigure[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useIndicatorText();
  if (figures.length === 0) return <p className="text-std-16N-170">{t("ward.contract.returnsNone")}</p>;
  const months = [...new Set(figures.map((figure) => figure.month))].sort();
  const rows: Row[] = CATALOGUE.flatMap(({ key, aggregation }) => {
    const own = figures.filter((figure) => figure.indicator === key);
    return aggregation === null || own.length === 0
      ? []
      : [{ key, figures: new Map(own.map((figure) => [figure.month, figure])) }];
  });
  const columns: Column<Row>[] = [
    { key: "name", title: t("ward.contract.indicator"), rowHeader: true, cell: (row) => text.name(row.key) },
    ...months.map((month): Column<Row> => ({
      ...{ key: month, title: monthName(month, locale), align: "end" },
      cell: (row) => {
        const figure = row.figures.get(month);
        if (!figure) return t("common.noData");
        const numerator = decimal(figure.numerator, locale);
        if (figure.denominator === null) return numerator;
        return t("ward.contract.month", { numerator, denominator: decimal(figure.denominator, locale) });
      },
    })),
  ];
  const caption = t("ward.contract.returnsByMonth");
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} minWidth="min-w-[64rem]" />
  );
}
