/** Which language a request is answered in: the reader's choice (cookie), then the browser's, then Japanese. */
import { env } from "~/lib/env.server";

import { LOCALES, type Locale } from "./resources";

const COOKIE = "lang";
const YEAR_SECONDS = 365 * 86_400;

/** The language of a page. Sign-in writes a person's setting into the cookie, so that the setting rules from there on. */
export function localeOf(request: Request): Locale {
  return chosenLocale(request) ?? accepted(request.headers.get("Accept-Language") ?? "") ?? "ja";
}

/** The language chosen in this browser, if one was. */
export function chosenLocale(request: Request): Locale | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === COOKIE) return LOCALES.find((locale) => locale === value) ?? null;
  }
  return null;
}

/** The Set-Cookie text that keeps a choice of language for a year. */
export function localeCookie(locale: Locale): string {
  const secure = env().SASAE_ORIGIN?.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`;
}

/** The first of our languages in the order of an Accept-Language header's weights. */
function accepted(header: string): Locale | null {
  const wishes = header.split(",").map((part, index) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    return { language: tag.split("-")[0], weight: weight ? Number(weight) : 1, index };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.index - b.index);
  const found = wishes.find((wish) => wish.weight > 0 && LOCALES.some((locale) => locale === wish.language));
  return LOCALES.find((locale) => locale === found?.language) ?? null;
}
