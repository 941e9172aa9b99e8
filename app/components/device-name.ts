const SYSTEMS = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["Mac", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
] as const;
const BROWSERS = [
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
] as const;

/** "Windows, Chrome" from a browser's own description; null where nothing is recognised. */
export function deviceName(userAgent: string | null): string | null {
  const first = (table: readonly (readonly [string, RegExp])[]) =>
    table.find(([, mark]) => mark.test(userAgent ?? ""))?.[0];
  const parts = [first(SYSTEMS), first(BROWSERS)].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}
