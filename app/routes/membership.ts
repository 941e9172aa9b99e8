import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { notFound, requireSignedIn } from "~/auth/require.server";
import { signOut, switchMembership } from "~/auth/sign-in.server";

export function loader() {
  return redirect("/");
}

/** Puts another of the person's memberships into use; asks for the password where the other role wants it fresher. */
export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request, "account.own");
  const wanted = String((await request.formData()).get("membershipId"));
  if (!signedIn.actor.memberships.some((one) => one.id === wanted)) throw notFound();
  const switched = await switchMembership(request, signedIn, wanted);
  if (!switched) return redirect("/login", { headers: { "Set-Cookie": await signOut(request) } });
  return redirect(switched.home, { headers: { "Set-Cookie": switched.cookie } });
}
