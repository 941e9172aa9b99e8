import {
  Bar as BarMarks,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { ALARM, GRID, HUE, INK } from "./colours";
import type { Bar } from "./marks";

/** The drawing of bars; loaded in the browser only. */
export function BarsPlot(props: {
  title: string;
  description: string;
  bars: Bar[];
  valueLabel: string;
  format: (value: number) => string;
  target: { value: number; label: string } | null;
  height: number;
}) {
  const tick = { fontSize: 14, fill: INK };
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: props.height }}
      data={props.bars}
      title={props.title}
      desc={props.description}
      margin={{ top: 24, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke={GRID} vertical={false} />
      <XAxis dataKey="label" tick={tick} tickLine={false} interval="preserveStartEnd" minTickGap={8} />
      <YAxis tick={tick} tickLine={false} axisLine={false} width={44} allowDecimals={false} />
      <Tooltip isAnimationActive={false} formatter={(value) => [props.format(Number(value)), props.valueLabel]} />
      {props.target && (
        <ReferenceLine
          y={props.target.value}
          stroke={INK}
          strokeDasharray="6 4"
          label={{ value: props.target.label, position: "insideBottomLeft", fontSize: 14, fill: INK }}
        />
      )}
      <BarMarks dataKey="value" name={props.valueLabel} isAnimationActive={false} maxBarSize={64}>
        {props.bars.map((bar) => (
          <Cell key={bar.key} fill={bar.alarm ? ALARM : HUE} />
        ))}
        <LabelList dataKey="value" position="top" fontSize={14} fill={INK} />
      </BarMarks>
    </BarChart>
  );
}
