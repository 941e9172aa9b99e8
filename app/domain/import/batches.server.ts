/** Batches of uploaded files: read, listed, confirmed once or thrown away. */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { asTenant, type Tenant } from "~/db/scope.server";
import { dayOfInstant } from "~/lib/calendar";

import { importFiles } from "./import-files.server";
import type { Source } from "./source.server";
import { summarySchema, type Summary } from "./summary";

export type BatchStatus = "previewed" | "confirmed" | "discarded";
export type Batch = { id: string; status: BatchStatus; createdAt: Date; confirmedAt: Date | null; summary: Summary };

const SHOWN = { id: true, status: true, createdAt: true, confirmedAt: true, summary: true } as const;
type Stored = { id: string; status: string; createdAt: Date; confirmedAt: Date | null; summary: unknown };

function batchOf(stored: Stored): Batch {
  return { ...stored, status: stored.status as BatchStatus, summary: summarySchema.parse(stored.summary) };
}

/** A batch without its files; null where the contract has none of that id. */
export async function getBatch(tenant: Tenant, id: string): Promise<Batch | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const { wardId, contractId } = tenant;
  const stored = await asTenant(tenant, (tx) =>
    tx.importBatch.findUnique({ where: { wardId_contractId_id: { wardId, contractId, id } }, select: SHOWN }),
  );
  return stored && batchOf(stored);
}

/** A page of the contract's batches, newest first. */
export async function listBatches(
  tenant: Tenant,
  page: number,
  pageSize: number,
): Promise<{ batches: Batch[]; total: number }> {
  const where = { wardId: tenant.wardId, contractId: tenant.contractId };
  return asTenant(tenant, async (tx) => {
    const total = await tx.importBatch.count({ where });
    const stored = await tx.importBatch.findMany({
      ...{ where, select: SHOWN, skip: (page - 1) * pageSize, take: pageSize },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    });
    return { batches: stored.map(batchOf), total };
  });
}

export type Confirmation = "confirmed" | "not_found" | "already_confirmed" | "already_discarded" | "problems";

/**
 * Imports a batch for real, once. What was recorded since the preview counts: new problems are kept with the batch,
 * and nothing is written.
 * @param at the instant of the confirmation
 */
export async function confirmBatch(tenant: Tenant, id: string, at: Date): Promise<Confirmation> {
  const batch = await getBatch(tenant, id);
  if (!batch) return "not_found";
  if (batch.status !== "previewed") return `already_${batch.status}`;
  if (!batch.summary.ok) return "problems";
  const { wardId, contractId } = tenant;
  const taken = new Error("confirmed by somebody else");
  try {
    const result = await importFiles(tenant, sourcesOf(tenant, batch), {
      ...{ dryRun: false, actorRole: "manager", day: dayOfInstant(at) },
      afterwards: async (tx) => {
        // why: of two confirmations at once the second finds no row, and its import is rolled back.
        const changed = await tx.importBatch.updateMany({
          where: { wardId, contractId, id, status: "previewed" },
          data: { status: "confirmed", confirmedAt: at },
        });
        if (changed.count === 0) throw taken;
        await tx.importFile.deleteMany({ where: { wardId, contractId, batchId: id } });
      },
    });
    // why: a busy contract is no property of the files; they can be confirmed again a moment later.
    if (!result.problems.some(({ code }) => code === "busy"))
      await keepSummary(tenant, id, summarySchema.parse({ ...result, sizes: batch.summary.sizes }));
    return result.ok ? "confirmed" : "problems";
  } catch (error) {
    if (error === taken) return "already_confirmed";
    throw error;
  }
}

/** Throws a batch's files away; a confirmed one stays. */
export async function discardBatch(tenant: Tenant, id: string): Promise<void> {
  const { wardId, contractId } = tenant;
  await asTenant(tenant, async (tx) => {
    const changed = await tx.importBatch.updateMany({
      where: { wardId, contractId, id, status: "previewed" },
      data: { status: "discarded" },
    });
    if (changed.count > 0) await tx.importFile.deleteMany({ where: { wardId, contractId, batchId: id } });
  });
}

async function keepSummary(tenant: Tenant, id: string, summary: Summary): Promise<void> {
  const { wardId, contractId } = tenant;
  await asTenant(tenant, (tx) => tx.importBatch.updateMany({ where: { wardId, contractId, id }, data: { summary } }));
}

/** The kept files, each read from the database when the import opens it. */
function sourcesOf(tenant: Tenant, batch: Batch): Source[] {
  const { wardId, contractId } = tenant;
  return Object.entries(batch.summary.sizes).map(([name, bytes]) => ({
    name,
    bytes,
    open: async function* () {
      const key = { wardId_contractId_batchId_name: { wardId, contractId, batchId: batch.id, name } };
      const file = await asTenant(tenant, (tx) => tx.importFile.findUniqueOrThrow({ where: key }));
      yield* Readable.from([file.content], { objectMode: false }).pipe(createGunzip());
    },
  }));
}
