import { randomUUID } from "node:crypto";

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePlatform } from "~/auth/require.server";
import { MailTable } from "~/components/admin/mail-table";
import { Button } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { MAIL_STATES } from "~/domain/notification/content";
import { listMail, queueTestMail, sendAgain } from "~/domain/notification/queue.server";
import { now } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";

export const meta = titled((t) => t("calendar.mail.admin.title"));

/** The queue of mail, without what the mails say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, platform } = await requirePlatform(request, "platform.read");
  const asked = new URL(request.url).searchParams;
  const state = MAIL_STATES.find((one) => one === asked.get("state")) ?? null;
  const { rows, ...place } = await listMail(platform, {
    state,
    page: Number.parseInt(asked.get("page") ?? "1", 10) || 1,
  });
  return {
    ...{ isOn: mailing() !== null, email: actor.email, ...place },
    mails: rows.map(({ createdAt, sentAt, nextAttemptAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    })),
  };
}

const intents = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("test") }),
  z.object({ intent: z.literal("again"), id: z.uuid() }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { actor, platform } = await requirePlatform(request, "platform.write");
  const parsed = intents.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw notFound();
  if (parsed.data.intent === "again") {
    if (!(await sendAgain(platform, parsed.data.id, now()))) return { gone: true };
    throw redirect("/admin/mail?done=again");
  }
  const setup = mailing();
  if (!setup) throw notFound();
  await queueTestMail(platform, { ref: randomUUID(), to: actor.email, locale: actor.locale, origin: setup.origin });
  throw redirect("/admin/mail?done=test");
}

export default function AdminMail() {
  const { t } = useTranslation();
  const { mails, page, pages, total } = useLoaderData<typeof loader>();
  const gone = useActionData<typeof action>()?.gone ?? false;
  const done = useDone();
  const [params] = useSearchParams();
  return (
    <Page title={t("calendar.mail.admin.title")} lead={t("calendar.mail.admin.lead")}>
      {gone && <Notice kind="error" title={t("calendar.mail.admin.gone")} />}
      {!gone && done === "again" && <Notice kind="success" title={t("calendar.mail.admin.againQueued")} />}
      {!gone && done === "test" && (
        <Notice kind="success" title={t("calendar.mail.admin.testQueued")}>
          {t("calendar.mail.admin.testQueuedMore")}
        </Notice>
      )}
      <Server />
      <Section
        id="history"
        title={t("calendar.mail.admin.history")}
        note={t("calendar.mail.admin.historyNote")}
        actions={total > 0 ? <ExportLinks to={`/admin/mail/export?${params}`} /> : undefined}
      >
        <FilterBar
          fields={[
            {
              ...{ name: "state", label: t("calendar.mail.admin.state"), empty: t("common.all") },
              options: MAIL_STATES.map((value) => ({ value, label: t(`calendar.mail.admin.states.${value}`) })),
            },
          ]}
        />
        <div className="mt-4">
          {mails.length === 0 ? (
            <EmptyState title={t("calendar.mail.admin.empty")}>{t("calendar.mail.admin.emptyMore")}</EmptyState>
          ) : (
            <MailTable rows={mails} />
          )}
        </div>
        {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
      </Section>
    </Page>
  );
}

/** Whether mail goes out at all, and a way to see it arrive. */
function Server() {
  const { t } = useTranslation();
  const { isOn, email } = useLoaderData<typeof loader>();
  if (!isOn)
    return (
      <Notice kind="info" title={t("calendar.mail.admin.off")}>
        {t("calendar.mail.admin.offMore")}
      </Notice>
    );
  return (
    <Section id="test" title={t("calendar.mail.admin.test")} note={t("calendar.mail.admin.on")}>
      <p className="text-std-16N-170">{t("calendar.mail.admin.testNote", { email })}</p>
      <Form method="post" className="mt-3">
        <Button look="outline" name="intent" value="test">
          {t("calendar.mail.admin.sendTest")}
        </Button>
      </Form>
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
