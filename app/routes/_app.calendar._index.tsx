import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { fullAddress } from "~/auth/addresses.server";
import { CANCELLED_DAYS, FEED_DAYS, feedMadeAt, makeFeed, revokeFeed } from "~/auth/calendar-feed.server";
import { notFound, requireActor } from "~/auth/require.server";
import { Button } from "~/components/button";
import { CopyField } from "~/components/copy-link";
import { useDone } from "~/components/done";
import { useLocale } from "~/components/locale";
import { CalendarHelp } from "~/components/me/calendar-help";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { shortDay } from "~/i18n/format";
import { dayOfInstant } from "~/lib/calendar";

export const meta = titled((t) => t("calendar.title"));

/** Whether the person has a calendar address, and since when; the address itself is not kept. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "calendar.own");
  const madeAt = await feedMadeAt(actor);
  return { since: madeAt ? dayOfInstant(madeAt) : null, days: { ...FEED_DAYS, cancelled: CANCELLED_DAYS } };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "calendar.own");
  const intent = (await request.formData()).get("intent");
  if (intent === "make") return { address: fullAddress(request, await makeFeed(actor)) };
  if (intent !== "revoke") throw notFound();
  await revokeFeed(actor);
  throw redirect("/calendar?done=revoked");
}

export default function CalendarSettings() {
  const { t } = useTranslation();
  const { days } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const done = useDone();
  return (
    <Page title={t("calendar.title")} lead={t("calendar.lead")}>
      {made && <NewAddress address={made.address} />}
      {!made && done === "revoked" && (
        <Notice kind="success" title={t("calendar.revoked")}>
          {t("calendar.revokedMore")}
        </Notice>
      )}
      <Standing />
      <CalendarHelp days={days} />
    </Page>
  );
}

/** The address, shown this once. */
function NewAddress({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <Notice kind="success" title={t("calendar.made")}>
      <CopyField id="calendar-address" label={t("calendar.addressLabel")} address={address} />
      <p className="mt-3">
        <a href={address.replace(/^https?:/, "webcal:")} className="link inline-flex min-h-11 items-center">
          {t("calendar.subscribe")}
        </a>
      </p>
      <p className="mt-1">{t("calendar.secret")}</p>
    </Notice>
  );
}

function Standing() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { since } = useLoaderData<typeof loader>();
  const busy = useNavigation().state !== "idle";
  const make = (
    <Form method="post">
      <Button name="intent" value="make" aria-disabled={busy} look={since === null ? "fill" : "outline"}>
        {since === null ? t("calendar.make") : t("calendar.renew")}
      </Button>
    </Form>
  );
  return (
    <Section id="standing" title={t("calendar.status")}>
      {since === null ? (
        <EmptyState title={t("calendar.none")} action={make}>
          {t("calendar.noneMore")}
        </EmptyState>
      ) : (
        <>
          <p className="text-std-16N-170">○ {t("calendar.since", { day: shortDay(since, locale) })}</p>
          <p className="mt-1 text-std-16N-170 text-solid-gray-700">{t("calendar.onceMore")}</p>
          <div className="mt-4 flex flex-wrap gap-4">
            {make}
            <Form method="post">
              <Button name="intent" value="revoke" aria-disabled={busy} look="danger">
                {t("calendar.revoke")}
              </Button>
            </Form>
          </div>
          <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{t("calendar.renewNote")}</p>
        </>
      )}
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
