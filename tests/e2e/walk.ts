import { mkdirSync } from "node:fs";

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import {
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  isHydrated,
  PHONE,
  signIn,
  useBrowser,
  visit,
} from "./browser";

export const SIZES = [
  { size: "phone", viewport: PHONE },
  { size: "desk", viewport: DESK },
] as const;

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
export function walkPages({ who, email, paths }: { who: string; email: string; paths: string[] }): void {
  const browser = useBrowser();
  describe(who, () => {
    for (const locale of ["ja", "en"] as const)
      for (const { size, viewport } of SIZES)
        test(`finds every page readable and within the window: ${locale}, ${size}`, async () => {
          const { page, context, foreign, faults } = await visit(browser(), locale, viewport);
          await signIn(page, email);
          const isStraight = (locale === "ja") === (size === "phone");
          for (const path of paths.filter((_, place) => (place % 2 === 0) === isStraight)) {
            await page.goto(path);
            await page.waitForLoadState("networkidle");
            expect(await page.locator("html").getAttribute("lang")).toBe(locale);
            expect([path, await page.locator("h1").count()]).toEqual([path, 1]);
            expect([path, await isHydrated(page)]).toEqual([path, true]);
            await shoot(page, `${who}-${path.slice(1).replaceAll("/", "-")}-${locale}-${size}`);
            await expectNoSidewaysScroll(page);
            if (locale === "en") await expectAccessible(page);
          }
          expect(foreign).toEqual([]);
          expect(faults).toEqual([]);
          await context.close();
        });
  });
}
