import { useTranslation } from "react-i18next";

import type { ResultPage } from "../../domain/survey/result-page";
import type { ScaleTrend } from "../../domain/survey/result-view";
import { decimal, shortDay } from "../../i18n/format";
import { Trend } from "../charts/trend";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";

/** Results over the contract's closed surveys: the share that finds the work worthwhile, and the scales' means. */
export function TrendSection({ page }: { page: Pick<ResultPage, "trend" | "target"> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { points, scales } = page.trend;
  const shares = points.filter(({ worthwhile }) => worthwhile !== null);
  const target = decimal(page.target, locale);
  const title = t("survey.results.trend.worthwhile");
  return (
    <Section id="trend" title={t("survey.results.trend.title")} note={t("survey.results.trend.note")}>
      {points.length < 2 && <p className="text-std-16N-170">{t("survey.results.trend.one")}</p>}
      {shares.length > 1 && (
        <Trend
          {...{ title, description: t("survey.results.trend.description", { target }), target: page.target, top: 100 }}
          points={shares.map(({ campaignId, closedOn, worthwhile }) => ({
            ...{ key: campaignId, label: shortDay(closedOn, locale) },
            ...{ value: worthwhile?.percent ?? null, met: worthwhile?.met ?? null },
          }))}
          targetLabel={t("survey.results.trend.target", { target })}
          format={(value) => `${decimal(value, locale)}%`}
          columns={[
            ...([t("survey.results.trend.survey"), t("survey.results.trend.value")] as const),
            t("survey.results.trend.judgement"),
          ]}
          judgement={(met) => (met === null ? t("common.noData") : t(met ? "common.met" : "common.notMet"))}
          noData={t("common.noData")}
        />
      )}
      {scales.length > 0 && <ScaleTable page={page} />}
    </Section>
  );
}

function ScaleTable({ page }: { page: Pick<ResultPage, "trend"> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { points, scales } = page.trend;
  const columns: Column<ScaleTrend>[] = [
    {
      ...{ key: "name", title: t("survey.results.scales.name"), rowHeader: true },
      cell: ({ name, direction }) => (
        <>
          {name[locale]}
          <span className="block text-dns-14N-130 text-solid-gray-700">
            {t(`survey.results.scales.direction.${direction}`)}
          </span>
        </>
      ),
    },
    ...points.map(({ campaignId, closedOn }, index): Column<ScaleTrend> => ({
      ...{ key: campaignId, title: shortDay(closedOn, locale), align: "end" },
      cell: ({ means }) => {
        const mean = means[index] ?? null;
        return mean === null ? t("common.noData") : decimal(mean, locale, 2);
      },
    })),
  ];
  return (
    <div className="mt-6">
      <h3 className="mb-2 text-std-17B-170">{t("survey.results.trend.scales")}</h3>
      <DataTable {...{ caption: t("survey.results.trend.scales"), columns, rows: scales }} rowKey={({ key }) => key} />
    </div>
  );
}
