/**
 * A bullet: the value as a bar, the target as a dark line, last year's value or a baseline as a small
 * triangle, an interval as a pale band. Drawn on the server, so it prints and needs no script.
 */
export function Bullet(props: {
  /** The whole in words: value, target, judgement. */
  label: string;
  value: number | null;
  target: number;
  /** Right end of the scale; taken from the figures where not given. */
  max?: number;
  met: boolean | null;
  reference?: number | null;
  band?: { low: number; high: number } | null;
}) {
  const width = 300;
  const figures = [props.value ?? 0, props.target, props.reference ?? 0, props.band?.high ?? 0];
  const max = props.max ?? Math.max(...figures) * 1.15;
  const x = (value: number) => Math.max(0, Math.min(width, (value / (max || 1)) * width));
  const colour = props.met === false ? "var(--color-error-2)" : "var(--color-key-900)";
  return (
    <svg role="img" aria-label={props.label} viewBox={`-2 0 ${width + 4} 36`} className="h-9 w-full max-w-80">
      <rect x="0" y="6" width={width} height="18" fill="#e6e6e6" />
      {props.band && (
        <rect
          x={x(props.band.low)}
          y="6"
          width={x(props.band.high) - x(props.band.low)}
          height="18"
          fill="var(--color-key-200)"
        />
      )}
      {props.value !== null && <rect x="0" y="11" width={x(props.value)} height="8" fill={colour} />}
      <line x1={x(props.target)} x2={x(props.target)} y1="2" y2="28" stroke="#000" strokeWidth="3" />
      {props.reference != null && <path d={`M ${x(props.reference) - 5} 35 l 5 -8 l 5 8 z`} fill="#666" />}
    </svg>
  );
}
