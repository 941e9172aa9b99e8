import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requireActor, requireSignedIn, type Actor } from "~/auth/require.server";
import { signOut, switchMembership } from "~/auth/sign-in.server";
import { Button } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { FilterBar } from "~/components/filter-bar";
import { Notice } from "~/components/notice";
import { NotificationList } from "~/components/notification/notification-list";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { TOPICS } from "~/domain/notification/happenings";
import { listOwn, markAllRead, openOwn, type OwnReader } from "~/domain/notification/own.server";
import { today } from "~/lib/clock.server";
import { wishedPage } from "~/lib/page";

export const meta = titled((t) => t("notification.title"));

function readerOf({ userId, memberships }: Actor): OwnReader {
  return { userId, memberships, day: today() };
}

/** What the person has been told, over all memberships. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "notification.own");
  const asked = new URL(request.url).searchParams;
  const shown = await listOwn(readerOf(actor), {
    unread: asked.get("unread") === "1",
    topic: TOPICS.find((one) => one === asked.get("topic")) ?? null,
    page: wishedPage(asked),
  });
  const hasSeveral = actor.memberships.length > 1 || actor.membership.role === "ward";
  return { ...shown, namesContract: hasSeveral };
}

const intents = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("readAll") }),
  z.object({ intent: z.literal("open"), id: z.uuid() }),
]);

/** Marks as read. Opening one goes to its page, under the membership that may see it. */
export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request, "notification.own");
  const parsed = intents.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw notFound();
  const reader = readerOf(signedIn.actor);
  if (parsed.data.intent === "readAll") {
    await markAllRead(reader);
    throw redirect("/notifications?done=read");
  }
  const opened = await openOwn(reader, parsed.data.id);
  if (!opened) return { gone: true };
  if (opened.membershipId === signedIn.actor.membership.id) throw redirect(opened.path);
  const switched = await switchMembership(request, signedIn, opened.membershipId);
  if (switched) throw redirect(opened.path, { headers: { "Set-Cookie": switched.cookie } });
  const next = encodeURIComponent(opened.path);
  throw redirect(`/login?next=${next}`, { headers: { "Set-Cookie": await signOut(request) } });
}

export default function Notifications() {
  const { t } = useTranslation();
  const { rows, page, pages, total, namesContract } = useLoaderData<typeof loader>();
  const gone = useActionData<typeof action>()?.gone ?? false;
  const done = useDone();
  const [params] = useSearchParams();
  const isUnread = params.get("unread") === "1";
  const isFiltered = isUnread || Boolean(params.get("topic"));
  return (
    <Page title={t("notification.title")} lead={t("notification.lead")} actions={<MarkAll />}>
      {gone && <Notice kind="error" title={t("notification.gone")} />}
      {!gone && done === "read" && <Notice kind="success" title={t("notification.allRead")} />}
      <FilterBar
        fields={[
          {
            ...{ name: "topic", label: t("notification.topic"), empty: t("common.all") },
            options: TOPICS.map((value) => ({ value, label: t(`notification.topics.${value}`) })),
          },
        ]}
        toggle={{ name: "unread", label: t("notification.onlyUnread") }}
      />
      {rows.length === 0 ? (
        <div className="mt-6">
          {isFiltered ? (
            <EmptyState title={params.get("topic") ? t("notification.emptyFound") : t("notification.emptyUnread")} />
          ) : (
            <EmptyState title={t("notification.empty")}>{t("notification.emptyMore")}</EmptyState>
          )}
        </div>
      ) : (
        <NotificationList rows={rows} namesContract={namesContract} />
      )}
      {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
    </Page>
  );
}

function MarkAll() {
  const { t } = useTranslation();
  return (
    <Form method="post">
      <Button look="outline" name="intent" value="readAll">
        {t("notification.markAll")}
      </Button>
    </Form>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
