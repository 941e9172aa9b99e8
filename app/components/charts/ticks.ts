/** Round ticks from 0 to above the highest figure; shares end at 100. */
export function ticksUpTo(highest: number, top: number | undefined, parts: number): number[] {
  const step = top === undefined ? roundStep((highest * 1.1) / parts) : top / parts;
  return Array.from({ length: parts + 1 }, (_, index) => index * step);
}

function roundStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= least) ?? 10;
  return factor * power;
}
