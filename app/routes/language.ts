import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { changeLocale } from "~/auth/devices.server";
import { ownPath } from "~/auth/own-path";
import { currentActor } from "~/auth/require.server";
import { requireSameOrigin } from "~/auth/same-origin.server";
import { localeCookie } from "~/i18n/locale.server";

export function loader() {
  return redirect("/");
}

/** Changes the language of this browser and, of whoever is signed in, the setting. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const locale = form.get("locale") === "en" ? "en" : "ja";
  const actor = await currentActor(request);
  if (actor) await changeLocale(actor.userId, locale);
  return redirect(ownPath(form.get("next"), "/"), { headers: { "Set-Cookie": localeCookie(locale) } });
}
