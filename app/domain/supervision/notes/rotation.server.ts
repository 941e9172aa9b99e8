/** Seals confidential notes under the current key, batch by batch; it can be broken off and begun again at any time. */
import { asRotation, type Tx } from "~/db/scope.server";
import type { KeyRing } from "~/lib/key-ring";

import { NOTE_COLUMNS, type NoteRow } from "./rows.server";
import { open, seal } from "./sealing.server";

const BATCH_ROWS = 500;

/** `missingKey`, `damaged`: left as they were. `byKey`: how many notes each key seals at the end. */
export type Rotation = {
  resealed: number;
  missingKey: number;
  damaged: number;
  byKey: { keyId: string; notes: number }[];
};

/**
 * Seals every note that stands under another key than the first one anew. Versions and times stay: nobody wrote anything.
 * @param onBatch told after each batch how many are done
 */
export async function rotateNotes(keyRing: KeyRing, onBatch: (done: number) => void = () => {}): Promise<Rotation> {
  const counts = { resealed: 0, missingKey: 0, damaged: 0 };
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await asRotation(async (tx) => {
      const batch = await tx.$queryRaw<NoteRow[]>`
        SELECT ${NOTE_COLUMNS} FROM confidential_note WHERE key_id <> ${keyRing[0].id} AND id > ${last}::uuid ORDER BY id LIMIT ${BATCH_ROWS}`;
      const { resealed, missingKey, damaged } = await reseal(tx, batch, keyRing);
      counts.resealed += resealed;
      counts.missingKey += missingKey;
      counts.damaged += damaged;
      return batch;
    });
    last = rows.at(-1)?.id ?? last;
    if (rows.length > 0) onBatch(counts.resealed);
    if (rows.length < BATCH_ROWS) break;
  }
  const byKey = await asRotation(
    (tx) => tx.$queryRaw<Rotation["byKey"]>`
      SELECT key_id AS "keyId", count(*)::int AS notes FROM confidential_note GROUP BY key_id ORDER BY key_id`,
  );
  return { ...counts, byKey };
}

async function reseal(tx: Tx, rows: readonly NoteRow[], keyRing: KeyRing): Promise<Omit<Rotation, "byKey">> {
  const opened = rows.map((row) => ({ row, ...open(keyRing, row, row) }));
  const sealed = opened.flatMap(({ row, text }) =>
    text === null ? [] : [{ row, ...seal(keyRing, text, row), before: row.nonce }],
  );
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  // why: the nonce is new at each sealing; a note whose nonce has changed was written again while this batch was open.
  const resealed = await tx.$executeRaw`
    UPDATE confidential_note n SET key_id = given.key_id, nonce = decode(given.nonce, 'hex'), sealed = decode(given.sealed, 'hex')
    FROM unnest(${sealed.map(({ row }) => row.id)}::uuid[], ${sealed.map(({ keyId }) => keyId)}::text[],
      ${sealed.map(({ nonce }) => hex(nonce))}::text[], ${sealed.map((one) => hex(one.sealed))}::text[],
      ${sealed.map(({ before }) => hex(before))}::text[]) AS given (id, key_id, nonce, sealed, before)
    WHERE n.id = given.id AND n.nonce = decode(given.before, 'hex')`;
  return {
    resealed,
    missingKey: opened.filter(({ problem }) => problem === "missingKey").length,
    damaged: opened.filter(({ problem }) => problem === "damaged").length,
  };
}
