/** The own record as a report: what the screen shows and the PDF prints, in the reader's language. */
import type { RecordContent, RecordQualification } from "../domain/record/content";
import type { RecordDifference } from "../domain/record/difference";
import { recordTotals, recordYears, type OwnRecord, type RecordYear, type Sum } from "../domain/record/own-record";
import type { Block, ReportDocument, TableColumn } from "../domain/report/document";
import type { Day } from "../lib/calendar";
import { decimal, fiscalYearName, longDay, quarterName, shortDay } from "./format";
import { translator, type Locale } from "./i18n";

type Words = {
  t: ReturnType<typeof translator>;
  locale: Locale;
  day: (day: Day) => string;
  hours: (hours: number) => string;
  target: (hours: number) => string;
  word: (answer: boolean | null) => string;
};

/** The words of a language for records; a target is shown to a tenth of an hour. */
export function wordsOf(locale: Locale): Words {
  const t = translator(locale);
  return {
    ...{ t, locale, day: (day) => shortDay(day, locale) },
    hours: (hours) => decimal(hours, locale, 2),
    target: (hours) => decimal(hours, locale, 1),
    word: (answer) => (answer === null ? t("common.noData") : t(answer ? "common.yes" : "common.no")),
  };
}

/** The whole record; carried records follow under their contractor's name. */
export function recordDocument(record: OwnRecord, locale: Locale): ReportDocument {
  const words = wordsOf(locale);
  const { t } = words;
  const { post } = record.content;
  const made = longDay(record.asOf, locale);
  return {
    ...{ title: t("record.title"), language: locale, author: t("glossary.product") },
    header: t("record.header", { name: post.name, day: made }),
    blocks: [
      facts(record.content, words, [[t("record.asOf"), made]]),
      { kind: "text", text: t("record.basis") },
      ...contentBlocks(record.content, words),
      ...record.carried.flatMap(({ content, consentedOn }): Block[] => [
        { kind: "heading", level: 2, text: t("record.carried", { contractor: contractorOf(content, locale) }) },
        { kind: "text", text: t("record.carriedNote", { day: longDay(consentedOn, locale) }) },
        ...carriedBlocks(content, locale),
      ]),
    ],
  };
}

/** The contractor of a record, in the reader's language. */
export function contractorOf({ post }: RecordContent, locale: Locale): string {
  return nameOf(post.contractor, post.contractorEn, locale);
}

/** One carried record: the post and everything listed, headed by the contractor's name. */
export function carriedBlocks(content: RecordContent, locale: Locale): Block[] {
  const words = wordsOf(locale);
  const contractor = contractorOf(content, locale);
  return [
    facts(content, words, []),
    ...contentBlocks(content, words).map((block): Block => {
      // why: the names of parts and tables must differ from those of the present contract.
      const named = (heading: string) => words.t("record.carriedHeading", { contractor, heading });
      if (block.kind === "heading") return { ...block, level: 3, text: named(block.text) };
      return block.kind === "table" ? { ...block, caption: named(block.caption) } : block;
    }),
  ];
}

function contentBlocks(content: RecordContent, words: Words): Block[] {
  const { t } = words;
  return [
    { kind: "heading", level: 2, text: t("record.summary") },
    summary(content, words),
    ...recordYears(content).flatMap((year) => yearBlocks(year, words)),
    { kind: "heading", level: 2, text: t("record.qualifications") },
    content.qualifications.length > 0
      ? qualifications(content.qualifications, words)
      : { kind: "text", text: t("record.qualificationsNone") },
  ];
}

function facts(content: RecordContent, words: Words, more: [string, string][]): Block {
  const { post } = content;
  const { t, locale, day } = words;
  const from = day(post.employedFrom);
  const employment = post.employedTo
    ? t("record.employed", { from, to: day(post.employedTo) })
    : t(post.isCurrent ? "record.employedNow" : "record.employedOpen", { from });
  const roles = post.roles.map(({ role, from: since, to }) =>
    t(to ? "record.roleSpan" : "record.roleSince", {
      ...{ role: t(`glossary.role.${role}`), from: day(since), to: to ? day(to) : "" },
    }),
  );
  const none = t("common.noData");
  return {
    kind: "facts",
    rows: [
      [t("record.name"), post.name],
      [t("record.contractor"), contractorOf(content, locale)],
      [t("record.contract"), nameOf(post.contract ?? none, post.contractEn, locale)],
      [t("record.office"), nameOf(post.office ?? none, post.officeEn, locale)],
      [t("record.employment"), employment],
      [t("record.role"), roles.join(locale === "ja" ? "、" : ", ")],
      ...more,
    ],
  };
}

function summary(content: RecordContent, { t, locale, hours, target }: Words): Block {
  const end = { align: "end" } as const;
  const sum = ({ count, minutes }: Sum) =>
    count === 0 ? t("common.noData") : t("record.quarterSum", { count, minutes });
  const columns: TableColumn[] = [
    { title: t("record.year"), share: 14 },
    { title: t("record.trainingHours"), share: 9, ...end },
    { title: t("record.target"), share: 11, ...end },
    { title: t("record.reached"), share: 10 },
    { title: t("record.sessions"), share: 11, ...end },
    { title: t("record.minutes"), share: 11, ...end },
    ...([1, 2, 3, 4] as const).map((quarter) => ({ title: quarterName(quarter, locale), share: 13, ...end })),
  ];
  const totals = recordTotals(content);
  const rows = recordYears(content).map((year) => [
    ...[fiscalYearName(year.fiscalYear, locale), hours(year.hours), target(year.target)],
    t(year.isReached ? "record.reachedYes" : "record.reachedNo"),
    ...[String(year.supervision.count), decimal(year.supervision.minutes, locale), ...year.quarters.map(sum)],
  ]);
  const { count, minutes } = totals.supervision;
  rows.push([
    ...[t("record.total"), hours(totals.hours), "", "", String(count), decimal(minutes, locale), "", "", "", ""],
  ]);
  return { kind: "table", caption: t("record.summary"), columns, rows };
}

function yearBlocks(year: RecordYear, words: Words): Block[] {
  const { t, locale, day, hours, target, word } = words;
  const name = fiscalYearName(year.fiscalYear, locale);
  const { count, minutes } = year.supervision;
  const trainingTotal = { count: year.training.length, hours: hours(year.hours), target: target(year.target) };
  const training: Block = {
    ...{ kind: "table", caption: t("record.trainingOf", { year: name }) },
    columns: [
      { title: t("record.day"), share: 13 },
      { title: t("record.course"), share: 27 },
      { title: t("record.provider"), share: 18 },
      { title: t("record.topic"), share: 17 },
      { title: t("record.format"), share: 14 },
      { title: t("record.hours"), share: 8, align: "end" },
      { title: t("record.inWorkingTime"), share: 9 },
      { title: t("record.publiclyFunded"), share: 9 },
    ],
    rows: year.training.map((row) => [
      ...[day(row.attendedOn), row.title, row.provider ?? t("common.noData"), t(`glossary.topic.${row.topic}`)],
      ...[t(`glossary.format.${row.format}`), hours(row.hours), word(row.inWorkingTime), word(row.publiclyFunded)],
    ]),
  };
  const supervision: Block = {
    ...{ kind: "table", caption: t("record.supervisionOf", { year: name }) },
    columns: [
      { title: t("record.day"), share: 16 },
      { title: t("record.sessionMinutes"), share: 10, align: "end" },
      { title: t("record.kind"), share: 16 },
      { title: t("record.side"), share: 16 },
      { title: t("record.supervisor"), share: 42 },
    ],
    rows: year.sessions.map((row) => [
      ...[day(row.heldOn), String(row.minutes), t(`glossary.session.${row.kind}`)],
      ...[t(`glossary.session.${row.external ? "external" : "internal"}`), row.supervisor ?? t("common.noData")],
    ]),
  };
  return [
    { kind: "heading", level: 2, text: name },
    { kind: "text", text: t("record.trainingTotal", trainingTotal) },
    year.training.length > 0 ? training : { kind: "text", text: t("record.trainingNone") },
    { kind: "text", text: t("record.supervisionTotal", { count, minutes: decimal(minutes, locale) }) },
    year.sessions.length > 0 ? supervision : { kind: "text", text: t("record.supervisionNone") },
  ];
}

function qualifications(rows: RecordQualification[], { t, day }: Words): Block {
  return {
    ...{ kind: "table", caption: t("record.qualifications") },
    columns: [
      { title: t("record.qualification"), share: 35 },
      { title: t("record.number"), share: 25 },
      { title: t("record.obtained"), share: 20 },
      { title: t("record.expires"), share: 20 },
    ],
    rows: rows.map((row) => [
      ...[t(`glossary.qualification.${row.kind}`), row.number ?? t("common.noData"), day(row.obtainedOn)],
      row.expiresOn ? day(row.expiresOn) : t("record.noExpiry"),
    ]),
  };
}

function nameOf(name: string, nameEn: string | null, locale: Locale): string {
  return locale === "en" ? (nameEn ?? name) : name;
}

/** What another transfer would add and take away, a row each. */
export function differenceBlock(difference: RecordDifference, locale: Locale): Block {
  const words = wordsOf(locale);
  const { t } = words;
  const changes = (["added", "removed"] as const).flatMap((side) => differingRows(difference, side, words));
  return {
    ...{ kind: "table", caption: t("record.transfer.differences") },
    columns: [
      { title: t("record.transfer.change"), share: 15 },
      { title: t("record.sheet.section"), share: 20 },
      { title: t("record.day"), share: 15 },
      { title: t("record.sheet.content"), share: 50 },
    ],
    rows: changes,
  };
}

function differingRows(
  { training, sessions, qualifications }: RecordDifference,
  side: "added" | "removed",
  { t, day, hours }: Words,
): string[][] {
  const change = t(`record.transfer.${side}`);
  return [
    ...training[side].map((row) => [
      ...[change, t("record.training"), day(row.attendedOn)],
      t("record.transfer.courseLine", { title: row.title, hours: hours(row.hours) }),
    ]),
    ...sessions[side].map((row) => [
      ...[change, t("record.supervision"), day(row.heldOn)],
      t("record.transfer.sessionLine", { kind: t(`glossary.session.${row.kind}`), minutes: row.minutes }),
    ]),
    ...qualifications[side].map((row) => [
      ...[change, t("record.qualification"), day(row.obtainedOn), t(`glossary.qualification.${row.kind}`)],
    ]),
  ];
}
