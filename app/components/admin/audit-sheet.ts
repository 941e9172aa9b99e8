import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile, momentText } from "../list-file";
import { actionName, roleName } from "./audit-words";

type Row = {
  at: Date;
  actorName: string | null;
  actorRole: string;
  action: string;
  subject: string | null;
  subjectId: string | null;
  wardName: string | null;
  contractCode: string | null;
};

/** The audit log as a file. */
export function auditSheet(t: TFunction, locale: Locale, day: Day, rows: readonly Row[], total: number): Sheet {
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.audit"), day, total),
    [
      { title: t("admin.log.audit.at"), width: 18, cell: (row) => momentText(row.at.toISOString()) },
      { title: t("admin.log.audit.actor"), width: 20, cell: (row) => row.actorName ?? t("admin.log.audit.system") },
      { title: t("admin.log.audit.role"), width: 20, cell: (row) => roleName(t, row.actorRole) },
      { title: t("admin.log.audit.action"), width: 24, cell: (row) => actionName(t, row.action) },
      { title: t("requirement.file.wardName"), cell: (row) => row.wardName },
      { title: t("requirement.file.contractCode"), cell: (row) => row.contractCode },
      { title: t("admin.log.audit.subject"), cell: (row) => row.subject },
      { title: t("requirement.file.subjectId"), width: 38, cell: (row) => row.subjectId },
    ],
    rows,
  );
}
