import { useTranslation } from "react-i18next";

import type { Summary } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import { useLocale } from "../locale";
import { Notice } from "../notice";

/** What the moves do in all, and how near that comes to the best there is. */
export function Effect({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => decimal(value, locale);
  const { aboveLoadBefore, aboveLoadAfter, excessBefore, excessAfter, moves, sameOffice, leastMoves } = summary;
  const figures = [
    [
      t("redistribution.summary.aboveLoad"),
      t("redistribution.summary.people", { before: aboveLoadBefore, after: aboveLoadAfter }),
    ],
    [
      t("redistribution.summary.excess"),
      t("redistribution.summary.loads", { before: number(excessBefore), after: number(excessAfter) }),
    ],
    [t("redistribution.summary.moves"), t("redistribution.summary.movesValue", { count: moves, same: sameOffice })],
    [t("redistribution.summary.aboveCap"), t("redistribution.summary.aboveCapValue", { count: summary.aboveCap })],
  ];
  const isStuck = excessAfter > 0 && summary.unavoidable > 0;
  return (
    <>
      <dl className="grid gap-3 md:grid-cols-2 xl:grid-cols-4">
        {figures.map(([label, value]) => (
          <div key={label} className="rounded-12 border border-solid-gray-300 p-4">
            <dt className="text-dns-14N-130 text-solid-gray-700">{label}</dt>
            <dd className="mt-1 text-std-18B-160 tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {excessBefore === 0 && <p className="mt-3 text-std-16N-170">{t("redistribution.summary.none")}</p>}
      {excessBefore > 0 && moves === 0 && (
        <p className="mt-3 text-std-16N-170">{t("redistribution.summary.noMoves")}</p>
      )}
      {moves > 0 && excessAfter < excessBefore && (
        <p className="mt-3 text-std-16N-170">
          {moves === leastMoves
            ? t("redistribution.summary.least")
            : t("redistribution.summary.nearLeast", { count: leastMoves })}
        </p>
      )}
      {isStuck && (
        <Notice kind="warning">{t("redistribution.summary.unavoidable", { load: number(summary.unavoidable) })}</Notice>
      )}
    </>
  );
}
