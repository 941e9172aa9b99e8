import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { currentActor } from "~/auth/require.server";
import { homeOf } from "~/domain/access/policy";

/** Leads everyone to where they work, or to sign-in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await currentActor(request);
  return redirect(actor ? homeOf(actor.membership) : "/login");
}
