import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

/**
 * The map of the code base: each layer, and the only layers and packages it may import.
 * The first pattern that matches a file names its layer. Change the table on purpose, with a reason.
 */
const LAYERS: { name: string; files: RegExp; may: string[] }[] = [
  { name: "machine", files: /^app\/lib\/log\.server\.ts$/, may: ["machine", "pino"] },
  { name: "machine", files: /^app\/lib\/.+\.server\.ts$/, may: ["machine", "lib", "zod", "node:*"] },
  { name: "lib", files: /^app\/lib\//, may: ["lib", "zod", "@holiday-jp/holiday_jp", "iconv-lite"] },
  { name: "db", files: /^app\/db\//, may: ["db", "lib", "machine", "generated", "@prisma/adapter-pg", "pg", "node:*"] },
  {
    name: "sheets",
    files: /^app\/domain\/(import|report)\/(xlsx|sheet)[a-z-]*\.server\.ts$/,
    may: ["sheets", "repository", "rules", "lib", "exceljs", "exceljs/*", "yauzl", "iconv-lite", "node:*"],
  },
  {
    name: "pdf",
    files: /^app\/domain\/report\/pdf\.server\.ts$/,
    may: ["repository", "rules", "lib", "pdfmake", "node:*"],
  },
  {
    name: "icalendar",
    files: /^app\/domain\/calendar\/ics\.server\.ts$/,
    may: ["rules", "lib", "ical-generator"],
  },
  {
    name: "repository",
    files: /^app\/domain\/.+\.server\.ts$/,
    may: ["repository", "sheets", "rules", "lib", "db", "zod", "iconv-lite", "node:*"],
  },
  { name: "rules", files: /^app\/domain\//, may: ["rules", "lib", "zod"] },
  { name: "locale", files: /^app\/i18n\/.+\.server\.ts$/, may: ["i18n", "lib", "machine", "@remix-run/node"] },
  { name: "i18n", files: /^app\/i18n\//, may: ["i18n", "rules", "lib", "i18next"] },
  {
    name: "auth",
    files: /^app\/auth\//,
    may: [
      "auth",
      "rules",
      "repository",
      "db",
      "lib",
      "machine",
      "i18n",
      "locale",
      "lucia",
      "@node-rs/argon2",
      "@oslojs/*",
      "rate-limiter-flexible",
      "pg",
      "zod",
      "@remix-run/node",
      "node:*",
    ],
  },
  {
    name: "charts",
    files: /^app\/components\/charts\//,
    may: ["charts", "components", "rules", "lib", "i18n", "react", "react-i18next", "i18next", "recharts"],
  },
  {
    name: "components",
    files: /^app\/components\//,
    may: [
      "components",
      "charts",
      "rules",
      "lib",
      "i18n",
      "react",
      "react-i18next",
      "i18next",
      "@remix-run/react",
      "lucide-react",
      "idb",
      "@cloudflare/blindrsa-ts",
    ],
  },
  {
    name: "routes",
    files: /^app\/routes\//,
    may: [
      "components",
      "charts",
      "rules",
      "repository",
      "sheets",
      "pdf",
      "icalendar",
      "auth",
      "lib",
      "machine",
      "i18n",
      "locale",
      "react",
      "react-i18next",
      "zod",
      "@remix-run/*",
      "node:*",
    ],
  },
  {
    name: "frame",
    files: /^app\/(root|entry\.server|entry\.client)\.tsx$/,
    may: [
      "components",
      "lib",
      "machine",
      "i18n",
      "locale",
      "react",
      "react-i18next",
      "react-dom/*",
      "isbot",
      "@remix-run/*",
      "@fontsource-variable/*",
      "node:*",
    ],
  },
  {
    name: "job-command",
    files: /^app\/cli\/commands\/job\.ts$/,
    may: ["cli", "rules", "repository", "db", "lib", "machine", "i18n", "jobs"],
  },
  {
    name: "cli",
    files: /^app\/cli\//,
    may: [
      "cli",
      "job-command",
      "rules",
      "repository",
      "auth",
      "db",
      "lib",
      "machine",
      "i18n",
      "prisma",
      "pg",
      "zod",
      "node:*",
    ],
  },
  {
    name: "server",
    files: /^app\/server\/access-log\.ts$/,
    may: ["machine", "express", "pino-http", "node:*"],
  },
  {
    name: "server",
    files: /^app\/server\/metrics\.ts$/,
    may: ["db", "repository", "prom-client", "node:*"],
  },
  {
    name: "server",
    files: /^app\/server\/(readiness|start)\.ts$/,
    may: ["server", "auth", "db", "repository", "rules", "lib", "machine", "prisma", "vite", "@remix-run/*", "node:*"],
  },
  {
    name: "server",
    files: /^app\/server\//,
    may: [
      "server",
      "auth",
      "db",
      "lib",
      "machine",
      "prisma",
      "express",
      "helmet",
      "compression",
      "vite",
      "@remix-run/*",
      "node:*",
    ],
  },
  { name: "smtp", files: /^jobs\/smtp\.ts$/, may: ["jobs", "nodemailer"] },
  {
    name: "jobs",
    files: /^jobs\//,
    may: [
      "jobs",
      "smtp",
      "icalendar",
      "i18n",
      "rules",
      "repository",
      "db",
      "lib",
      "machine",
      "node-cron",
      "zod",
      "node:*",
    ],
  },
];

const FORBIDDEN_NAME = /\/(utils?|helpers?|misc|common|shared|services?|managers?|types|constants)(\.server)?\.tsx?$/;

const sources = ["app", "jobs"].flatMap((dir) =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(dir, name.replaceAll("\\", "/")))
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("app/db/generated/")),
);

function layerOf(file: string): { name: string; may: string[] } | undefined {
  if (file.startsWith("app/db/generated")) return { name: "generated", may: [] };
  if (file.startsWith("prisma/")) return { name: "prisma", may: [] };
  return LAYERS.find((layer) => layer.files.test(file));
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function fileFor(stem: string): string {
  return (
    ["", ".ts", ".tsx", "/index.ts"].map((end) => stem + end).find((name) => /\.\w+$/.test(name) && existsSync(name)) ??
    stem
  );
}

function importsOf(file: string): string[] {
  const statement = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...read(file).matchAll(statement)].map(([, fixed, lazy]) => {
    const from = fixed ?? lazy ?? "";
    if (from.startsWith("~/")) return fileFor(`app/${from.slice(2)}`);
    if (from.startsWith(".")) return fileFor(path.posix.join(path.posix.dirname(file), from));
    return from;
  });
}

function isAllowed(may: string[], target: string): boolean {
  if (target.endsWith(".css")) return true;
  const layer = layerOf(target)?.name;
  if (layer) return may.includes(layer);
  return may.some((name) => name === target || (name.endsWith("*") && target.startsWith(name.slice(0, -1))));
}

function testIf(applies: boolean): (title: string, check: () => void) => void {
  return (title, check) => void (applies && test(title, check));
}

describe.each(sources)("%s", (file) => {
  const layer = layerOf(file);
  const text = read(file);

  test("belongs to a layer and imports only what that layer may", () => {
    expect(layer?.name).toBeDefined();
    expect(importsOf(file).filter((target) => !isAllowed(layer?.may ?? [], target))).toEqual([]);
  });

  test("has a name that says what belongs in it, and stays short", () => {
    if (!file.startsWith("app/i18n/")) expect(file).not.toMatch(FORBIDDEN_NAME);
    expect(text.split("\n").length).toBeLessThanOrEqual(layer?.name === "routes" ? 200 : 301);
    expect(text).not.toMatch(/\b(TODO|FIXME|HACK)\b/);
  });

  testIf(layer?.name !== "machine")("leaves the environment to app/lib/env.server.ts", () => {
    expect(text).not.toMatch(/process\.env/);
  });

  testIf(["rules", "repository", "components", "routes", "i18n"].includes(layer?.name ?? ""))(
    "leaves the clock to app/lib/clock.server.ts",
    () => {
      expect(text).not.toMatch(/new Date\(\)|Date\.now\(/);
    },
  );

  testIf(layer?.name === "rules")("gives the same answer every time", () => {
    expect(text).not.toMatch(/Math\.random|randomUUID/);
  });
});

test("no import leads round in a circle", () => {
  const graph = new Map(sources.map((file) => [file, importsOf(file).filter((target) => sources.includes(target))]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
    if (done.has(file) || trail.includes(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test("lucia stands behind one module", () => {
  expect(sources.filter((file) => importsOf(file).includes("lucia") && file !== "app/auth/lucia.server.ts")).toEqual(
    [],
  );
});

test("vite.config.ts takes its Remix options from remix.config.js", () => {
  expect(read("vite.config.ts")).toContain('from "./remix.config.js"');
});
