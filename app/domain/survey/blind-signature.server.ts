/**
 * The server's side of RSA blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Randomized, 3072 bits): it signs what it cannot
 * read, and later recognises the signature without knowing whom it was for. The raw RSA operation is node:crypto's own,
 * constant in time; the library that the browser uses would block the server for a third of a second a signature.
 */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
  type JsonWebKey,
} from "node:crypto";
import { promisify } from "node:util";

const MODULUS_BITS = 3072;
const SALT_BYTES = 48;

export type CampaignKey = { publicKey: JsonWebKey; privateKey: Buffer };

/** A campaign's key pair: the public key as JWK, the private one as PKCS #8. */
export async function newCampaignKey(): Promise<CampaignKey> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
  return {
    publicKey: pair.publicKey.export({ format: "jwk" }),
    privateKey: pair.privateKey.export({ format: "der", type: "pkcs8" }),
  };
}

/**
 * Signs a blinded message. Null for what no browser of ours would send: another length than the modulus', 0, 1, or anything
 * not below the modulus less one. The result is checked before it leaves: a faulty signature could give the key away.
 */
export function signBlinded(privateKey: Buffer, blinded: Uint8Array): Buffer | null {
  const key = createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key);
  const { n } = publicKey.export({ format: "jwk" });
  const modulus = BigInt(`0x${Buffer.from(n ?? "", "base64url").toString("hex")}`);
  const bytes = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  if (blinded.byteLength !== bytes) return null;
  const value = BigInt(`0x${Buffer.from(blinded).toString("hex")}`);
  if (value <= 1n || value >= modulus - 1n) return null;
  const raw = { padding: constants.RSA_NO_PADDING };
  const signature = privateDecrypt({ key, ...raw }, blinded);
  const again = publicEncrypt({ key: publicKey, ...raw }, signature);
  return timingSafeEqual(again, blinded) ? signature : null;
}

/** Whether a signature of the campaign's key is on the prepared message. */
export function isSignature(publicKey: JsonWebKey, prepared: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: publicKey, format: "jwk" });
    return verify(
      "sha384",
      prepared,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES },
      signature,
    );
  } catch {
    return false;
  }
}
