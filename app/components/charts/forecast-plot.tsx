import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";

import { GRID, HUE, INK } from "./colours";
import type { FanPoint } from "./marks";
import { ticksUpTo } from "./ticks";

const BAND = "#9fc5d6";

/** The drawing of a course and its fan; loaded in the browser only. */
export function ForecastPlot(props: {
  title: string;
  description: string;
  points: FanPoint[];
  cap: { value: number; label: string };
  names: { count: string; mean: string; band: string };
  format: (value: number) => string;
  height: number;
}) {
  const { points, cap, names, format } = props;
  const ticks = ticksUpTo(
    Math.max(cap.value, ...points.map(({ count, band }) => band?.[1] ?? count ?? 0)),
    undefined,
    4,
  );
  const tick = { fontSize: 14, fill: INK };
  return (
    <ComposedChart
      responsive
      style={{ width: "100%", height: props.height }}
      data={points}
      title={props.title}
      desc={props.description}
      margin={{ top: 20, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke={GRID} vertical={false} />
      <XAxis dataKey="label" tick={tick} tickLine={false} interval="preserveStartEnd" minTickGap={12} />
      <YAxis domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} tick={tick} tickLine={false} axisLine={false} width={52} />
      <Tooltip
        isAnimationActive={false}
        formatter={(value) =>
          Array.isArray(value) ? value.map((one) => format(Number(one))).join("–") : format(Number(value))
        }
      />
      <Area dataKey="band" name={names.band} stroke="none" fill={BAND} fillOpacity={0.7} isAnimationActive={false} />
      <ReferenceLine
        y={cap.value}
        stroke={INK}
        strokeDasharray="6 4"
        label={{ value: cap.label, position: "insideBottomLeft", fontSize: 14, fill: INK }}
      />
      <Line
        dataKey="mean"
        name={names.mean}
        stroke={HUE}
        strokeWidth={2}
        strokeDasharray="4 4"
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="count"
        name={names.count}
        stroke={HUE}
        strokeWidth={3}
        dot={{ r: 3.5, fill: HUE, stroke: "#fff" }}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}
