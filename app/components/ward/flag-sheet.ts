import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { paragraph, wardFlagText } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import type { ShownWardFlag } from "./inbox-items";
import { contractName, groupName, type NamedContract } from "./names";

type Row = { contractId: string; flag: ShownWardFlag };

/** A ward's flags as a file, one row a rule and group of offices. Nothing in it is about one worker. */
export function wardFlagSheet(
  t: TFunction,
  locale: Locale,
  day: Day,
  flags: readonly Row[],
  names: ReadonlyMap<string, NamedContract>,
): Sheet {
  const whole = { format: "0" };
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.wardFlags"), day),
    [
      {
        ...{ title: t("ward.flags.contract"), width: 28 },
        cell: ({ contractId }) => {
          const contract = names.get(contractId);
          return contract ? contractName(locale, contract) : null;
        },
      },
      { title: t("requirement.file.office"), width: 28, cell: ({ flag }) => groupName(t, locale, flag) },
      { title: t("requirement.file.people"), ...whole, cell: ({ flag }) => flag.supportStaff },
      { title: t("ward.flags.rule"), width: 24, cell: ({ flag }) => t(`flag.rule.${flag.rule}.name`) },
      { title: t("ward.flags.severity"), cell: ({ flag }) => t(`glossary.severity.${flag.severity}`) },
      { title: t("requirement.file.watchCount"), ...whole, cell: ({ flag }) => flag.counts.watch },
      { title: t("requirement.file.warningCount"), ...whole, cell: ({ flag }) => flag.counts.warning },
      { title: t("requirement.file.criticalCount"), ...whole, cell: ({ flag }) => flag.counts.critical },
      {
        ...{ title: t("requirement.file.finding"), width: 60 },
        cell: ({ flag }) => paragraph(wardFlagText(t, locale, flag), locale),
      },
    ],
    flags,
  );
}
