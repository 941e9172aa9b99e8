import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { RequestFacts } from "~/components/request/request-facts";
import { isAnswerable, REQUEST_STATUSES, type SupervisionRequest } from "~/domain/supervision/requests";
import { listRequests } from "~/domain/supervision/requests.server";
import { today } from "~/lib/clock.server";
import { wishedPage } from "~/lib/page";

const PAGE_SIZE = 25;
const DONE = ["offered", "declined"] as const;

export const meta = titled((t) => t("session.request.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const params = new URL(request.url).searchParams;
  const status = z.enum(REQUEST_STATUSES).nullable().catch(null).parse(params.get("status"));
  const list = await listRequests(people, { status, page: wishedPage(params), pageSize: PAGE_SIZE });
  return { day: today(), status, list };
}

export default function Requests() {
  const { t } = useTranslation();
  const { day, status, list } = useLoaderData<typeof loader>();
  const wished = useDone();
  const done = DONE.find((word) => word === wished);
  return (
    <Page title={t("session.request.title")} crumbs={[{ to: "/supervision", label: t("supervision.title") }]}>
      {done && <Notice kind="success">{t(`session.request.done.${done}`)}</Notice>}
      <nav aria-label={t("session.request.filterLabel")} className="mt-4 print:hidden">
        <ul className="flex flex-wrap gap-2">
          {[null, ...REQUEST_STATUSES].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to={one ? `?status=${one}` : "?"}
                aria-current={one === status ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-8 border border-solid-gray-420 px-4 text-dns-16N-130 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
              >
                {one ? t(`session.request.statuses.${one}`) : t("common.all")}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-6">
        {list.total === 0 ? (
          <EmptyState title={t("session.request.emptySupervisor")}>
            {t("session.request.emptySupervisorText")}
          </EmptyState>
        ) : (
          <ul
            aria-label={t("session.request.listLabel")}
            className="divide-y divide-solid-gray-300 border-y border-solid-gray-300"
          >
            {list.rows.map((one) => (
              <li key={one.id} className="flex flex-col gap-3 py-4 md:flex-row md:items-center">
                <div className="min-w-0 grow">
                  <RequestFacts request={one} day={day} withName />
                </div>
                <Answer request={one} />
              </li>
            ))}
          </ul>
        )}
        {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
        {list.total > 0 && (
          <div className="mt-8 flex flex-wrap gap-3 print:hidden">
            <ExportLinks to={`/supervision/requests/export${status ? `?status=${status}` : ""}`} />
          </div>
        )}
      </div>
    </Page>
  );
}

function Answer({ request }: { request: SupervisionRequest }) {
  const { t } = useTranslation();
  const className = "w-full shrink-0 whitespace-nowrap md:w-40 print:hidden";
  if (request.status === "scheduled" && request.sessionId)
    return (
      <LinkButton to={`/supervision/sessions/${request.sessionId}`} look="outline" className={className}>
        {t("session.request.toSession")}
      </LinkButton>
    );
  if (!isAnswerable(request)) return null;
  const isOpen = request.status === "open";
  return (
    <LinkButton
      to={`/supervision/requests/${request.id}`}
      look={isOpen ? "fill" : "outline"}
      className={className}
      aria-label={isOpen ? t("session.request.answerOf", { name: request.staffName }) : undefined}
    >
      {t(isOpen ? "session.request.answer" : "session.request.again")}
    </LinkButton>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
