import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { SessionList } from "~/components/supervision/session-list";
import { listSessions } from "~/domain/supervision/repository.server";
import { SESSION_STATUSES } from "~/domain/workforce/vocabulary";

const PAGE_SIZE = 25;

export const meta = titled((t) => t("supervision.sessions.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const params = new URL(request.url).searchParams;
  const status = z.enum(SESSION_STATUSES).nullable().catch(null).parse(params.get("status"));
  const page = z.coerce.number().int().positive().catch(1).parse(params.get("page"));
  return { status, list: await listSessions(people, { status, page, pageSize: PAGE_SIZE }) };
}

export default function Sessions() {
  const { t } = useTranslation();
  const { status, list } = useLoaderData<typeof loader>();
  const actions = <LinkButton to="/supervision/sessions/new">{t("supervision.schedule")}</LinkButton>;
  return (
    <Page
      title={t("supervision.sessions.title")}
      crumbs={[{ to: "/supervision", label: t("supervision.title") }]}
      actions={actions}
    >
      <nav aria-label={t("supervision.sessions.filterLabel")} className="mt-4 print:hidden">
        <ul className="flex flex-wrap gap-2">
          {[null, ...SESSION_STATUSES].map((one) => (
            <li key={one ?? "all"}>
              <Link
                to={one ? `?status=${one}` : "?"}
                aria-current={one === status ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-8 border border-solid-gray-420 px-4 text-dns-16N-130 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
              >
                {one ? t(`glossary.session.${one}`) : t("common.all")}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-6">
        {list.total === 0 ? (
          <EmptyState
            title={status ? t("supervision.sessions.emptyStatus") : t("supervision.sessions.empty")}
            action={<LinkButton to="/supervision/sessions/new">{t("supervision.schedule")}</LinkButton>}
          >
            {t("supervision.sessions.emptyText")}
          </EmptyState>
        ) : (
          <SessionList
            sessions={list.rows}
            label={t("supervision.sessions.listLabel")}
            to={(session) => `/supervision/sessions/${session.id}`}
            withParticipants
          />
        )}
        {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
        {list.total > 0 && (
          <div className="mt-8 flex flex-wrap gap-3 print:hidden">
            <ExportLinks to={`/supervision/sessions/export${status ? `?status=${status}` : ""}`} />
          </div>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
