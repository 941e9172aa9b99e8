import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  answersIn,
  cellsOfWave,
  isSafe,
  minimumFor,
  publishable,
  type Cell,
  type Sizes,
} from "~/domain/survey/disclosure";

const cell = (key: string, ...atoms: string[]): Cell => ({ key, atoms });
const sizesOf = (given: Record<string, number>): Sizes => new Map(Object.entries(given));

test("the minimum may be raised and never lowered", () => {
  expect([minimumFor("health", null), minimumFor("health", 12), minimumFor("health", 3)]).toEqual([10, 12, 10]);
  expect([minimumFor("satisfaction", null), minimumFor("satisfaction", 8)]).toEqual([5, 8]);
});

describe("whether cells are safe together", () => {
  const sizes = sizesOf({ a: 12, b: 11, c: 4 });

  test("an office beside the whole is, while what is left has 15 answers", () => {
    expect(isSafe([cell("all", "a", "b", "c"), cell("a", "a")], sizes, 10)).toBe(true);
  });

  test("two offices beside the whole are not: the whole less both leaves the 4 of the third", () => {
    expect(isSafe([cell("all", "a", "b", "c"), cell("a", "a"), cell("b", "b")], sizes, 10)).toBe(false);
  });

  test("the same two without the whole are", () => {
    expect(isSafe([cell("a", "a"), cell("b", "b")], sizes, 10)).toBe(true);
  });

  test("a pool that only repeats what is known takes nothing away", () => {
    expect(isSafe([cell("all", "a", "b", "c"), cell("a", "a"), cell("pool", "b", "c")], sizes, 10)).toBe(true);
  });

  test("overlapping windows over waves are not: (1 + 2) - (2 + 3) + 3 leaves wave 1's six", () => {
    const waves = sizesOf({ w1: 6, w2: 6, w3: 14 });
    const windows = [cell("w1-2", "w1", "w2"), cell("w2-3", "w2", "w3")];
    expect(isSafe(windows, waves, 10)).toBe(true);
    expect(isSafe([...windows, cell("w3", "w3")], waves, 10)).toBe(false);
  });

  test("differences that cancel to a mix of two small offices count too: x - y rests on 3 + 4 answers", () => {
    const small = sizesOf({ a: 20, x: 3, y: 4 });
    expect(isSafe([cell("ax", "a", "x"), cell("ay", "a", "y")], small, 10)).toBe(false);
    expect(isSafe([cell("ax", "a", "x"), cell("ay", "a", "y")], small, 7)).toBe(true);
  });

  test("sums that isolate only by halves are found: (ab + bc + ca) / 2 - bc = a", () => {
    const three = sizesOf({ a: 6, b: 6, c: 6 });
    const pairs = [cell("ab", "a", "b"), cell("bc", "b", "c"), cell("ca", "c", "a")];
    expect(isSafe(pairs, three, 10)).toBe(false);
    expect(isSafe(pairs.slice(0, 2), three, 10)).toBe(true);
  });

  test("an office without answers hides nothing and tells nothing", () => {
    expect(isSafe([cell("all", "a", "z"), cell("a", "a")], sizesOf({ a: 12, z: 0 }), 10)).toBe(true);
  });
});

describe("a wave's cells", () => {
  const wave = (given: Record<string, number>, minimum: number, published: Cell[] = []) => {
    const units = Object.keys(given).map((unit) => ({ unit, atom: unit }));
    return cellsOfWave("w", units, published, sizesOf(given), minimum);
  };

  test("12, 11 and 4 answers: the whole, the largest, and the other two as one pool of 15", () => {
    const { whole, units, pool } = wave({ a: 12, b: 11, c: 4 }, 10);
    expect(whole?.key).toBe("w:all");
    expect(units.map(({ key }) => key)).toEqual(["w:a"]);
    expect(pool).toMatchObject({ atoms: ["b", "c"], units: ["b", "c"] });
  });

  test("9 answers in all: nothing", () => {
    expect(wave({ a: 5, b: 4 }, 10)).toEqual({ whole: null, units: [], pool: null });
  });

  test("the contract has one office: its whole is all there is", () => {
    expect(wave({ a: 12 }, 10)).toMatchObject({ whole: { key: "w:all" }, units: [], pool: null });
  });

  test("14 and 6: the whole alone, since the larger office would tell the smaller", () => {
    expect(wave({ a: 14, b: 6 }, 10)).toMatchObject({ whole: { key: "w:all" }, units: [], pool: null });
  });

  test("what was published before is weighed: a pool over two waves forbids the second wave's office", () => {
    const sizes = sizesOf({ a1: 6, a2: 12 });
    expect(publishable([cell("a2", "a2")], [cell("a1-2", "a1", "a2")], sizes, 10)).toEqual([]);
    expect(publishable([cell("a2", "a2")], [], sizes, 10)).toHaveLength(1);
  });
});

// ---- The property, checked by another method: fractions of whole numbers, and every group of atoms, not only the largest.

type Fraction = readonly [bigint, bigint];
const sub = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const mul = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const div = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];

/** Whether some combination y of the rows is zero outside the group and not zero within it. */
function isolates(rows: number[][], group: Set<number>): boolean {
  // The combinations that vanish outside are the kernel of the outside columns; each kernel vector is tried on the inside.
  const outside = rows[0]?.map((_, column) => column).filter((column) => !group.has(column)) ?? [];
  const system = outside.map((column) => rows.map((row): Fraction => [BigInt(row[column] ?? 0), 1n]));
  return kernel(system, rows.length).some((y) =>
    [...group].some((column) => {
      const sum = y.reduce<Fraction>(
        (total, factor, row) => {
          const [a, b] = mul(factor, [BigInt(-(rows[row]?.[column] ?? 0)), 1n]);
          return sub(total, [a, b]);
        },
        [0n, 1n],
      );
      return sum[0] !== 0n;
    }),
  );
}

function kernel(system: Fraction[][], width: number): Fraction[][] {
  const rows = system.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const found = rows.findIndex((row, index) => index >= pivots.length && row[column]?.[0] !== 0n);
    if (found === -1) continue;
    const pivot = rows[found] ?? [];
    rows[found] = rows[pivots.length] ?? [];
    const lead = pivot[column] ?? [1n, 1n];
    const unit = pivot.map((value) => div(value, lead));
    rows[pivots.length] = unit;
    rows.forEach((row, index) => {
      const factor = row[column] ?? [0n, 1n];
      if (index === pivots.length || factor[0] === 0n) return;
      rows[index] = row.map((value, at) => sub(value, mul(factor, unit[at] ?? [0n, 1n])));
    });
    pivots.push(column);
  }
  return Array.from({ length: width }, (_, free) => free)
    .filter((free) => !pivots.includes(free))
    .map((free) => {
      const vector: Fraction[] = Array.from({ length: width }, () => [0n, 1n]);
      vector[free] = [1n, 1n];
      pivots.forEach((pivot, row) => (vector[pivot] = sub([0n, 1n], rows[row]?.[free] ?? [0n, 1n])));
      return vector;
    });
}

function everyLightGroup(atoms: string[], sizes: Sizes, minimum: number): Set<number>[] {
  const groups: Set<number>[] = [];
  for (let mask = 1; mask < 1 << atoms.length; mask += 1) {
    const members = atoms.map((_, index) => index).filter((index) => mask & (1 << index));
    const total = members.reduce((sum, index) => sum + (sizes.get(atoms[index] ?? "") ?? 0), 0);
    if (total > 0 && total < minimum) groups.push(new Set(members));
  }
  return groups;
}

test("of whatever hierarchies, breakdowns and waves, no combination of what is published rests on fewer than the minimum", () => {
  const world = fc.record({
    offices: fc.integer({ min: 1, max: 4 }),
    waves: fc.integer({ min: 1, max: 3 }),
    counts: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 12, maxLength: 12 }),
    minimum: fc.constantFrom(5, 10),
    extra: fc.array(fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
  });
  let published = 0;
  fc.assert(
    fc.property(world, ({ offices, waves, counts, minimum, extra }) => {
      const atoms = Array.from(
        { length: offices * waves },
        (_, index) => `o${index % offices}w${Math.floor(index / offices)}`,
      );
      const sizes = new Map(atoms.map((atom, index) => [atom, counts[index] ?? 0]));
      const cells: Cell[] = [];
      for (let wave = 0; wave < waves; wave += 1) {
        const units = atoms.filter((atom) => atom.endsWith(`w${wave}`)).map((atom) => ({ unit: atom, atom }));
        const { whole, units: alone, pool } = cellsOfWave(`w${wave}`, units, cells, sizes, minimum);
        cells.push(...[whole, ...alone, pool].filter((one) => one !== null));
        const wished = extra.map((indexes, n) => cell(`x${wave}-${n}`, ...indexes.flatMap((i) => atoms[i] ?? [])));
        cells.push(...publishable(wished, cells, sizes, minimum));
      }
      for (const one of cells) expect(answersIn(one, sizes)).toBeGreaterThanOrEqual(minimum);
      published += cells.length;
      const rows = cells.map((one) => atoms.map((atom) => (one.atoms.includes(atom) ? 1 : 0)));
      if (rows.length === 0) return;
      const real = atoms.filter((atom) => (sizes.get(atom) ?? 0) > 0);
      const kept = rows.map((row) => row.filter((_, column) => real.includes(atoms[column] ?? "")));
      for (const group of everyLightGroup(real, sizes, minimum)) expect(isolates(kept, group)).toBe(false);
    }),
    { numRuns: 150 },
  );
  expect(published).toBeGreaterThan(100);
});

test("it withholds no more than it must: a cell is left out only where it would isolate a group, by the other method too", () => {
  const world = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 }),
    sets: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    }),
  });
  fc.assert(
    fc.property(world, ({ counts, sets }) => {
      const atoms = counts.map((_, index) => `a${index}`);
      const sizes = new Map(atoms.map((atom, index) => [atom, counts[index] ?? 0]));
      const cells = sets.map((set, n) => cell(`${n}`, ...new Set(set.flatMap((index) => atoms[index] ?? []))));
      const real = cells.filter((one) => one.atoms.length > 0);
      if (real.length === 0) return;
      const rows = real.map((one) => atoms.map((atom) => (one.atoms.includes(atom) ? 1 : 0)));
      const found = everyLightGroup(atoms, sizes, 10).some((group) => isolates(rows, group));
      expect(isSafe(real, sizes, 10)).toBe(!found);
    }),
    { numRuns: 300 },
  );
});
