import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import type { Person } from "./people-table";

/** Who can sign in to the contract, as a file. */
export function peopleSheet(t: TFunction, locale: Locale, day: Day, people: readonly Person[]): Sheet {
  return tableSheet<Person>(
    listFile(t, locale, t("requirement.file.users"), day),
    [
      { title: t("auth.people.person"), width: 20, cell: (row) => row.staffName ?? row.name },
      { title: t("auth.people.email"), width: 32, cell: (row) => row.email },
      { title: t("auth.people.role"), width: 20, cell: (row) => t(`glossary.access.${row.role}`) },
      { title: t("auth.people.state"), cell: (row) => t(row.accepted ? "auth.people.active" : "auth.people.invited") },
      {
        ...{ title: t("auth.people.supervisees"), format: "0" },
        cell: (row) => (row.role === "supervisor" ? row.superviseeIds.length : null),
      },
    ],
    people,
  );
}
