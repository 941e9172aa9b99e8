import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePlatform } from "~/auth/require.server";
import { actionName, roleName } from "~/components/admin/audit-words";
import { Button } from "~/components/button";
import { DataTable, Pagination, type Column } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { SelectField } from "~/components/field";
import { Moment } from "~/components/moment";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { listAudit, type AuditRow } from "~/domain/access/audit.server";

const PAGE_SIZE = 50;

export const meta = titled((t) => t("admin.log.audit.title"));

/** The audit log, newest first, of one kind of action or all. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const action = params.get("action")?.slice(0, 100) ?? "";
  const page = Math.max(1, Math.min(100_000, Number.parseInt(params.get("page") ?? "1", 10) || 1));
  const { rows, total, actions } = await listAudit(platform, { ...(action && { action }), page, pageSize: PAGE_SIZE });
  const shown = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  return { rows: shown, total, actions, action, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

type Row = Omit<AuditRow, "at"> & { at: string };

export default function Audit() {
  const { t } = useTranslation();
  const { rows, total, actions, action, page, pages } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const columns: Column<Row>[] = [
    { key: "at", title: t("admin.log.audit.at"), rowHeader: true, cell: (row) => <Moment at={row.at} /> },
    { key: "actor", title: t("admin.log.audit.actor"), cell: (row) => row.actorName ?? t("admin.log.audit.system") },
    { key: "role", title: t("admin.log.audit.role"), cell: (row) => roleName(t, row.actorRole) },
    { key: "action", title: t("admin.log.audit.action"), cell: (row) => actionName(t, row.action) },
    {
      key: "place",
      title: t("admin.log.audit.place"),
      cell: (row) => [row.wardName, row.contractCode].filter(Boolean).join(" ") || "—",
    },
    {
      key: "subject",
      title: t("admin.log.audit.subject"),
      cell: (row) => (row.subject ? <code>{`${row.subject} ${row.subjectId?.slice(0, 8) ?? ""}`}</code> : "—"),
    },
  ];
  return (
    <Page
      title={t("admin.log.audit.title")}
      lead={t("admin.log.audit.lead")}
      actions={<ExportLinks to={`/admin/audit/export?${params}`} />}
    >
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="action"
          label={t("admin.log.audit.action")}
          options={actions.map((one) => ({ value: one, label: actionName(t, one) }))}
          empty={t("admin.log.audit.all")}
          defaultValue={action}
        />
        <Button look="outline">{t("common.filter")}</Button>
      </Form>
      <div className="mt-6">
        {rows.length === 0 ? (
          <EmptyState title={t("admin.log.audit.empty")} />
        ) : (
          <DataTable
            caption={t("admin.log.audit.caption")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            minWidth="min-w-[52rem]"
          />
        )}
      </div>
      {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
