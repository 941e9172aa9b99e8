import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { clientAddress } from "~/auth/addresses.server";
import { ownPath } from "~/auth/own-path";
import { currentActor } from "~/auth/require.server";
import { requireSameOrigin } from "~/auth/same-origin.server";
import { signIn } from "~/auth/sign-in.server";
import { Button } from "~/components/button";
import { Entrance } from "~/components/entrance";
import { TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import { titled } from "~/components/page-title";
import { homeOf } from "~/domain/access/policy";

export const meta = titled((t) => t("auth.login.title"));

/** Whoever is signed in already goes on; the page to go on to must be our own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await currentActor(request);
  const next = new URL(request.url).searchParams.get("next");
  if (actor) throw redirect(ownPath(next, homeOf(actor.membership)));
  return { next: ownPath(next, "") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const email = String(form.get("email") ?? "")
    .trim()
    .slice(0, 320);
  const password = String(form.get("password") ?? "");
  const result = await signIn(request, { email, password, address: clientAddress(context) });
  if (result.ok) throw redirect(ownPath(form.get("next"), result.home), { headers: result.headers });
  return { email, minutes: result.reason === "wait" ? Math.ceil(result.seconds / 60) : null };
}

export default function Login() {
  const { t } = useTranslation();
  const { next } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <Entrance title={t("auth.login.title")} lead={t("auth.login.lead")}>
      {failure && failure.minutes === null && (
        <Notice kind="error" title={t("auth.login.refused")}>
          {t("auth.login.refusedMore")}
        </Notice>
      )}
      {failure && failure.minutes !== null && (
        <Notice kind="error" title={t("auth.login.wait")}>
          {t("auth.login.waitMore", { count: failure.minutes })}
        </Notice>
      )}
      <Form method="post" reloadDocument>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label={t("auth.login.email")}
          autoComplete="username"
          required
          defaultValue={failure?.email}
        />
        <TextField
          name="password"
          type="password"
          label={t("auth.login.password")}
          autoComplete="current-password"
          required
        />
        <div className="mt-6">
          <Button>{t("auth.login.submit")}</Button>
        </div>
      </Form>
      <p className="mt-8 text-std-16N-170 text-solid-gray-700">{t("auth.login.forgotten")}</p>
    </Entrance>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
