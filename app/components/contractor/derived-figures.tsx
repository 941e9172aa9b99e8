import { useTranslation } from "react-i18next";

import type { DerivedFigure } from "../../domain/kpi/derived";
import { decimal } from "../../i18n/format";
import { useLocale } from "../locale";

/** The figures beside the indicators: value, what it is counted from, what is required. */
export function DerivedFigures({ figures }: { figures: DerivedFigure[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const written = (figure: DerivedFigure, value: number) =>
    t(`contractor.derived.unit.${figure.unit}`, { value: decimal(value, locale) });
  return (
    <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {figures.map((figure) => (
        <div key={figure.key} className="break-inside-avoid border-b border-solid-gray-300 py-3">
          <dt className="text-dns-16N-130">{t(`kpi.derived.${figure.key}`)}</dt>
          <dd className="mt-1">
            <span className="text-std-20B-150 tabular">
              {figure.value === null ? t("common.noData") : written(figure, figure.value)}
            </span>
            {figure.value !== null && figure.denominator !== null && figure.numerator !== null && (
              <span className="ml-2 text-dns-14N-130 text-solid-gray-700 tabular">
                {t("contractor.derived.of", {
                  numerator: decimal(figure.numerator, locale),
                  denominator: decimal(figure.denominator, locale),
                })}
              </span>
            )}
            {figure.required !== null && figure.value !== null && (
              <span
                className={`ml-2 text-oln-14B-100 ${figure.value >= figure.required ? "text-success-2" : "text-error-2"}`}
              >
                {t(figure.value >= figure.required ? "common.met" : "common.notMet")}
                <span className="ml-1 font-400 text-solid-gray-700">
                  {t("figures.atLeast", { value: written(figure, figure.required) })}
                </span>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
