import { expect, inject, test } from "vitest";

import { migrationsList, NO_FILTERS, schemaFiles, withEngine } from "../../prisma/engine";
import { migrate } from "../../prisma/migrate";

test("the migrations and schema.prisma say the same", async () => {
  const { stdout } = await withEngine(inject("templateUrl"), (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files: schemaFiles(), configDir: "prisma" },
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: false,
      filters: NO_FILTERS,
    }),
  );
  expect(stdout?.trim()).toBe("-- This is an empty migration.");
});

test("applying the migrations a second time changes nothing", async () => {
  expect(migrationsList().migrationDirectories.length).toBeGreaterThan(0);
  expect(await migrate(inject("templateUrl"))).toEqual([]);
});
