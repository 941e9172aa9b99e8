/**
 * What may be published of an anonymous survey: the one place for minimum groups and complementary suppression, for
 * screens, exports, flags and the API.
 *
 * The smallest things that tables are made of are atoms: the answers that one unit (an office) gave in one wave. A cell is a
 * union of atoms: an office, a contract, a pool of offices, an office over several waves. Whoever holds several cells can add
 * and subtract them. A set of cells is safe when nothing but zero can be made of them, by any linear combination, that rests
 * on fewer answers than the minimum. That is solved here, not estimated: for each group of atoms below the minimum, the
 * cells' row space must meet the vectors that live on that group alone in zero only, which is a comparison of two ranks.
 */

/** Answers of one unit in one wave, by a name that is the same wherever they are used. */
export type Atom = string;
export type Cell = { key: string; atoms: readonly Atom[] };
/** How many answers each atom has. */
export type Sizes = ReadonlyMap<Atom, number>;

/** The legal minimum for groups of stress and health scales, and the one for questions on satisfaction. */
export const MINIMUM = { health: 10, satisfaction: 5 } as const;

/** A minimum may be raised, never lowered. */
export function minimumFor(kind: keyof typeof MINIMUM, agreed: number | null): number {
  return Math.max(MINIMUM[kind], agreed ?? 0);
}

/** The answers in a cell. */
export function answersIn(cell: Cell, sizes: Sizes): number {
  return [...new Set(cell.atoms)].reduce((sum, atom) => sum + (sizes.get(atom) ?? 0), 0);
}

/** Whether no combination of the cells rests on fewer answers than the minimum. */
export function isSafe(cells: readonly Cell[], sizes: Sizes, minimum: number): boolean {
  return connected(cells, sizes).every((part) => isPartSafe(part, minimum));
}

/**
 * Of the wished cells, in the order of the wish, those that may be published beside what was published before and cannot be
 * taken back. A cell that would make the whole unsafe is left out, and with it whatever it would have told.
 */
export function publishable(
  wished: readonly Cell[],
  published: readonly Cell[],
  sizes: Sizes,
  minimum: number,
): Cell[] {
  const chosen: Cell[] = [];
  for (const cell of wished) {
    if (answersIn(cell, sizes) < minimum) continue;
    if (isSafe([...published, ...chosen, cell], sizes, minimum)) chosen.push(cell);
  }
  return chosen;
}

/**
 * The cells of one wave of one contract: the whole first, then units from the largest, then all that are left as one pool.
 * @param units the atoms of the wave by unit
 */
export function cellsOfWave(
  wave: string,
  units: readonly { unit: string; atom: Atom }[],
  published: readonly Cell[],
  sizes: Sizes,
  minimum: number,
): { whole: Cell | null; units: Cell[]; pool: (Cell & { units: string[] }) | null } {
  const whole = { key: `${wave}:all`, atoms: units.map(({ atom }) => atom) };
  const bySize = [...units].sort(
    (a, b) => (sizes.get(b.atom) ?? 0) - (sizes.get(a.atom) ?? 0) || (a.unit < b.unit ? -1 : 1),
  );
  const wished = [whole, ...bySize.map(({ unit, atom }) => ({ key: `${wave}:${unit}`, atoms: [atom] }))];
  const chosen = publishable(units.length > 1 ? wished : [whole], published, sizes, minimum);
  const alone = new Set(chosen.filter((cell) => cell !== whole).flatMap((cell) => cell.atoms));
  const rest = bySize.filter(({ atom }) => !alone.has(atom) && (sizes.get(atom) ?? 0) > 0);
  const pool = { key: `${wave}:pool`, atoms: rest.map(({ atom }) => atom), units: rest.map(({ unit }) => unit) };
  const isPool = rest.length > 1 && alone.size > 0;
  const [may] = isPool ? publishable([pool], [...published, ...chosen], sizes, minimum) : [];
  return {
    whole: chosen.includes(whole) ? whole : null,
    units: chosen.filter((cell) => cell !== whole),
    pool: may ? pool : null,
  };
}

/** Cells as rows over merged atoms: those that lie in exactly the same cells cannot be told apart and count as one. */
type Part = readonly Column[];
/** The cells that its atoms lie in, by their places, and their answers. */
type Column = { rows: readonly number[]; size: number };

/** Parts that share no atom, told apart at a cost of the cells' atoms and not of all pairs. */
function connected(cells: readonly Cell[], sizes: Sizes): Part[] {
  const lies = new Map<Atom, number[]>();
  cells.forEach(({ atoms }, row) => {
    for (const atom of new Set(atoms)) {
      if ((sizes.get(atom) ?? 0) === 0) continue;
      const before = lies.get(atom);
      if (before) before.push(row);
      else lies.set(atom, [row]);
    }
  });
  const columns = new Map<string, Column>();
  for (const [atom, rows] of lies) {
    const key = rows.join();
    columns.set(key, { rows, size: (columns.get(key)?.size ?? 0) + (sizes.get(atom) ?? 0) });
  }
  const above = cells.map((_, row) => row);
  const top = (row: number): number => {
    let at = row;
    for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
      above[at] = above[next] ?? next;
      at = next;
    }
    return at;
  };
  for (const { rows } of columns.values()) for (const row of rows) above[top(row)] = top(rows[0] ?? row);
  const parts = new Map<number, Column[]>();
  for (const column of columns.values()) {
    const part = top(column.rows[0] ?? 0);
    const before = parts.get(part);
    if (before) before.push(column);
    else parts.set(part, [column]);
  }
  return [...parts.values()].map((part) => part.sort((a, b) => a.size - b.size));
}

function isPartSafe(columns: Part, minimum: number): boolean {
  const groups = lightGroups(
    columns.map(({ size }) => size),
    minimum,
  );
  // why: most parts have no group to hide, and a rank costs the cube of the number of cells.
  if (groups.length === 0) return true;
  const whole = rank(rowsOf(columns));
  if (whole === null) return false;
  return groups.every((group) => {
    const outside = rank(rowsOf(columns.filter((_, column) => !group.has(column))));
    return outside !== null && outside === whole;
  });
}

function rowsOf(columns: Part): number[][] {
  const rows = new Map<number, number[]>();
  columns.forEach(({ rows: inRows }, column) => {
    for (const row of inRows) {
      const values = rows.get(row) ?? columns.map(() => 0);
      values[column] = 1;
      rows.set(row, values);
    }
  });
  return [...rows.values()];
}

/** Every group of columns below the minimum that no further column fits into; `sizes` ascends. */
function lightGroups(sizes: readonly number[], minimum: number): Set<number>[] {
  const groups: Set<number>[] = [];
  const extend = (from: number, chosen: number[], total: number) => {
    let isMaximal = true;
    for (let column = 0; column < sizes.length; column += 1) {
      if (chosen.includes(column)) continue;
      if (total + (sizes[column] ?? 0) >= minimum) break;
      isMaximal = false;
      if (column >= from) extend(column + 1, [...chosen, column], total + (sizes[column] ?? 0));
    }
    if (isMaximal && chosen.length > 0) groups.push(new Set(chosen));
  };
  extend(0, [], 0);
  return groups;
}

/** The rank over the rational numbers, by whole-number elimination; null where the numbers outgrow exact arithmetic. */
function rank(matrix: readonly (readonly number[])[]): number | null {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let done = 0;
  for (let column = 0; column < width && done < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= done && row[column] !== 0);
    if (found === -1) continue;
    const pivot = rows[found] ?? [];
    rows[found] = rows[done] ?? [];
    rows[done] = pivot;
    for (let index = done + 1; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      const factor = row[column] ?? 0;
      if (factor === 0) continue;
      const next = row.map((value, at) => value * (pivot[column] ?? 0) - (pivot[at] ?? 0) * factor);
      if (!next.every(Number.isSafeInteger)) return null;
      rows[index] = reduced(next);
    }
    done += 1;
  }
  return done;
}

function reduced(row: number[]): number[] {
  const divisor = row.reduce((a, b) => greatestDivisor(a, Math.abs(b)), 0);
  return divisor > 1 ? row.map((value) => value / divisor) : row;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
