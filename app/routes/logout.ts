import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { requireSameOrigin } from "~/auth/same-origin.server";
import { signOut } from "~/auth/sign-in.server";

export function loader() {
  return redirect("/");
}

/** Signs out of this browser. Needs no right: whoever is signed out already stays so. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  return redirect("/login", { headers: { "Set-Cookie": await signOut(request), "Clear-Site-Data": '"cache"' } });
}
