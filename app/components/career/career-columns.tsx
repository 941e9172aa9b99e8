import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";

import type { CareerRow } from "../../domain/career/record";
import { shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { nameIn } from "../contractor/inbox-items";
import type { Column } from "../data-table";
import { StatusMark, TONES, type Tone } from "../status";
import { durationText } from "./duration";

/** The columns of the table of careers. */
export function careerColumns(t: TFunction, locale: Locale): Column<CareerRow>[] {
  return [
    {
      ...{ key: "name", title: t("contractor.workers.name"), rowHeader: true, sortable: true },
      cell: (row) => (
        <Link to={`/contractor/workers/${row.staffId}/career`} className="link whitespace-nowrap">
          {row.name ?? row.staffCode}
        </Link>
      ),
    },
    {
      ...{ key: "office", title: t("contractor.workers.office"), sortable: true },
      cell: (row) => nameIn(locale, row.officeName, row.officeNameEn) ?? t("contractor.workers.noOffice"),
    },
    {
      ...{ key: "role", title: t("career.table.rank"), sortable: true },
      cell: (row) => <span className="whitespace-nowrap">{t(`glossary.role.${row.role}`)}</span>,
    },
    {
      ...{ key: "next", title: t("career.table.next") },
      cell: (row) => (row.ladder.next ? t(`glossary.rank.${row.ladder.next}`) : t("common.noData")),
    },
    {
      ...{ key: "chief", title: t("career.table.chief"), align: "center" },
      cell: (row) => {
        const { met } = row.ladder.chief;
        return <StatusMark tone={met ? "ok" : "short"} word={t(met ? "career.table.met" : "career.table.notMet")} />;
      },
      tone: (row) => TONES[row.ladder.chief.met ? "ok" : "short"].className,
    },
    {
      ...{ key: "missing", title: t("career.table.missing"), sortable: true },
      cell: (row) => <StatusMark tone={toneOf(row)} word={missingText(t, row)} />,
      tone: (row) => TONES[toneOf(row)].className,
    },
    {
      ...{ key: "ready", title: t("career.table.readyOn"), sortable: true },
      cell: (row) => (
        <span className="whitespace-nowrap">
          {row.ladder.readyOn ? shortDay(row.ladder.readyOn, locale) : t("common.noData")}
        </span>
      ),
    },
    {
      ...{ key: "ifVerified", title: t("career.table.ifVerified") },
      cell: (row) => ifVerifiedText(t, row) ?? t("common.noData"),
    },
    {
      ...{ key: "posts", title: t("career.table.posts"), align: "end", sortable: true },
      cell: (row) => t("common.cases", { count: row.postsToVerify }),
    },
  ];
}

/** What the next rank still asks, in words: nothing, so much time, or no way by work alone. */
export function missingText(t: TFunction, { ladder }: CareerRow): string {
  if (ladder.next === null) return t("career.table.top");
  if (ladder.ready) return t("career.table.nothing");
  return t("career.table.time", { time: durationText(t, ladder.monthsMissing ?? 0) });
}

/** Whether what waits for verification would meet the requirements of 主任相談支援員. */
export function ifVerifiedText(t: TFunction, { ladder }: CareerRow): string | null {
  const { met, ifVerified } = ladder.chief;
  if (met || ifVerified === null) return null;
  return t(ifVerified.met ? "career.table.wouldMeet" : "career.table.wouldNotMeet");
}

function toneOf({ ladder }: CareerRow): Tone {
  if (ladder.next === null) return "na";
  return ladder.ready ? "ok" : "short";
}
