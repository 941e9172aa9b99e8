/** The own record as one table, a row for each entry and each total, for CSV and Excel. */
import type { RecordContent } from "../domain/record/content";
import { recordYears, type OwnRecord } from "../domain/record/own-record";
import type { Cell, Sheet } from "../domain/report/sheet";
import { fiscalYearOf, quarterOf, type Day } from "../lib/calendar";
import { fiscalYearName, longDay, quarterName } from "./format";
import type { Locale } from "./i18n";
import { contractorOf, wordsOf } from "./record-document";

/** A row by the names of its columns; what is not named stays empty. */
type Entry = Partial<{
  section: string;
  year: number;
  quarter: 1 | 2 | 3 | 4;
  day: Day | null;
  until: Day | null;
  content: string;
  by: string | null;
  topicOrKind: string;
  formatOrSide: string;
  hours: number;
  minutes: number;
  count: number;
  target: number;
  inWorkingTime: boolean | null;
  publiclyFunded: boolean | null;
  number: string | null;
}>;

/** The record with everything that was carried, in one language. */
export function recordSheet(record: OwnRecord, locale: Locale): Sheet {
  const { t } = wordsOf(locale);
  const { post } = record.content;
  const titles = [
    ...[t("record.name"), t("record.contractor"), t("record.sheet.consented"), t("record.sheet.section")],
    ...[t("record.year"), t("record.sheet.quarter"), t("record.day"), t("record.sheet.until")],
    ...[t("record.sheet.content"), t("record.sheet.by"), t("record.sheet.topicOrKind"), t("record.sheet.formatOrSide")],
    ...[t("record.hours"), t("record.sessionMinutes"), t("record.sheet.count"), t("record.target")],
    ...[t("record.inWorkingTime"), t("record.publiclyFunded"), t("record.number")],
  ];
  const widths: Record<number, number> = { 1: 24, 3: 20, 8: 36, 9: 24 };
  const formats: Record<number, string> = { 12: "0.00", 13: "0", 14: "0", 15: "0.0" };
  return {
    name: t("record.title"),
    heading: `${t("record.title")} ${t("record.header", { name: post.name, day: longDay(record.asOf, locale) })}`,
    columns: titles.map((title, index) => ({ title, width: widths[index] ?? 12, format: formats[index] })),
    rows: [
      ...rowsOf(record.content, null, locale),
      ...record.carried.flatMap(({ content, consentedOn }) => rowsOf(content, consentedOn, locale)),
    ],
  };
}

function rowsOf(content: RecordContent, consentedOn: Day | null, locale: Locale): Cell[][] {
  const { day, word } = wordsOf(locale);
  const { post } = content;
  const contractor = contractorOf(content, locale);
  const shown = (value: Day | null | undefined) => (value ? day(value) : null);
  return entriesOf(content, locale).map((entry) => [
    ...[post.name, contractor, shown(consentedOn), entry.section ?? null],
    ...[entry.year === undefined ? null : fiscalYearName(entry.year, locale)],
    ...[entry.quarter === undefined ? null : quarterName(entry.quarter, locale), shown(entry.day), shown(entry.until)],
    ...[entry.content ?? null, entry.by ?? null, entry.topicOrKind ?? null, entry.formatOrSide ?? null],
    ...[entry.hours ?? null, entry.minutes ?? null, entry.count ?? null],
    entry.target === undefined ? null : Math.round(entry.target * 10) / 10,
    ...[entry.inWorkingTime, entry.publiclyFunded].map((answer) => (answer === undefined ? null : word(answer))),
    entry.number ?? null,
  ]);
}

function entriesOf(content: RecordContent, locale: Locale): Entry[] {
  const { t } = wordsOf(locale);
  const { post } = content;
  const place = [locale === "en" ? (post.contractEn ?? post.contract) : post.contract, post.office].filter(Boolean);
  return [
    ...[{ section: t("record.sheet.post"), day: post.employedFrom, until: post.employedTo, content: place.join(" ") }],
    ...post.roles.map(({ role, from, to }) => ({
      ...{ section: t("record.sheet.role"), day: from, until: to, content: t(`glossary.role.${role}`) },
    })),
    ...content.training.map((row) => ({
      ...{ section: t("record.training"), year: fiscalYearOf(row.attendedOn), quarter: quarterOf(row.attendedOn) },
      ...{ day: row.attendedOn, content: row.title, by: row.provider, topicOrKind: t(`glossary.topic.${row.topic}`) },
      ...{ formatOrSide: t(`glossary.format.${row.format}`), hours: row.hours },
      ...{ inWorkingTime: row.inWorkingTime, publiclyFunded: row.publiclyFunded },
    })),
    ...content.sessions.map((row) => ({
      ...{ section: t("record.supervision"), year: fiscalYearOf(row.heldOn), quarter: quarterOf(row.heldOn) },
      ...{ day: row.heldOn, by: row.supervisor, topicOrKind: t(`glossary.session.${row.kind}`), minutes: row.minutes },
      formatOrSide: t(`glossary.session.${row.external ? "external" : "internal"}`),
    })),
    ...content.qualifications.map((row) => ({
      ...{ section: t("record.qualification"), content: t(`glossary.qualification.${row.kind}`), number: row.number },
      ...{ day: row.obtainedOn, until: row.expiresOn },
    })),
    ...recordYears(content).flatMap((year): Entry[] => [
      {
        ...{ section: t("record.sheet.trainingYear"), year: year.fiscalYear, hours: year.hours },
        ...{ count: year.training.length, target: year.target },
        content: t(year.isReached ? "record.reachedYes" : "record.reachedNo"),
      },
      ...year.quarters.map(({ quarter, count, minutes }) => ({
        ...{ section: t("record.sheet.supervisionQuarter"), year: year.fiscalYear, quarter, count, minutes },
      })),
      { section: t("record.sheet.supervisionYear"), year: year.fiscalYear, ...year.supervision },
    ]),
  ];
}
