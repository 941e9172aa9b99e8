const WIDTH = 200;

/** A worker's load now (pale) and after the moves (dark) against the level to reach; drawn on the server, so it prints. */
export function LoadBars(props: { label: string; before: number; after: number; limit: number; max: number }) {
  const x = (value: number) => Math.max(0, Math.min(WIDTH, (value / (props.max || 1)) * WIDTH));
  const colour = props.after > props.limit ? "var(--color-error-2)" : "var(--color-key-900)";
  return (
    <svg role="img" aria-label={props.label} viewBox={`-2 0 ${WIDTH + 4} 30`} className="h-8 w-48">
      <rect x="0" y="3" width={x(props.before)} height="10" fill="var(--color-key-200)" />
      <rect x="0" y="16" width={x(props.after)} height="10" fill={colour} />
      <line x1={x(props.limit)} x2={x(props.limit)} y1="0" y2="30" stroke="#000" strokeWidth="2" />
    </svg>
  );
}
