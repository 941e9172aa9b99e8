import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePlatform } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { DataTable, Pagination, type Column } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { TextField } from "~/components/field";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { listAccounts, type AccountRow } from "~/domain/access/account-list.server";

const PAGE_SIZE = 50;

export const meta = titled((t) => t("admin.users.title"));

/** Everybody who can sign in, by name, found by part of a name or address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const search = params.get("q")?.slice(0, 100) ?? "";
  const page = Math.max(1, Math.min(100_000, Number.parseInt(params.get("page") ?? "1", 10) || 1));
  const { rows, total } = await listAccounts(platform, { search, page, pageSize: PAGE_SIZE });
  return { rows, total, search, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

export default function Users() {
  const { t } = useTranslation();
  const { rows, total, search, page, pages } = useLoaderData<typeof loader>();
  const columns: Column<AccountRow>[] = [
    {
      key: "name",
      title: t("admin.users.name"),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/admin/users/${row.id}`} className="link inline-flex min-h-11 items-center">
          {row.name || row.email}
        </Link>
      ),
    },
    { key: "email", title: t("admin.users.email"), cell: (row) => row.email },
    {
      key: "roles",
      title: t("admin.users.roles"),
      cell: (row) => row.roles.map((role) => t(`glossary.access.${role}`)).join("、") || "—",
    },
    { key: "places", title: t("admin.users.places"), cell: (row) => row.places.join("、") || "—" },
    { key: "state", title: t("admin.users.state"), cell: (row) => t(`admin.users.${row.state}`) },
  ];
  return (
    <Page
      title={t("admin.users.title")}
      lead={t("admin.users.lead", { count: total })}
      actions={
        <>
          <LinkButton to="/admin/users/new">{t("admin.users.invite")}</LinkButton>
          <ExportLinks to={`/admin/users/export?${new URLSearchParams({ q: search })}`} />
        </>
      }
    >
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          type="search"
          label={t("admin.users.search")}
          defaultValue={search}
          className="w-full md:w-96"
        />
        <Button look="outline">{t("common.search")}</Button>
      </Form>
      <div className="mt-6">
        {rows.length === 0 ? (
          <EmptyState title={t("admin.users.empty")}>{t("admin.users.emptyMore")}</EmptyState>
        ) : (
          <DataTable caption={t("admin.users.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </div>
      {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
