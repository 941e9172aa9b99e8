import { useTranslation } from "react-i18next";

import type { ShownRisk } from "../../domain/survey/result-view";
import {
  FIELD,
  nationalPoint,
  RISK_CHARTS,
  riskLines,
  riskPoint,
  type Point,
  type RiskChartKind,
} from "../../domain/survey/risk-chart";
import { decimal } from "../../i18n/format";
import { useLocale } from "../locale";

const SIDE = 270;
const EDGE = 36;
const TICKS = [3, 6, 9, 12] as const;

/** Pixels of a mean: the field is square, its origin at the bottom left. */
function place({ x, y }: Point): Point {
  const part = (value: number) => ((value - FIELD.low) / (FIELD.high - FIELD.low)) * SIDE;
  return { x: EDGE + part(x), y: 8 + SIDE - part(y) };
}

/**
 * One of the two job stress charts for men or women: lines of equal risk, the national mean as a cross, the group as a dot and
 * the whole contract as a ring. Drawn on the server, so it prints and needs no script.
 */
export function RiskChart({ kind, risk, whole }: { kind: RiskChartKind; risk: ShownRisk; whole: ShownRisk | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { sex, version, means } = risk;
  const axes = RISK_CHARTS[kind];
  const [x, y] = [t(`survey.results.risk.axis.${axes.x}`), t(`survey.results.risk.axis.${axes.y}`)];
  const title = t("survey.results.risk.caption", {
    ...{ sex: t(`survey.results.risk.sex.${sex}`), chart: t(`survey.results.risk.chart.${kind}`) },
  });
  const words = t("survey.results.risk.describe", {
    ...{ x, y, xMean: decimal(means[axes.x], locale, 2), yMean: decimal(means[axes.y], locale, 2) },
    risk: decimal(kind === "job" ? risk.jobRisk : risk.supportRisk, locale),
  });
  const [own, nation] = [place(riskPoint(kind, means)), place(nationalPoint(kind, sex, version))];
  const contract = whole && place(riskPoint(kind, whole.means));
  return (
    <figure className="m-0 break-inside-avoid">
      <figcaption className="text-std-16B-170">
        {title}
        <span className="block text-dns-14N-130">{words}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${title}：${words}`}
        viewBox={`0 0 ${SIDE + EDGE + 44} ${SIDE + 52}`}
        className="mt-2 w-full max-w-96"
      >
        <rect x={EDGE} y="8" width={SIDE} height={SIDE} fill="#fff" stroke="#767676" />
        {TICKS.map((tick) => (
          <g key={tick} fontSize="12" fill="#333">
            <text x={place({ x: tick, y: FIELD.low }).x} y={SIDE + 24} textAnchor="middle">
              {tick}
            </text>
            <text x={EDGE - 6} y={place({ x: FIELD.low, y: tick }).y + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {riskLines(kind, sex, version).map(({ level, from, to }) => (
          <RiskLevel key={level} level={level} from={place(from)} to={place(to)} />
        ))}
        <path
          d={`M ${nation.x - 6} ${nation.y} h 12 M ${nation.x} ${nation.y - 6} v 12`}
          stroke="#333"
          strokeWidth="2.5"
        />
        {contract && <circle cx={contract.x} cy={contract.y} r="6" fill="#fff" stroke="#333" strokeWidth="2" />}
        <circle cx={own.x} cy={own.y} r="7" fill="var(--color-key-900)" stroke="#fff" strokeWidth="1.5" />
        <text x={EDGE + SIDE / 2} y={SIDE + 44} textAnchor="middle" fontSize="13" fill="#1a1a1a">
          {`${x} →`}
        </text>
        <text
          x="10"
          y={8 + SIDE / 2}
          textAnchor="middle"
          fontSize="13"
          fill="#1a1a1a"
          transform={`rotate(-90 10 ${8 + SIDE / 2})`}
        >
          {`${y} →`}
        </text>
      </svg>
      <p className="flex flex-wrap gap-x-4 text-dns-14N-130" aria-hidden="true">
        <span>● {t("survey.results.risk.own")}</span>
        {whole && <span>○ {t("survey.results.risk.whole")}</span>}
        <span>＋ {t("survey.results.risk.nation")}</span>
      </p>
    </figure>
  );
}

function RiskLevel({ level, from, to }: { level: number; from: Point; to: Point }) {
  const isNation = level === 100;
  return (
    <g>
      <line
        {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
        stroke={isNation ? "#333" : "#767676"}
        strokeWidth={isNation ? 2 : 1}
        strokeDasharray={isNation ? undefined : "5 4"}
      />
      <text x={to.x + 4} y={to.y + 4} fontSize="12" fill="#333">
        {level}
      </text>
    </g>
  );
}
