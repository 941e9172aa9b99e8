/** The records behind flags about offices and contracts, as lists. */
import type { TFunction } from "i18next";

import type { StaffRole } from "../../domain/workforce/vocabulary";
import { decimal, monthName, shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day, Month } from "../../lib/calendar";

export type Line = { key: string; name: string; facts: string[] };

type Person = { staffId: string; staffCode: string; name: string | null };
export type GroupRecordsBehind = {
  leavers: (Person & { hiredOn: Day; leftOn: Day | null })[];
  posts: (Person & { role: StaffRole; fte: number; dedicatedOutreach: boolean; isOnLeave: boolean })[];
  pay: (Person & { annualPayJpy: number | null; fte: number })[];
  filings: { month: Month; dueOn: Day; submittedOn: Day | null }[];
};

/** A list for each kind of record; those that the rule does not read are empty. */
export function groupLists(
  t: TFunction,
  locale: Locale,
  records: GroupRecordsBehind,
): { title: string; lines: Line[] }[] {
  const day = (of: Day) => ({ day: shortDay(of, locale) });
  const named = ({ staffId, staffCode, name }: Person) => ({ key: staffId, name: name ?? staffCode });
  const fte = (of: number) => t("flag.behind.fte", { fte: decimal(of, locale, 2) });
  return [
    {
      title: t("flag.behind.leavers"),
      lines: records.leavers.map((row) => ({
        ...named(row),
        facts: [
          t("flag.behind.from", day(row.hiredOn)),
          ...(row.leftOn === null ? [] : [t("flag.behind.to", day(row.leftOn))]),
        ],
      })),
    },
    {
      title: t("flag.behind.posts"),
      lines: records.posts.map((row) => ({
        ...named(row),
        facts: [
          ...[t(`glossary.role.${row.role}`), fte(row.fte)],
          ...(row.dedicatedOutreach ? [t("flag.behind.outreach")] : []),
          ...(row.isOnLeave ? [t("flag.behind.leave")] : []),
        ],
      })),
    },
    {
      title: t("flag.behind.pay"),
      lines: records.pay.map((row) => ({
        ...named(row),
        facts: [t("flag.behind.yen", { amount: decimal(row.annualPayJpy ?? 0, locale) }), fte(row.fte)],
      })),
    },
    {
      title: t("flag.behind.filings"),
      lines: records.filings.map((row) => ({
        ...{ key: row.month, name: monthName(row.month, locale) },
        facts: [
          t("flag.behind.due", day(row.dueOn)),
          row.submittedOn === null ? t("flag.behind.missing") : t("flag.behind.submitted", day(row.submittedOn)),
        ],
      })),
    },
  ];
}
