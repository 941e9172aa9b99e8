import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { issueToken } from "~/domain/survey/issue-token.server";
import { boundedText } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";
import { noteKeys } from "~/lib/note-keys.server";

const MAX_BYTES = 4 * 1024;
const body = z.object({ blinded: z.string().regex(/^[A-Za-z0-9_-]{512}$/) });

/** Signs what the worker's browser has blinded, once for each survey. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "survey.answer");
  const id = z.uuid().safeParse(params.campaignId);
  const parsed = body.safeParse(jsonOf(await boundedText(request, MAX_BYTES)));
  if (!id.success || !parsed.success) return Response.json({ reason: "malformed" }, { status: 400 });
  const blinded = Buffer.from(parsed.data.blinded, "base64url");
  const issued = await issueToken(people, actor.membership.staffId ?? "", id.data, blinded, noteKeys(), today());
  if (!issued.ok) return Response.json({ reason: issued.reason }, { status: 409 });
  return Response.json({ signature: issued.signature.toString("base64url") });
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
