/**
 * The browser's half of the blind signature (RFC 9474): it draws a token, hides it, has it signed, and uncovers the signature.
 * The server signs without seeing the token; the library is loaded when somebody wants to answer.
 */
import { keep, readKept } from "./device";

export type PublicKey = { kty: "RSA"; n: string; e: string };
/** signed: the token is on the device · the other words say why not. */
export type TokenOutcome = "signed" | "notEligible" | "alreadyFetched" | "closed" | "signIn" | "failed" | "noStorage";

const ALGORITHM = { name: "RSA-PSS", hash: "SHA-384" };
const TOKEN_BYTES = 32;

/**
 * Fetches the token of a survey, once. What was sent to be signed is kept before it is sent: if the answer is lost, the same
 * is sent again and gets the same signature.
 * @param ask posts the blinded message and gives the server's answer
 */
export async function fetchToken(
  campaign: { id: string; publicKey: PublicKey },
  ask: (blinded: string) => Promise<{ signature: string } | { refused: TokenOutcome }>,
): Promise<TokenOutcome> {
  const before = readKept(campaign.id);
  if (before.signature) return "signed";
  const suite = await blindRsa();
  const { kty, n, e } = campaign.publicKey;
  const key = await crypto.subtle.importKey("jwk", { kty, n, e, ext: true }, ALGORITHM, true, ["verify"]);
  let { prepared, inverse, blinded } = before;
  if (!prepared || !inverse || !blinded) {
    const message = suite.prepare(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
    const made = await suite.blind(key, message);
    [prepared, inverse, blinded] = [toText(message), toText(made.inv), toText(made.blindedMsg)];
    if (!keep(campaign.id, { prepared, inverse, blinded })) return "noStorage";
  }
  const answer = await ask(blinded);
  if ("refused" in answer) return answer.refused;
  try {
    const signature = await suite.finalize(key, toBytes(prepared), toBytes(answer.signature), toBytes(inverse));
    keep(campaign.id, { signature: toText(signature) });
    return "signed";
  } catch {
    return "failed";
  }
}

async function blindRsa() {
  const { RSABSSA } = await import("@cloudflare/blindrsa-ts");
  return RSABSSA.SHA384.PSS.Randomized();
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

export type SendOutcome =
  | { kind: "taken" }
  | { kind: "closed" | "badToken" | "unreachable" | "refused" }
  | { kind: "badAnswers"; keys: string[] };

/**
 * Puts the answer into the box: without cookies, without a referrer, and again by the person's own tap where it could not be
 * reached; the box takes it once.
 */
export async function sendAnswer(campaignId: string, unit: string, post: typeof fetch = fetch): Promise<SendOutcome> {
  const { prepared, signature, answers, comment } = readKept(campaignId);
  const body = { campaign: campaignId, token: prepared, signature, unit, answers, ...(comment ? { comment } : {}) };
  try {
    const answer = await post("/ballot", {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.ok) return { kind: "taken" };
    if (answer.status >= 500) return { kind: "unreachable" };
    const told = (await answer.json().catch(() => ({}))) as { reason?: string; problems?: { key: string }[] };
    if (told.reason === "closed" || told.reason === "unknownCampaign") return { kind: "closed" };
    if (told.reason === "badToken") return { kind: "badToken" };
    if (told.reason === "badAnswers") return { kind: "badAnswers", keys: (told.problems ?? []).map(({ key }) => key) };
    return { kind: "refused" };
  } catch {
    return { kind: "unreachable" };
  }
}
