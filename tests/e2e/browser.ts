import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

import { DEMO_PASSWORD } from "../../prisma/seed/sign-ins";

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** A Chromium for the tests of one file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // why: two dozen slices of a Japanese font a page cost more than all the rest; pictures to look at have them.
        ...(process.env.SCREENSHOTS ? [] : ["--disable-remote-fonts"]),
      ],
    });
  });
  afterAll(async () => browser?.close());
  return () => {
    if (!browser) throw new Error("The browser is not open yet");
    return browser;
  };
}

export type Visit = { page: Page; context: BrowserContext; foreign: string[]; faults: string[] };

/** A fresh browser window; notes every request to another host and every error of the page. */
export async function visit(browser: Browser, locale: "ja" | "en", viewport = DESK): Promise<Visit> {
  const origin = inject("origin");
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    locale: locale === "ja" ? "ja-JP" : "en-GB",
    timezoneId: "Asia/Tokyo",
  });
  await context.addCookies([{ name: "lang", value: locale, url: origin }]);
  const page = await context.newPage();
  const [foreign, faults]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    underWay.set(page, (underWay.get(page) ?? 0) + 1);
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", () => underWay.set(page, (underWay.get(page) ?? 0) - 1));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  return { page, context, foreign, faults };
}

/** Requests under way, by page. */
const underWay = new WeakMap<Page, number>();

/** Waits until nothing has been fetched for a moment: charts and the like are there. */
export async function settled(page: Page): Promise<void> {
  for (let calm = 0; calm < 3; calm = (underWay.get(page) ?? 0) > 0 ? 0 : calm + 1) await page.waitForTimeout(30);
}

type Cookie = Awaited<ReturnType<BrowserContext["cookies"]>>[number];
const signedIn = new Map<string, Cookie[]>();

/**
 * Signs a demo person in and waits for their home. Within a file the session of an earlier sign-in is used again as long as it
 * holds; `anew` signs in by itself, for what ends a session.
 */
export async function signIn(page: Page, email: string, { anew = false } = {}): Promise<void> {
  const held = anew ? undefined : signedIn.get(email);
  if (held) {
    await page.context().addCookies(held);
    await page.goto("/");
    if (new URL(page.url()).pathname !== "/login") return void (await isHydrated(page));
  }
  await page.goto("/login");
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', DEMO_PASSWORD);
  await page.click('main button[type="submit"]');
  await page.waitForURL((url) => url.pathname !== "/login");
  await isHydrated(page);
  await settled(page);
  if (anew) return;
  const cookies = await page.context().cookies();
  signedIn.set(
    email,
    cookies.filter((cookie) => cookie.name !== "lang"),
  );
}

/** Fails with the rule, the sentence and the elements where axe finds anything. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // why: without frames of other hosts, the mode that opens a page of its own to gather results costs thrice as much for nothing.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(tags)
    .options({ resultTypes: ["violations"], runOnly: tags })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
}

/** Whether React takes the page over, within a few seconds. */
export async function isHydrated(page: Page): Promise<boolean> {
  const taken = () => Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber"));
  return page.waitForFunction(taken, undefined, { timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}

/** No page may be wider than its window: a phone would scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect([page.url(), (wide ?? 0) <= (window ?? 0)]).toEqual([page.url(), true]);
}
