import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { run } from "~/cli/commands/import";
import { FILE_KEYS, fileName } from "~/domain/import/columns";

import { csv, VALID } from "../domain/import/valid-files";
import { aContract, asOwner } from "../setup/factories";

let dir: string;
let contract: Awaited<ReturnType<typeof aContract>>;

beforeEach(async () => {
  contract = await aContract();
  dir = mkdtempSync(path.join(os.tmpdir(), "sasae-import-test-"));
  for (const file of FILE_KEYS) writeFileSync(path.join(dir, fileName(file)), csv(file, VALID[file]));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(args, { out: (text) => out.push(text), err: (text) => err.push(text), locale: "en" });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

async function staffCount(): Promise<number> {
  const rows = await asOwner((owner) =>
    owner.query("SELECT 1 FROM staff WHERE contract_id = $1", [contract.contractId]),
  );
  return rows.rows.length;
}

describe("import", () => {
  test("imports a folder, says what it did, and mentions what it did not read", async () => {
    writeFileSync(path.join(dir, "README.txt"), "notes");
    const { status, out, err } = await cli("--contract", contract.code, dir);
    expect(status).toBe(0);
    expect(out).toContain("staff.csv (UTF-8): 3 rows; added 3, changed 0, unchanged 0");
    expect(out).toMatch(/Imported\.$/);
    expect(err).toContain("README.txt: This file is not part of the exchange format and was not read.");
    expect(err).toContain("Importing: 28 of 28 rows");
    expect(await staffCount()).toBe(3);
  });

  test("with --dry-run writes nothing", async () => {
    const { status, out } = await cli("--contract", contract.code, dir, "--dry-run");
    expect([status, await staffCount()]).toEqual([0, 0]);
    expect(out).toContain("Nothing was written.");
  });

  test("with --json prints one document and nothing else on standard output", async () => {
    const { status, out } = await cli("--contract", contract.code, dir, "--json");
    const json = JSON.parse(out) as {
      ok: boolean;
      dryRun: boolean;
      files: unknown[];
      problems: unknown[];
      notices: unknown[];
    };
    expect(status).toBe(0);
    expect(json).toMatchObject({ ok: true, dryRun: false, problems: [], problemCount: 0 });
    expect(json.files).toContainEqual({
      file: "staff.csv",
      encoding: "UTF-8",
      rows: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
    });
    expect(json.notices).toMatchObject([
      { code: "supervisor_unknown", messageJa: expect.stringContaining("職員にいません") as string },
    ]);
  });

  test("refuses bad input with status 1, in both languages, and writes nothing", async () => {
    writeFileSync(path.join(dir, "cases.csv"), csv("cases", [...VALID.cases, "K4,O1,2026/6/31,,"]));
    const { status, out, err } = await cli("--contract", contract.code, dir, "--json");
    expect([status, await staffCount()]).toEqual([1, 0]);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ file: "cases.csv", row: 5, column: "opened_on", value: "2026/6/31", code: "day_unknown" }],
    });
    expect(err).toContain("cases.csv 5行目「opened_on」の「2026/6/31」：実在しない日付です。");
    expect(err).toContain("cases.csv row 5, opened_on, “2026/6/31”: There is no such date.");
  });

  test("takes a single file", async () => {
    expect(await cli("--contract", contract.code, path.join(dir, "staff.csv"))).toMatchObject({ status: 1 });
    expect(await cli("--contract", contract.code, path.join(dir, "offices.csv"))).toMatchObject({ status: 0 });
    expect(await cli("--contract", contract.code, path.join(dir, "staff.csv"))).toMatchObject({ status: 0 });
  });

  test.each([
    {
      what: "an unknown contract",
      args: ["--contract", "NOPE", "DIR"],
      status: 1,
      says: "There is no contract “NOPE”",
    },
    {
      what: "a folder that is not there",
      args: ["--contract", "CODE", "/nowhere"],
      status: 1,
      says: "There is no “/nowhere”",
    },
    { what: "no folder", args: ["--contract", "CODE"], status: 2, says: "Usage: import" },
    { what: "no contract", args: ["DIR"], status: 2, says: "--contract" },
    { what: "an unknown option", args: ["--contract", "CODE", "DIR", "--force"], status: 2, says: "--force" },
  ])("$what ends with status $status", async ({ args, status, says }) => {
    const given = args.map((arg) => (arg === "CODE" ? contract.code : arg === "DIR" ? dir : arg));
    const answer = await cli(...given);
    expect(answer.status).toBe(status);
    expect(answer.err).toContain(says);
  });
});
