/** A path on this site, query included, or the fallback: never an address that leads elsewhere. */
export function ownPath(given: unknown, fallback: string): string {
  if (typeof given !== "string" || given.length > 2000) return fallback;
  // why: browsers read "//host", "/\host" and control characters as the start of another address.
  if (!given.startsWith("/") || /^\/[/\\]/.test(given) || /[\p{Cc}\\]/u.test(given)) return fallback;
  const base = "http://own.invalid";
  const url = URL.canParse(given, base) ? new URL(given, base) : null;
  if (url?.origin !== base || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
