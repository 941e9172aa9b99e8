/**
 * Carrying the own record to another contract, with consent: read as the person in the contract left, shown, and stored as
 * shown as the person in the contract joined. Neither contract's side takes part.
 */
import { createHash } from "node:crypto";

import { asPeople, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { RecordContent } from "./content";
import { differenceOf, isSame, sameText, type RecordDifference } from "./difference";
import type { CarriedRecord } from "./own-record";
import { listCarried } from "./carried.server";
import { loadRecord } from "./repository.server";

/** Where a record comes from: the person's own rows in another contract. */
export type TransferSource = { people: People; isFormer: boolean };

export type TransferPreview = {
  content: RecordContent;
  /** Stands for exactly this content; the consent names it. */
  seal: string;
  /** What was carried before from the same contract, and what would change. */
  before: { carried: CarriedRecord; difference: RecordDifference } | null;
};

/** What would be carried: all years up to the day. Null where the other contract has no such member of staff. */
export async function previewTransfer(
  here: People,
  source: TransferSource,
  asOf: Day,
): Promise<TransferPreview | null> {
  const content = await readContent(source, asOf);
  if (!content) return null;
  const carried = (await carriedTo(here)).find((one) => one.fromContractId === source.people.contractId);
  const before = carried ? { carried, difference: differenceOf(carried.content, content) } : null;
  return { content, seal: sealOf(content), before };
}

/** What the person has carried to this contract. */
export function carriedTo(here: People): Promise<CarriedRecord[]> {
  return asPeople(here, (tx) => listCarried(tx, here.contractId, ownStaffId(here)));
}

/** `changed`: the record is no longer the one that was shown. `same`: it stands like this already. */
export type TransferResult = { ok: true } | { ok: false; reason: "notFound" | "changed" | "same" };

/**
 * Stores what the person agreed to, in place of what was carried from the same contract before.
 * @param consent the seal of the preview that the person saw, and the instant of consent
 */
export async function transferRecord(
  here: People,
  source: TransferSource,
  consent: { seal: string; asOf: Day; at: Date },
): Promise<TransferResult> {
  const from = source.people;
  if (from.contractId === here.contractId || from.userId !== here.userId) return { ok: false, reason: "notFound" };
  const preview = await previewTransfer(here, source, consent.asOf);
  if (!preview) return { ok: false, reason: "notFound" };
  if (preview.seal !== consent.seal) return { ok: false, reason: "changed" };
  if (preview.before && isSame(preview.before.difference)) return { ok: false, reason: "same" };
  const { content } = preview;
  const staffId = ownStaffId(here);
  // why: the contract left learns that its record was carried away, never where to; a log too many is better than one missing.
  await asPeople(from, (tx) => audit(tx, from, "record.carryAway", ownStaffId(from)));
  await asPeople(here, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${staffId}, 7))`;
    await tx.$executeRaw`
      DELETE FROM record_transfer WHERE contract_id = ${here.contractId}::uuid AND staff_id = ${staffId}::uuid
        AND from_contract_id = ${from.contractId}::uuid`;
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO record_transfer (ward_id, contract_id, staff_id, user_id, from_contract_id, from_contractor, content, consented_at)
      VALUES (${here.wardId}::uuid, ${here.contractId}::uuid, ${staffId}::uuid, ${here.userId}::uuid, ${from.contractId}::uuid,
        ${content.post.contractor}, ${JSON.stringify(content)}::jsonb, ${consent.at}::timestamptz)
      RETURNING id::text`;
    await audit(tx, here, "record.carry", added?.id ?? "");
  });
  return { ok: true };
}

/** Takes a carried record back: it is deleted. False where there is none of the person's. */
export async function withdrawTransfer(here: People, transferId: string): Promise<boolean> {
  const staffId = ownStaffId(here);
  return asPeople(here, async (tx) => {
    const removed = await tx.$executeRaw`
      DELETE FROM record_transfer WHERE contract_id = ${here.contractId}::uuid AND staff_id = ${staffId}::uuid AND id = ${transferId}::uuid`;
    if (removed === 0) return false;
    await audit(tx, here, "record.withdraw", transferId);
    return true;
  });
}

/** All years of the record of the other contract. */
async function readContent({ people, isFormer }: TransferSource, asOf: Day): Promise<RecordContent | null> {
  const wish = { asOf, years: {}, isFormer };
  const loaded = await asPeople(people, (tx) => loadRecord(tx, people.contractId, ownStaffId(people), wish));
  return loaded?.record.content ?? null;
}

function sealOf(content: RecordContent): string {
  return createHash("sha256").update(sameText(content)).digest("hex");
}

/** A worker's own list is the worker alone. */
function ownStaffId(people: People): string {
  const [staffId, ...others] = people.staffIds;
  if (!staffId || others.length > 0) throw new Error("A record is carried by one person, as a worker.");
  return staffId;
}

type Log = "record.carry" | "record.withdraw" | "record.carryAway";

function audit(tx: Tx, people: People, action: Log, subjectId: string): Promise<void> {
  const subject = action === "record.carryAway" ? "staff" : "record_transfer";
  return recordDeed(tx, people, "worker", { action, subject, subjectId });
}
