import { expect, inject, test } from "vitest";

import { expectAccessible, expectNoSidewaysScroll, isHydrated, useBrowser, visit } from "./browser";
import { shoot, SIZES, walkPages } from "./walk";

const browser = useBrowser();

walkPages({
  who: "manager",
  email: "manager.sj1@demo.example",
  stops: [
    "/contractor",
    "/contractor/workers",
    "/contractor/redistribution",
    "/contractor/scenarios",
    "/contractor/scenarios/compare",
    "/contractor/flags",
    "/contractor/plans",
    "/contractor/plans/new",
    { from: "/contractor/plans", to: /\/contractor\/plans\/[0-9a-f-]{36}$/, name: "contractor-plan" },
    "/contractor/thresholds",
    "/contractor/import",
    "/contractor/people",
    "/contractor/supervision",
    "/contractor/qualifications",
    "/contractor/qualifications/new",
    "/contractor/careers",
    "/contractor/training",
    "/contractor/training/records",
    "/contractor/training/class",
    "/contractor/training/plan",
    "/contractor/training/plan/new",
    "/contractor/simulator",
    "/contractor/surveys",
    "/contractor/surveys/new",
    "/notifications",
  ],
});
walkPages({
  who: "ward",
  email: "ward.shinjuku@demo.example",
  stops: [
    "/ward",
    "/ward/flags",
    { from: "/ward/flags", to: /\/ward\/contracts\/[0-9a-f-]+\/flags\//, name: "ward-group-flag" },
    "/ward/plans",
    { from: "/ward/plans", to: /\/ward\/plans\/[0-9a-f-]+\//, name: "ward-plan" },
    "/ward/thresholds",
  ],
});

test("the sign-in page is accessible in both languages and sizes", async () => {
  for (const locale of ["ja", "en"] as const)
    for (const { size, viewport } of SIZES) {
      const { page, context, foreign, faults } = await visit(browser(), locale, viewport);
      await page.goto("/login");
      await isHydrated(page);
      await shoot(page, `login-${locale}-${size}`);
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
