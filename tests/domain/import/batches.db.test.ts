import { randomUUID } from "node:crypto";

import { beforeEach, expect, test } from "vitest";

import { tenantOf, type Tenant } from "~/db/scope.server";
import { confirmBatch, discardBatch, getBatch, listBatches } from "~/domain/import/batches.server";
import { importFiles } from "~/domain/import/import-files.server";
import { saveBatch } from "~/domain/import/save-batch.server";

import { aContract, asOwner } from "../../setup/factories";
import { bytes, everything, source } from "./valid-files";

const NOON = new Date("2026-11-24T03:00:00Z");
const LATER = new Date("2026-11-24T03:05:00Z");

let tenant: Tenant & { userId: string };
beforeEach(async () => {
  const { wardId, contractId } = await aContract();
  const userId = randomUUID();
  tenant = { ...tenantOf(wardId, contractId, userId), userId };
});

async function count(table: string): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM ${table} WHERE contract_id = $1`;
  return asOwner(async (owner) => ((await owner.query(sql, [tenant.contractId])).rows[0] as { n: number }).n);
}

test("a clean upload is kept until it is confirmed, and its files are then thrown away", async () => {
  const id = await saveBatch(tenant, everything(), NOON);
  expect(await getBatch(tenant, id)).toMatchObject({
    status: "previewed",
    createdAt: NOON,
    summary: { ok: true, problemCount: 0 },
  });
  expect([await count("staff"), await count("import_file")]).toEqual([0, 11]);
  expect(await confirmBatch(tenant, id, LATER)).toBe("confirmed");
  expect(await getBatch(tenant, id)).toMatchObject({ status: "confirmed", confirmedAt: LATER });
  expect([await count("staff"), await count("import_file")]).toEqual([3, 0]);
});

test("a batch is confirmed once, also by two people at the same moment", async () => {
  const id = await saveBatch(tenant, everything(), NOON);
  const answers = await Promise.all([confirmBatch(tenant, id, LATER), confirmBatch(tenant, id, LATER)]);
  expect(answers.filter((answer) => answer === "confirmed")).toHaveLength(1);
  expect(await confirmBatch(tenant, id, LATER)).toBe("already_confirmed");
  expect(await count("audit_entry")).toBe(1);
});

test("an upload with problems keeps what is wrong and not the files, and cannot be confirmed", async () => {
  const id = await saveBatch(tenant, [bytes("cases.csv", Buffer.from("case_ref,opened_on\nK1,2026/6/31\n"))], NOON);
  expect(await getBatch(tenant, id)).toMatchObject({
    summary: { ok: false, problems: [{ code: "day_unknown", row: 2 }] },
  });
  expect(await count("import_file")).toBe(0);
  expect(await confirmBatch(tenant, id, LATER)).toBe("problems");
});

test("what was recorded between preview and confirmation is checked again", async () => {
  await importFiles(tenant, everything(), { dryRun: false, actorRole: "cli" });
  await importFiles(tenant, [source("cases", ["K9,O1,2025-04-01,,"])], { dryRun: false, actorRole: "cli" });
  const id = await saveBatch(tenant, [source("assignments", ["K9,S1,2025-04-01,"])], NOON);
  await importFiles(tenant, [source("assignments", ["K9,S2,2025-04-01,"])], { dryRun: false, actorRole: "cli" });
  expect(await confirmBatch(tenant, id, LATER)).toBe("problems");
  expect(await getBatch(tenant, id)).toMatchObject({
    status: "previewed",
    summary: { ok: false, problems: [{ code: "overlap_stored" }] },
  });
});

test("a discarded batch loses its files and cannot be confirmed", async () => {
  const id = await saveBatch(tenant, everything(), NOON);
  await discardBatch(tenant, id);
  expect(await count("import_file")).toBe(0);
  expect(await confirmBatch(tenant, id, LATER)).toBe("already_discarded");
  expect(await count("staff")).toBe(0);
});

test("files that nobody confirmed within a week are thrown away at the next upload", async () => {
  const id = await saveBatch(tenant, everything(), NOON);
  const next = await saveBatch(tenant, [source("offices", ["O1,,"])], new Date("2026-12-01T03:00:01Z"));
  expect(await getBatch(tenant, id)).toMatchObject({ status: "discarded" });
  expect(await count("import_file")).toBe(1);
  const { batches, total } = await listBatches(tenant, 1, 1);
  expect([batches.map((batch) => batch.id), total]).toEqual([[next], 2]);
});

test("another contract's batch does not exist", async () => {
  const id = await saveBatch(tenant, everything(), NOON);
  const stranger = await aContract();
  expect(await getBatch(stranger, id)).toBeNull();
  expect(await confirmBatch(stranger, id, LATER)).toBe("not_found");
  await discardBatch(stranger, id);
  expect(await getBatch(tenant, id)).toMatchObject({ status: "previewed" });
  expect(await getBatch(tenant, "not an id")).toBeNull();
});
