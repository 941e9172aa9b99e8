import path from "node:path";

import { defineConfig } from "vitest/config";

/** The browser's tests: one app with the demo on a fresh database, real Chromium. The build must exist. */
export default defineConfig({
  resolve: { alias: { "~": path.resolve(import.meta.dirname, "../../app") } },
  test: {
    root: path.resolve(import.meta.dirname, "../.."),
    include: ["tests/e2e/**/*.e2e.ts"],
    globalSetup: ["tests/e2e/app.ts"],
    testTimeout: 240_000,
    hookTimeout: 180_000,
    // why: on a busy machine a page may take longer than a second to answer a key.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
