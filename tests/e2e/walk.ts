import { mkdirSync } from "node:fs";

import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";

import {
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  isHydrated,
  PHONE,
  settled,
  signIn,
  useBrowser,
  visit,
  type Visit,
} from "./browser";

export const SIZES = [
  { size: "phone", viewport: PHONE },
  { size: "desk", viewport: DESK },
] as const;

/** A page's path; or a page and the pattern of the first address in it that is to be followed. */
export type Stop = string | { from: string; to: RegExp; name: string };

/** With SCREENSHOTS set, keeps a picture of each page to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync("tests/e2e/screenshots", { recursive: true });
  await page.screenshot({ path: `tests/e2e/screenshots/${name}.png`, fullPage: true });
}

/**
 * Every page of a person: hydrated, within the window, without faults or foreign requests. Each page is seen in both languages
 * and at both sizes; neighbours take turns at which language goes with which size, and at where axe reads.
 */
export function walkPages({ who, email, stops }: { who: string; email: string; stops: Stop[] }): void {
  const browser = useBrowser();
  describe(who, () => {
    // why: signing in and fetching the scripts anew for each round costs more than the pages themselves.
    let open: Visit | undefined;
    for (const locale of ["ja", "en"] as const)
      for (const { size, viewport } of SIZES)
        test(`finds every page readable and within the window: ${locale}, ${size}`, async () => {
          if (!open) {
            open = await visit(browser(), locale, viewport);
            await signIn(open.page, email);
          }
          const { page, context, foreign, faults } = open;
          await page.setViewportSize(viewport);
          await context.addCookies([{ name: "lang", value: locale, url: inject("origin") }]);
          const isStraight = (locale === "ja") === (size === "phone");
          for (const stop of stops.filter((_, place) => (place % 2 === 0) === isStraight)) {
            const path = await goTo(page, stop);
            expect(await page.locator("html").getAttribute("lang")).toBe(locale);
            expect([path, await page.locator("h1").count()]).toEqual([path, 1]);
            expect([path, await isHydrated(page)]).toEqual([path, true]);
            await settled(page);
            const name = typeof stop === "string" ? stop.slice(1).replaceAll(/[/?=&]/g, "-") : stop.name;
            await shoot(page, `${who}-${name}-${locale}-${size}`);
            await expectNoSidewaysScroll(page);
            if (locale === "en") await expectAccessible(page);
          }
          expect(foreign).toEqual([]);
          expect(faults).toEqual([]);
        });
  });
}

async function goTo(page: Page, stop: Stop): Promise<string> {
  await page.goto(typeof stop === "string" ? stop : stop.from);
  if (typeof stop === "string") return stop;
  const addresses = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const path = addresses.find((address) => stop.to.test(address ?? ""));
  expect([stop.name, typeof path]).toEqual([stop.name, "string"]);
  await page.goto(path ?? "");
  return path ?? "";
}
