import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { StaffRole } from "../../domain/workforce/vocabulary";
import { findingText, paragraph } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import { nameIn, type ShownFlag } from "./inbox-items";

type Row = ShownFlag & { role: StaffRole | null; resolvedOn: Day | null };

/** The register of flags as a file, each with what was found. */
export function flagSheet(t: TFunction, locale: Locale, day: Day, flags: readonly Row[], total: number): Sheet {
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.flags"), day, total),
    [
      { title: t("contractor.workers.name"), width: 18, cell: (row) => row.staffName },
      { title: t("contractor.workers.code"), cell: (row) => row.staffCode },
      { title: t("contractor.workers.role"), width: 20, cell: (row) => row.role && t(`glossary.role.${row.role}`) },
      {
        ...{ title: t("contractor.flags.office"), width: 24 },
        cell: (row) =>
          nameIn(locale, row.officeName, row.officeNameEn) ?? (row.staffCode === null ? t("flag.survey.whole") : null),
      },
      { title: t("contractor.flags.rule"), width: 24, cell: (row) => t(`flag.rule.${row.rule}.name`) },
      { title: t("contractor.flags.severity"), cell: (row) => t(`glossary.severity.${row.severity}`) },
      {
        ...{ title: t("requirement.file.finding"), width: 60 },
        cell: (row) => paragraph(findingText(t, locale, row), locale),
      },
      { title: t("requirement.file.status"), cell: (row) => t(`glossary.flagStatus.${row.status}`) },
      { title: t("requirement.file.raisedOn"), cell: (row) => row.raisedOn },
      { title: t("requirement.file.dueOn"), cell: (row) => row.dueOn },
      { title: t("requirement.file.resolvedOn"), cell: (row) => row.resolvedOn },
    ],
    flags,
  );
}
