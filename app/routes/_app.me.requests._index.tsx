import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { OwnRequests } from "~/components/request/own-requests";
import { pickOffer } from "~/domain/supervision/answer-request.server";
import { ownRequestForm } from "~/domain/supervision/request-schema";
import { declineOffers, listRequests, withdrawRequest } from "~/domain/supervision/requests.server";
import { now, today } from "~/lib/clock.server";
import { mailing } from "~/lib/env.server";
import { parseForm } from "~/lib/form";
import { wishedPage } from "~/lib/page";

const PAGE_SIZE = 20;
const DONE = ["made", "duplicate", "withdrawn", "open"] as const;

export const meta = titled((t) => t("session.request.mineTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const page = wishedPage(new URL(request.url).searchParams);
  return { day: today(), list: await listRequests(people, { status: null, page, pageSize: PAGE_SIZE }) };
}

/** Picks a time, says that none fits, or takes a request back. */
export async function action({ request }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "own.log");
  const parsed = parseForm(ownRequestForm, await request.formData());
  if (!parsed.ok) throw notFound();
  const { intent, requestId, version, choice = -1 } = parsed.data;
  if (intent === "pick") {
    const writing = { today: today(), at: now(), mailing: mailing() };
    const picked = await pickOffer(people, { requestId, version, choice }, writing);
    if (picked.ok) return redirect(`/me/sessions/${picked.sessionId}?done=picked`);
    if (picked.reason === "notFound") throw notFound();
    return data({ refused: picked.reason, stands: null }, { status: 409 });
  }
  const change = intent === "withdraw" ? withdrawRequest : declineOffers;
  const result = await change(people, requestId, version);
  if (result.ok) return redirect(`/me/requests?done=${intent === "withdraw" ? "withdrawn" : "open"}`);
  if (result.reason === "notFound") throw notFound();
  return data({ refused: "stale" as const, stands: result.stands }, { status: 409 });
}

/** What was refused is shown as it stands now. */
export function shouldRevalidate(): boolean {
  return true;
}

export default function OwnRequestList() {
  const { t } = useTranslation();
  const { day, list } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const wished = useDone();
  const done = failure ? undefined : DONE.find((word) => word === wished);
  const requests = list.rows.map((one) => (one.id === failure?.stands?.id ? failure.stands : one));
  return (
    <Page
      title={t("session.request.mineTitle")}
      lead={t("session.request.mineLead")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/sessions", label: t("me.sessions.title") },
      ]}
      actions={<LinkButton to="/me/requests/new">{t("session.request.make")}</LinkButton>}
    >
      {done && <Notice kind="success">{t(`session.request.done.${done}`)}</Notice>}
      {failure && (
        <Attention answer={failure}>
          <Notice kind="error">{t(`session.request.refused.${failure.refused}`)}</Notice>
        </Attention>
      )}
      <div className="mt-6">
        {list.total === 0 ? (
          <EmptyState title={t("session.request.empty")}>{t("session.request.emptyText")}</EmptyState>
        ) : (
          <>
            <OwnRequests requests={requests} day={day} />
            {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
            <div className="mt-8 flex flex-wrap gap-3 print:hidden">
              <ExportLinks to="/me/requests/export" />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
