import { mkdirSync } from "node:fs";

import { describe, expect, inject, test } from "vitest";

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

const browser = useBrowser();
const SCREENSHOTS = process.env.SCREENSHOTS;

const PAGES: { who: string; email: string; paths: string[] }[] = [
  {
    who: "worker",
    email: "worker.over@demo.example",
    paths: ["/me", "/me/training", "/me/training/new", "/me/sessions", "/me/sessions/new", "/me/visibility"],
  },
  {
    who: "supervisor",
    email: "supervisor@demo.example",
    paths: ["/supervision", "/supervision/sessions", "/supervision/sessions/new"],
  },
  {
    who: "manager",
    email: "manager.sj1@demo.example",
    paths: ["/contractor", "/contractor/workers", "/contractor/flags", "/contractor/import", "/contractor/people"],
  },
  { who: "ward", email: "ward.shinjuku@demo.example", paths: ["/ward", "/ward/flags"] },
  {
    who: "admin",
    email: "admin@demo.example",
    paths: ["/admin", "/admin/users", "/admin/users/new", "/admin/jobs", "/admin/audit", "/account"],
  },
];
const SIZES = [
  { size: "phone", viewport: PHONE },
  { size: "desk", viewport: DESK },
] as const;

describe.each(PAGES)("$who", ({ who, email, paths }) => {
  for (const locale of ["ja", "en"] as const)
    for (const { size, viewport } of SIZES)
      test(`finds every page readable, accessible and within the window: ${locale}, ${size}`, async () => {
        const { page, context, foreign, faults } = await visit(browser(), locale, viewport);
        await signIn(page, email);
        for (const path of paths) {
          await page.goto(path);
          await page.waitForLoadState("networkidle");
          expect(await page.locator("html").getAttribute("lang")).toBe(locale);
          expect(await page.locator("h1").count()).toBe(1);
          expect(await isHydrated(page)).toBe(true);
          if (SCREENSHOTS) await shoot(page, `${who}-${path.slice(1).replaceAll("/", "-")}-${locale}-${size}`);
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        }
        expect(foreign).toEqual([]);
        expect(faults).toEqual([]);
        await context.close();
      });
});

test("the sign-in page is accessible in both languages and sizes", async () => {
  for (const locale of ["ja", "en"] as const)
    for (const { size, viewport } of SIZES) {
      const { page, context, foreign, faults } = await visit(browser(), locale, viewport);
      await page.goto("/login");
      await page.waitForLoadState("networkidle");
      if (SCREENSHOTS) await shoot(page, `login-${locale}-${size}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect([foreign, faults]).toEqual([[], []]);
      await context.close();
    }
});

test("responses carry the strict policy, and pages are kept by no cache", async () => {
  const response = await fetch(`${inject("origin")}/login`);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'strict-dynamic' 'nonce-[^']+'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("x-powered-by")).toBeNull();
});

async function shoot(page: import("playwright-core").Page, name: string): Promise<void> {
  mkdirSync("tests/e2e/screenshots", { recursive: true });
  await page.screenshot({ path: `tests/e2e/screenshots/${name}.png`, fullPage: true });
}
