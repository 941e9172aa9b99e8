import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { open, seal, type NoteAddress, type Sealed } from "~/domain/supervision/notes/sealing.server";
import { aKeyRing } from "../../../setup/note-keys";

const ring = aKeyRing("k1");
const address: NoteAddress = {
  ...{ id: randomUUID(), sessionId: randomUUID(), staffId: randomUUID() },
  ...{ authorId: randomUUID(), supervisorId: randomUUID() },
};
const TEXT = "今日は休めていないと話した。";

function changed(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

describe("a sealed note", () => {
  test("opens to what was written, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
        expect(open(ring, seal(ring, text, address), address)).toEqual({ text, problem: null });
      }),
    );
  });

  test("names its key, is 16 bytes longer than the text, and shows none of it", () => {
    const sealed = seal(ring, TEXT, address);
    expect(sealed.keyId).toBe("k1");
    expect([sealed.nonce.byteLength, sealed.sealed.byteLength]).toEqual([12, Buffer.byteLength(TEXT) + 16]);
    expect(Buffer.from(sealed.sealed).includes(Buffer.from("休め"))).toBe(false);
  });

  test("is never sealed twice with the same nonce", () => {
    const nonces = Array.from({ length: 2000 }, () => Buffer.from(seal(ring, "", address).nonce).toString("hex"));
    expect(new Set(nonces).size).toBe(2000);
  });

  test("with any byte changed does not open", () => {
    const sealed = seal(ring, TEXT, address);
    for (let at = 0; at < sealed.sealed.byteLength; at += 1)
      expect(open(ring, { ...sealed, sealed: changed(sealed.sealed, at) }, address)).toEqual({
        ...{ text: null, problem: "damaged" },
      });
    for (let at = 0; at < 12; at += 1)
      expect(open(ring, { ...sealed, nonce: changed(sealed.nonce, at) }, address).problem).toBe("damaged");
  });

  test.each([
    ["cut short", (given: Sealed) => ({ ...given, sealed: given.sealed.slice(0, -1) })],
    ["with a shortened tag", (given: Sealed) => ({ ...given, sealed: given.sealed.slice(0, 12) })],
    ["empty", (given: Sealed) => ({ ...given, sealed: new Uint8Array() })],
    ["with a nonce of another length", (given: Sealed) => ({ ...given, nonce: given.nonce.slice(0, 8) })],
  ])("%s does not open", (_, change) => {
    expect(open(ring, change(seal(ring, TEXT, address)), address).problem).toBe("damaged");
  });

  test.each(["id", "sessionId", "staffId", "authorId", "supervisorId"] as const)(
    "moved to another %s does not open",
    (field) => {
      const sealed = seal(ring, TEXT, address);
      expect(open(ring, sealed, { ...address, [field]: randomUUID() }).problem).toBe("damaged");
    },
  );

  test("given a reader it was not written for does not open", () => {
    const alone = { ...address, supervisorId: null };
    expect(open(ring, seal(ring, TEXT, alone), address).problem).toBe("damaged");
    expect(open(ring, seal(ring, TEXT, address), alone).problem).toBe("damaged");
  });

  test("opens with an older key that is still there, and says so where it is not", () => {
    const sealed = seal(aKeyRing("old"), TEXT, address);
    expect(open(aKeyRing("new", "old"), sealed, address).text).toBe(TEXT);
    expect(open(aKeyRing("new"), sealed, address)).toEqual({ text: null, problem: "missingKey" });
  });

  test("under a key of the same name that is another does not open", () => {
    const other = [{ id: "k1", key: aKeyRing("other")[0].key }] as const;
    expect(open(other, seal(ring, TEXT, address), address)).toEqual({ text: null, problem: "damaged" });
  });
});
