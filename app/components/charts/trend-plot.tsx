import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";

import { ALARM, GRID, HUE, INK } from "./colours";
import type { TrendPoint } from "./marks";
import { ticksUpTo } from "./ticks";

/** The drawing of a trend; loaded in the browser only. */
export function TrendPlot(props: {
  title: string;
  description: string;
  points: TrendPoint[];
  target: number | null;
  targetLabel: string;
  valueLabel: string;
  format: (value: number) => string;
  height: number;
  compact: boolean;
  /** The end of the scale, where it is known. */
  top?: number;
}) {
  const highest = Math.max(props.target ?? 0, ...props.points.map((point) => point.value ?? 0));
  const ticks = ticksUpTo(highest, props.top, props.compact ? 2 : 4);
  const tick = { fontSize: props.compact ? 12 : 14, fill: INK };
  return (
    <LineChart
      responsive
      style={{ width: "100%", height: props.height }}
      data={props.points}
      title={props.title}
      desc={props.description}
      margin={{ top: 20, right: props.compact ? 8 : 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke={GRID} vertical={false} />
      <XAxis dataKey="label" tick={tick} tickLine={false} interval="preserveStartEnd" minTickGap={12} />
      <YAxis domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} tick={tick} tickLine={false} axisLine={false} width={44} />
      <Tooltip isAnimationActive={false} formatter={(value) => [props.format(Number(value)), props.valueLabel]} />
      {props.target !== null && (
        <ReferenceLine
          y={props.target}
          stroke={INK}
          strokeDasharray="6 4"
          label={{
            value: props.targetLabel,
            position: "insideBottomLeft",
            fontSize: props.compact ? 12 : 14,
            fill: INK,
          }}
        />
      )}
      <Line
        dataKey="value"
        name={props.valueLabel}
        stroke={HUE}
        strokeWidth={2}
        connectNulls={false}
        isAnimationActive={false}
        dot={(dot: { key?: React.Key | null; cx?: number; cy?: number; payload?: TrendPoint }) => (
          <Mark key={dot.key} dot={dot} />
        )}
      />
    </LineChart>
  );
}

function Mark({ dot }: { dot: { cx?: number; cy?: number; payload?: TrendPoint } }) {
  const { cx, cy, payload } = dot;
  if (cx === undefined || cy === undefined || payload?.value == null) return <g />;
  if (payload.met === false) return <path d={`M ${cx - 5} ${cy + 4} l 5 -9 l 5 9 z`} fill={ALARM} stroke="#fff" />;
  return <circle cx={cx} cy={cy} r={3.5} fill={HUE} stroke="#fff" />;
}
