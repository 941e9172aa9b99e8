import { lazy } from "react";

import { ChartFigure, HEIGHTS } from "./figure";
import type { TrendPoint } from "./marks";

const Plot = lazy(async () => ({ default: (await import("./trend-plot")).TrendPlot }));

/**
 * A figure over time with its target as a line; points that miss the target are drawn as triangles in the alarm colour.
 * `format` writes a value with its unit; `columns` are the table's headings: period, value, judgement.
 */
export function Trend(props: {
  title: string;
  description: string;
  points: TrendPoint[];
  target: number | null;
  targetLabel: string;
  format: (value: number) => string;
  columns: [string, string, string];
  judgement: (met: boolean | null) => string;
  noData: string;
  compact?: boolean;
  /** The end of the scale, where it is known: 100 for shares. */
  top?: number;
}) {
  const size = props.compact ? "small" : "large";
  const rows = props.points.map((point) => ({
    key: point.key,
    cells: [point.label, point.value === null ? props.noData : props.format(point.value), props.judgement(point.met)],
  }));
  return (
    <ChartFigure title={props.title} table={{ columns: props.columns, rows }} size={size} compact={props.compact}>
      {() => (
        <Plot
          title={props.title}
          description={props.description}
          points={props.points}
          target={props.target}
          targetLabel={props.targetLabel}
          valueLabel={props.columns[1]}
          format={props.format}
          height={HEIGHTS[size]}
          compact={props.compact ?? false}
          top={props.top}
        />
      )}
    </ChartFigure>
  );
}
