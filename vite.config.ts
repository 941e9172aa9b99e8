import path from "node:path";

import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vitest/config";

import remixOptions from "./remix.config.js";

// why: tells the types what remix.config.js switches on, so that loaders' data reach the screens as they are.
declare module "@remix-run/node" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface extends the package's
  interface Future {
    v3_singleFetch: true;
  }
}

const testing = Boolean(process.env.VITEST);
const alias = { "~": path.resolve(import.meta.dirname, "app") };

/** `rules` needs nothing, `database` a PostgreSQL of its own per file; the browser's tests have tests/e2e/vitest.config.ts. */
export default defineConfig({
  plugins: testing ? [] : [tailwindcss(), remix(remixOptions)],
  resolve: { alias },
  build: { target: "es2022" },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.ts", "tests/e2e/**"],
          setupFiles: ["tests/setup/strict-console.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/setup/server.ts"],
          setupFiles: ["tests/setup/strict-console.ts", "tests/setup/database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
