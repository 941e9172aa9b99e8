import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { clientAddress } from "~/auth/addresses.server";
import { readDigestLink, setDigestByLink } from "~/auth/digest.server";
import { admit } from "~/auth/rate-limit.server";
import { Button, LinkButton } from "~/components/button";
import { useDone } from "~/components/done";
import { Entrance } from "~/components/entrance";
import { Notice } from "~/components/notice";
import { titled } from "~/components/page-title";
import { boundedForm } from "~/lib/bounded-form.server";

export const meta = titled((t) => t("notification.digest.linkTitle"));

/** "List-Unsubscribe=One-Click", as a mail program sends it in either kind of form, or the page's own button. */
const MAX_BYTES = 4 * 1024;
const QUIET = { "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" };

/** Whether the digest of whoever holds the link is on. Looking at the page changes nothing: mail scanners follow links. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await readDigestLink(params.token ?? "");
  if (!link) await slowDown(context);
  return data({ isOn: link?.isOn ?? null }, { headers: QUIET, status: link ? 200 : 404 });
}

/**
 * Ends the digest or begins it again. It asks for no session, reads no cookie and so takes requests from anywhere: the link
 * itself is the right to do this one thing, and mail programs send the request from their own servers (RFC 8058).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { form } = await boundedForm(request, MAX_BYTES);
  const isOneClick = form.get("List-Unsubscribe") === "One-Click";
  const wanted = isOneClick ? "off" : form.get("digest");
  const token = params.token ?? "";
  const isKnown = (wanted === "on" || wanted === "off") && (await setDigestByLink(token, wanted === "on"));
  if (!isKnown) {
    await slowDown(context);
    throw new Response(null, { status: 404 });
  }
  // why: a mail program takes a redirect for a failure.
  if (isOneClick) throw new Response(null, { status: 200, headers: QUIET });
  throw redirect(`/digest/${token}?done=${String(wanted)}`, { headers: QUIET });
}

async function slowDown(context: LoaderFunctionArgs["context"]): Promise<void> {
  const admission = await admit({ subject: "digest", address: clientAddress(context) });
  if (!admission.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(admission.seconds) } });
}

export default function DigestLink() {
  const { t } = useTranslation();
  const { isOn } = useLoaderData<typeof loader>();
  const done = useDone();
  if (isOn === null)
    return (
      <Entrance title={t("notification.digest.linkGone")} lead={t("notification.digest.linkGoneMore")}>
        <div className="mt-6">
          <LinkButton to="/account">{t("notification.digest.goAccount")}</LinkButton>
        </div>
      </Entrance>
    );
  return (
    <Entrance
      title={t("notification.digest.linkTitle")}
      lead={isOn ? t("notification.digest.isOn") : t("notification.digest.isOff")}
    >
      {done === "off" && !isOn && <Notice kind="success" title={t("notification.digest.turnedOff")} />}
      {done === "on" && isOn && <Notice kind="success" title={t("notification.digest.turnedOn")} />}
      <Form method="post" reloadDocument className="mt-6">
        <Button name="digest" value={isOn ? "off" : "on"} look={isOn ? "fill" : "outline"}>
          {isOn ? t("notification.digest.turnOff") : t("notification.digest.turnOn")}
        </Button>
      </Form>
    </Entrance>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
