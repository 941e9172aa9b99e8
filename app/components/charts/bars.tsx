import { lazy } from "react";

import { ChartFigure, HEIGHTS } from "./figure";
import type { Bar } from "./marks";

const Plot = lazy(async () => ({ default: (await import("./bars-plot")).BarsPlot }));

/** Quantities side by side, the number above each bar. `columns` are the table's headings. */
export function Bars(props: {
  title: string;
  description: string;
  bars: Bar[];
  columns: [string, string];
  format: (value: number) => string;
  target?: { value: number; label: string } | null;
}) {
  const rows = props.bars.map((bar) => ({ key: bar.key, cells: [bar.label, props.format(bar.value)] }));
  return (
    <ChartFigure title={props.title} table={{ columns: props.columns, rows }} size="large">
      {() => (
        <Plot
          title={props.title}
          description={props.description}
          bars={props.bars}
          valueLabel={props.columns[1]}
          format={props.format}
          target={props.target ?? null}
          height={HEIGHTS.large}
        />
      )}
    </ChartFigure>
  );
}
