import { createHash, type JsonWebKey } from "node:crypto";

import type { Unit } from "./campaign";

/**
 * A short number for what everybody who answers must see alike: the public key and the groups. People compare it with each
 * other, so that a server that showed somebody a key or a group of their own would be found out. Five groups of four digits.
 */
export function fingerprintOf(campaign: { publicKey: JsonWebKey; units: readonly Unit[] }): string {
  const seen = JSON.stringify([
    campaign.publicKey.n,
    campaign.publicKey.e,
    campaign.units.map(({ unit, name }) => [unit, name]),
  ]);
  const digest = createHash("sha256").update(seen).digest();
  return Array.from({ length: 5 }, (_, index) => String(digest.readUInt16BE(index * 2) % 10_000).padStart(4, "0")).join(
    " ",
  );
}
