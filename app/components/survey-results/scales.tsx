import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { COEFFICIENT_VERSIONS } from "../../domain/survey/group-risk";
import type { GroupDetail } from "../../domain/survey/result-page";
import type { ScaleFigure } from "../../domain/survey/result-view";
import { decimal } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { percentOf } from "./names";

const DIGITS = 2;

/** The national means of a scale in words. */
export function normText(t: TFunction, locale: Locale, { norms }: Pick<ScaleFigure, "norms">): string {
  if (norms.length === 0) return t("survey.results.scales.noNorm");
  return norms
    .map((norm) => t(`survey.results.scales.normOf.${norm.of}`, { mean: decimal(norm.mean, locale, DIGITS) }))
    .join(locale === "en" ? ", " : "・");
}

/** How a scale's mean reads: against the national mean where there is one, otherwise which way is which. */
export function readingText(
  t: TFunction,
  { standing, direction }: Pick<ScaleFigure, "standing" | "direction">,
): string {
  return standing ? t(`survey.results.scales.standing.${standing}`) : t(`survey.results.scales.direction.${direction}`);
}

/** Means of stress and health scales with what they are compared with. */
export function ScaleSection({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [current] = COEFFICIENT_VERSIONS;
  const version = t(`survey.results.risk.versions.${group.risks[0]?.version ?? current}`);
  const columns: Column<ScaleFigure>[] = [
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
    {
      ...{ key: "mean", title: t("survey.results.scales.mean"), align: "end" },
      cell: ({ mean }) => decimal(mean, locale, DIGITS),
    },
    { key: "place", title: t("survey.results.scales.range"), cell: (scale) => <Place scale={scale} /> },
    { key: "norm", title: t("survey.results.scales.norm"), cell: (scale) => normText(t, locale, scale) },
    {
      ...{ key: "reading", title: t("survey.results.scales.reading") },
      cell: (scale) => (scale.standing ? <Standing scale={scale} /> : t("common.noData")),
    },
  ];
  return (
    <Section id="scales" title={t("survey.results.scales.title")} note={t("survey.results.scales.note")}>
      <DataTable
        {...{ caption: t("survey.results.scales.title"), columns, rows: group.scales, minWidth: "min-w-[48rem]" }}
        rowKey={({ key }) => key}
      />
      {group.highStress && <HighStress {...group.highStress} />}
      <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{t("survey.results.scales.source", { version })}</p>
    </Section>
  );
}

const MARKS = { better: "○", similar: "＝", worse: "△" } as const;

function Standing({ scale }: { scale: ScaleFigure }) {
  const { t } = useTranslation();
  return (
    <span>
      <span aria-hidden="true">{scale.standing && MARKS[scale.standing]} </span>
      {readingText(t, scale)}
    </span>
  );
}

/** Where the mean lies between the scale's ends, with small triangles at the national means. */
function Place({ scale }: { scale: ScaleFigure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { name, mean, low, high, norms } = scale;
  const width = 160;
  const x = (value: number) => ((value - low) / (high - low)) * width;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap tabular">
      {low}
      <svg
        role="img"
        aria-label={t("survey.results.scales.label", {
          ...{ name: name[locale], mean: decimal(mean, locale, DIGITS), low, high, words: readingText(t, scale) },
        })}
        viewBox={`-6 0 ${width + 12} 28`}
        className="h-7 w-40"
      >
        <line x1="0" x2={width} y1="12" y2="12" stroke="#999" strokeWidth="2" />
        {norms.map((norm) => (
          <path key={norm.of} d={`M ${x(norm.mean) - 4} 27 l 4 -8 l 4 8 z`} fill="#666" />
        ))}
        <circle cx={x(mean)} cy="12" r="6" fill="var(--color-key-900)" />
      </svg>
      {high}
    </span>
  );
}

function HighStress({ count, of }: { count: number; of: number }) {
  const { t } = useTranslation();
  return (
    <p className="mt-4 text-std-16N-170">
      {t("survey.results.scales.highStress", { count, of, percent: percentOf(count, of) })}
      <span className="block text-dns-14N-130 text-solid-gray-700">{t("survey.results.scales.highStressNote")}</span>
    </p>
  );
}
