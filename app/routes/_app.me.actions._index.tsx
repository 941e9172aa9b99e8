import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { ActionList } from "~/components/supervision/action-list";
import { ActionConflict } from "~/components/supervision/actions-section";
import { closeAction, listOwnActions } from "~/domain/supervision/agreed-actions.server";
import { closeActionForm } from "~/domain/supervision/schema";
import { today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";
import { pageOf, wishedPage } from "~/lib/page";

const PAGE_SIZE = 25;

export const meta = titled((t) => t("session.actions.mine"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const all = await listOwnActions(people, actor.membership.staffId ?? "", "all");
  const { rows: actions, ...place } = pageOf(all, wishedPage(new URL(request.url).searchParams), PAGE_SIZE);
  return { day: today(), actions, ...place };
}

/** Closes an action of one's own. */
export async function action({ request }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "own.log");
  const form = await request.formData();
  const state = z.enum(["done", "dropped"]).safeParse(form.get("intent"));
  const parsed = parseForm(closeActionForm, form);
  if (!state.success || !parsed.ok) throw notFound();
  const closed = await closeAction(people, "supervisee", { ...parsed.data, state: state.data }, today());
  if (closed.ok) return redirect("/me/actions?done=closed");
  if (closed.reason === "notFound") throw notFound();
  return data({ stands: closed.stands, wished: state.data }, { status: 409 });
}

export default function OwnActions() {
  const { t } = useTranslation();
  const { day, actions, page, pages, total } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const done = useDone();
  return (
    <Page
      title={t("session.actions.mine")}
      lead={`${t("session.actions.mineLead")} ${t("session.actions.who")}`}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/sessions", label: t("me.sessions.title") },
      ]}
    >
      {!failure && done === "closed" && <Notice kind="success">{t("session.done.closed")}</Notice>}
      {failure && <ActionConflict stands={failure.stands} wished={failure.wished} />}
      <div className="mt-6">
        {total === 0 ? (
          <EmptyState title={t("session.actions.empty")}>{t("session.actions.emptyText")}</EmptyState>
        ) : (
          <>
            <ActionList
              actions={actions}
              label={t("session.actions.mine")}
              side="supervisee"
              day={day}
              stands={failure?.stands}
            />
            {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
            <div className="mt-8 flex flex-wrap gap-3 print:hidden">
              <ExportLinks to="/me/actions/export" />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
