import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireWard } from "~/auth/require.server";
import { ownName } from "~/components/ward/names";
import { definitionOf } from "~/domain/kpi/catalogue";
import { computeWardKpi, type WardKpi } from "~/domain/kpi/compute-kpi.server";
import type { Indicator } from "~/domain/kpi/indicator";
import { sheetResponse, type Cell, type Sheet } from "~/domain/report/sheet.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { distanceSentence } from "~/i18n/kpi-text";
import { localeOf } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/resources";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** The ward's figures as a file: one row per contract and indicator, the ward's totals last. Aggregates only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const params = new URL(request.url).searchParams;
  const { day } = asOfFrom(params, today());
  const locale = localeOf(request);
  const sheet = sheetOf(await computeWardKpi(view, day), locale);
  const name = translator(locale)("ward.export.file");
  return sheetResponse(sheet, params, [name, day.replaceAll("-", "")]);
}

function sheetOf(kpi: WardKpi, locale: Locale): Sheet {
  const t = translator(locale);
  const number = { format: "#,##0.0" };
  const people = kpi.contracts.reduce((sum, contract) => sum + contract.supportStaff, 0);
  return {
    name: t("ward.export.sheet"),
    heading: t("ward.export.heading", { day: longDay(kpi.day, locale) }),
    columns: [
      { title: t("ward.export.contract"), width: 28 },
      { title: t("ward.export.code") },
      { title: t("ward.export.contractor"), width: 24 },
      { title: t("ward.export.people"), format: "0" },
      { title: t("ward.export.pillar"), width: 24 },
      { title: t("ward.export.level"), width: 18 },
      { title: t("ward.export.indicator"), width: 34 },
      { title: t("ward.export.value"), ...number },
      { title: t("ward.export.unit") },
      { title: t("ward.export.numerator"), ...number },
      { title: t("ward.export.denominator"), ...number },
      { title: t("ward.export.target"), ...number },
      { title: t("ward.export.direction") },
      { title: t("ward.export.judgement") },
      { title: t("ward.export.distance"), width: 40 },
    ],
    rows: [
      ...kpi.contracts.flatMap((contract) =>
        contract.indicators.map((indicator) => [
          ...[ownName(locale, contract), contract.contractCode],
          locale === "en" ? (contract.contractorNameEn ?? contract.contractorName) : contract.contractorName,
          contract.supportStaff,
          ...indicatorCells(indicator, locale),
        ]),
      ),
      ...kpi.totals.map((indicator) => [
        t("ward.home.total"),
        null,
        null,
        people,
        ...indicatorCells(indicator, locale),
      ]),
    ],
  };
}

function indicatorCells(indicator: Indicator, locale: Locale): Cell[] {
  const t = translator(locale);
  const { pillar, level, unit } = definitionOf(indicator.key);
  const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
  return [
    ...[t("kpi.pillar", { returnObjects: true })[pillar], t(`kpi.level.${level}`), t(`kpi.name.${indicator.key}`)],
    tenth(indicator.value),
    t(`figures.unitName.${unit}`),
    ...[tenth(indicator.numerator), tenth(indicator.denominator), indicator.target],
    t(indicator.direction === "higher" ? "ward.export.higher" : "ward.export.lower"),
    indicator.met === null ? null : t(indicator.met ? "figures.met" : "figures.notMet"),
    distanceSentence(t, locale, indicator),
  ];
}
