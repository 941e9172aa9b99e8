import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { MailKind, MailState } from "../../domain/notification/content";
import { shortDay } from "../../i18n/format";
import { dayOfInstant } from "../../lib/calendar";
import { Button } from "../button";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Moment } from "../moment";
import { StatusMark, type Tone } from "../status";

export type MailItem = {
  id: string;
  kind: MailKind;
  domain: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
};

const TONES: Record<MailState, Tone> = { waiting: "planned", sent: "ok", failed: "none" };

/** Mails with their state, and a way to send again what was given up. */
export function MailTable({ rows }: { rows: MailItem[] }) {
  const { t } = useTranslation();
  const columns: Column<MailItem>[] = [
    {
      key: "created",
      title: t("calendar.mail.admin.created"),
      rowHeader: true,
      cell: (row) => <Moment at={row.createdAt} />,
    },
    { key: "kind", title: t("calendar.mail.admin.kind"), cell: (row) => t(`calendar.mail.admin.kinds.${row.kind}`) },
    { key: "to", title: t("calendar.mail.admin.to"), cell: (row) => row.domain },
    {
      key: "state",
      title: t("calendar.mail.admin.state"),
      cell: (row) => <StatusMark tone={TONES[row.state]} word={t(`calendar.mail.admin.states.${row.state}`)} />,
    },
    {
      key: "attempts",
      title: t("calendar.mail.admin.attempts"),
      align: "end",
      cell: (row) => t("calendar.mail.admin.attempted", { count: row.attempts }),
    },
    { key: "error", title: t("calendar.mail.admin.error"), cell: (row) => row.lastError ?? "—" },
    { key: "next", title: t("calendar.mail.admin.next"), cell: (row) => <Moment at={row.nextAttemptAt} /> },
    { key: "sent", title: t("calendar.mail.admin.sent"), cell: (row) => <Moment at={row.sentAt} /> },
    {
      key: "action",
      title: t("calendar.mail.admin.action"),
      cell: (row) => (row.state === "failed" ? <SendAgain row={row} /> : "—"),
    },
  ];
  return (
    <DataTable
      caption={t("calendar.mail.admin.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="min-w-[68rem]"
    />
  );
}

function SendAgain({ row }: { row: MailItem }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = shortDay(dayOfInstant(new Date(row.createdAt)), locale);
  return (
    <Form method="post">
      <input type="hidden" name="id" value={row.id} />
      <Button
        look="outline"
        name="intent"
        value="again"
        className="min-h-11 whitespace-nowrap"
        aria-label={t("calendar.mail.admin.againOf", { day })}
      >
        {t("calendar.mail.admin.again")}
      </Button>
    </Form>
  );
}
