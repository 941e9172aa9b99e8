import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { definitionOf, type IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { Bullet } from "../bullet";
import { DistanceText } from "../kpi/distance-text";
import { useIndicatorText } from "../kpi/indicator-text";
import { Judgement } from "../kpi/judgement";
import type { FigureRow } from "./contract-matrix";

/** One indicator over all contracts: value, judgement, distance in words and a bullet each; the ward's total last. */
export function IndicatorBlock({ indicatorKey, rows }: { indicatorKey: IndicatorKey; rows: FigureRow[] }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const found = rows.flatMap((row) => {
    const indicator = row.indicators.find((one) => one.key === indicatorKey);
    return indicator ? [{ row, indicator }] : [];
  });
  const { unit, baseline } = definitionOf(indicatorKey);
  const highest = Math.max(
    ...found.flatMap(({ indicator }) => [indicator.value ?? 0, indicator.target, indicator.forecast?.high ?? 0]),
  );
  const max = unit === "percent" ? 100 : highest * 1.15;
  return (
    <article className="break-inside-avoid">
      <h3 className="text-std-17B-170">{text.name(indicatorKey)}</h3>
      {baseline !== null && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t("figures.baseline", { value: text.value(indicatorKey, baseline) })}
        </p>
      )}
      <ul className="mt-1 border-t border-solid-gray-300">
        {found.map(({ row, indicator }) => (
          <li
            key={row.key}
            className={`grid gap-x-4 border-b border-solid-gray-300 px-2 py-2 sm:grid-cols-[1fr_11rem] ${row.to ? "" : "bg-solid-gray-50"}`}
          >
            <div>
              <p className="text-dns-16N-130">
                {row.to ? (
                  <Link to={row.to} className="link">
                    {row.name}
                  </Link>
                ) : (
                  <b>{row.name}</b>
                )}
              </p>
              <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
                <span className="text-std-20B-150 tabular">{text.value(indicatorKey, indicator.value)}</span>
                <Judgement met={indicator.met} />
              </p>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {indicator.value !== null && <DistanceText indicator={indicator} />}
                <span className="block">{t("figures.target", { value: text.target(indicator) })}</span>
              </p>
            </div>
            <SmallBullet indicator={indicator} name={row.name} max={max} baseline={baseline} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function SmallBullet(props: { indicator: Indicator; name: string; max: number; baseline: number | null }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const { indicator } = props;
  return (
    <Bullet
      label={t("figures.bulletLabel", {
        ...{ name: `${props.name} ${text.name(indicator.key)}`, value: text.value(indicator.key, indicator.value) },
        ...{ target: text.target(indicator), judgement: text.judgement(indicator.met) },
      })}
      value={indicator.value}
      target={indicator.target}
      max={props.max}
      met={indicator.met}
      reference={props.baseline}
      band={indicator.forecast ?? null}
    />
  );
}
