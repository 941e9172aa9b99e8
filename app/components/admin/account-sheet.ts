import type { TFunction } from "i18next";

import type { Role } from "../../domain/access/policy";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";

type Row = { name: string; email: string; state: "active" | "invited" | "disabled"; roles: Role[]; places: string[] };

/** Everybody who can sign in, as a file. */
export function accountSheet(t: TFunction, locale: Locale, day: Day, rows: readonly Row[], total: number): Sheet {
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.accounts"), day, total),
    [
      { title: t("admin.users.name"), width: 20, cell: (row) => row.name },
      { title: t("admin.users.email"), width: 32, cell: (row) => row.email },
      {
        ...{ title: t("admin.users.roles"), width: 28 },
        cell: (row) => row.roles.map((role) => t(`glossary.access.${role}`)).join("、"),
      },
      { title: t("admin.users.places"), width: 24, cell: (row) => row.places.join("、") },
      { title: t("admin.users.state"), cell: (row) => t(`admin.users.${row.state}`) },
    ],
    rows,
  );
}
