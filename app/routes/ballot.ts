import type { ActionFunctionArgs } from "@remix-run/node";

import { requireSameOrigin } from "~/auth/same-origin.server";
import { ballotSchema, castBallot } from "~/domain/survey/cast-ballot.server";
import { boundedText } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";

/** A sheet of 80 answers is 2 kB; a comment adds at most 6. */
const MAX_BYTES = 32 * 1024;

const QUIET = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

export function loader() {
  throw new Response(null, { status: 404 });
}

/**
 * Takes an anonymous answer. It asks for no session and reads no cookie, sets none, and keeps neither time nor address: who
 * may answer is proven by the token alone.
 */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const text = await boundedText(request, MAX_BYTES);
  const parsed = ballotSchema.safeParse(text === null ? null : json(text));
  if (!parsed.success) return answer(400, { reason: "malformed" });
  const cast = await castBallot(parsed.data, today());
  return cast.ok ? answer(200, { taken: true }) : answer(409, cast);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: QUIET });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
