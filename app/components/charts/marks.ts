/** What the charts draw; the frame and the lazily loaded drawing both know it. */

/** A point of a trend; null where there are no data, which leaves a gap in the line. */
export type TrendPoint = { key: string; label: string; value: number | null; met: boolean | null };

/** A bar; alarm bars are drawn in the alarm colour and say so in their label. */
export type Bar = { key: string; label: string; value: number; alarm?: boolean };

/** A day of a course: counted, or expected with its interval; null where there is none. */
export type FanPoint = {
  key: string;
  label: string;
  count: number | null;
  mean: number | null;
  band: [number, number] | null;
};
