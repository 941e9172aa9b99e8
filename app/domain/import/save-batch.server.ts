/** Puts uploaded files before the import: checks them in a dry run and keeps them until a person confirms. */
import { createGzip } from "node:zlib";
import { Readable } from "node:stream";

import { asTenant, type Tenant } from "~/db/scope.server";

import { importFiles } from "./import-files.server";
import type { Source } from "./source.server";
import { summarySchema } from "./summary";

/** Files nobody confirmed hold names and pay; after so long they are thrown away. */
const FORGOTTEN_AFTER_DAYS = 7;

/**
 * Checks files and keeps them, compressed, for confirmation. Files with problems are not kept, only what is wrong.
 * @param at the instant of the upload
 * @returns the batch's id
 */
export async function saveBatch(
  tenant: Tenant & { userId: string },
  sources: readonly Source[],
  at: Date,
): Promise<string> {
  const result = await importFiles(tenant, sources, { dryRun: true, actorRole: "manager" });
  const contents = result.ok
    ? await Promise.all(sources.map(async (source) => ({ source, content: await compressed(source) })))
    : [];
  const sizes = Object.fromEntries(contents.map(({ source }) => [source.name, source.bytes]));
  const summary = summarySchema.parse({ ...result, sizes });
  const { wardId, contractId, userId } = tenant;
  return asTenant(tenant, async (tx) => {
    const forgotten = new Date(at.getTime() - FORGOTTEN_AFTER_DAYS * 86_400_000);
    await tx.importFile.deleteMany({ where: { wardId, contractId, batch: { createdAt: { lt: forgotten } } } });
    await tx.importBatch.updateMany({
      where: { wardId, contractId, status: "previewed", createdAt: { lt: forgotten } },
      data: { status: "discarded" },
    });
    const { id } = await tx.importBatch.create({
      data: { wardId, contractId, createdBy: userId, createdAt: at, summary },
      select: { id: true },
    });
    for (const { source, content } of contents) {
      await tx.importFile.create({
        data: { wardId, contractId, batchId: id, name: source.name, content },
        select: { name: true },
      });
    }
    return id;
  });
}

async function compressed(source: Source): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of Readable.from(source.open()).pipe(createGzip())) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}
