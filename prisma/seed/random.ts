/** Chance that comes out the same every time: a small seeded generator (sfc32), one stream per purpose. */
import { createHash } from "node:crypto";

export type Stream = {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number from low to high, both included. */
  whole: (low: number, high: number) => number;
  /** A number from low up to high. */
  between: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  /** One item, each as likely as its weight says. */
  weighted: <T>(items: readonly T[], weight: (item: T) => number) => T;
  /** So many different items, in random order. */
  sample: <T>(items: readonly T[], count: number) => T[];
  /** A count of events that come singly, by Knuth's multiplication; for small means. */
  poisson: (mean: number) => number;
  /** A version 4 UUID. */
  uuid: () => string;
};

/** A stream of chance that depends on nothing but its name. */
export function stream(name: string): Stream {
  const next = sfc32(createHash("sha256").update(name).digest());
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  function pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error(`Nothing to pick from in ${name}`);
    return item;
  }
  function weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let left = next() * items.reduce((sum, item) => sum + weight(item), 0);
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return pick(items);
  }
  function sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(whole(0, rest.length - 1), 1));
    return taken;
  }
  function poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  }
  function uuid(): string {
    const hex = Array.from({ length: 32 }, () => whole(0, 15).toString(16));
    hex[12] = "4";
    hex[16] = "89ab"[whole(0, 3)] ?? "8";
    const text = hex.join("");
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
  }
  const between = (low: number, high: number) => low + next() * (high - low);
  return { next, whole, between, chance: (probability) => next() < probability, pick, weighted, sample, poisson, uuid };
}

/** sfc32 by Chris Doty-Humphrey (PractRand), public domain. */
function sfc32(seed: Buffer): () => number {
  let [a, b, c, counter] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
