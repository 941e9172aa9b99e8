/** What the simulator's form offers. */
export const HIRE_ROWS = [1, 2, 3, 4] as const;
export const LEAVE_ROWS = [1, 2] as const;

/** Caps whose costs are put side by side. */
export const CAPS: readonly number[] = [40, 45, 50, 55, 60, 65, 70, 75, 80];

/** In what steps each side may move its figures. */
export const STEPS = {
  contractor: { fte: 0.1, percent: 1 },
  ward: { fte: 0.5, percent: 10 },
} as const;
export type Side = keyof typeof STEPS;

export const DEFAULT_OVERHEAD_PERCENT = 10;

/** How many what-ifs may be put side by side. */
export const MOST_COMPARED = 3;

/** The caps to choose from: for a ward in fives, and always the specification's own. */
export function capsToChoose(cap: number): number[] {
  return [...new Set([...CAPS, cap])].sort((a, b) => a - b);
}
