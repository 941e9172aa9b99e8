import { useTranslation } from "react-i18next";

import type {
  Attendance,
  ComplexityTag,
  INCIDENT_KINDS,
  QualificationKind,
  SessionKind,
  SessionStatus,
  TrainingTopic,
} from "../../domain/workforce/vocabulary";
import { decimal, monthName, shortDay } from "../../i18n/format";
import type { Day, Month } from "../../lib/calendar";
import { useLocale } from "../locale";
import { groupLists, type GroupRecordsBehind, type Line } from "./group-records";

/** The records that a flag rests on; lists that its rule does not read are empty. */
export type RecordsBehind = {
  cases: {
    caseRef: string;
    ledFrom: Day;
    ledTo: Day | null;
    tags: ComplexityTag[];
    isActive: boolean;
    weight: number;
  }[];
  sessions: {
    sessionRef: string;
    day: Day;
    kind: SessionKind;
    status: SessionStatus;
    attendance: Attendance | null;
  }[];
  training: { recordRef: string; day: Day; title: string; topic: TrainingTopic; hours: number }[];
  qualifications: { kind: QualificationKind; obtainedOn: Day; expiresOn: Day | null }[];
  overtime: { month: Month; overtimeHours: number | null; leaveDaysTaken: number | null }[];
  incidents: { day: Day; kind: string }[];
} & GroupRecordsBehind;

/** Record by record, so that a person can count again; long lists fold. */
export function FlagRecords({ records }: { records: RecordsBehind }) {
  const { t } = useTranslation();
  const lists = useLists(records).filter((list) => list.lines.length > 0);
  if (lists.length === 0) return <p className="text-std-16N-170">{t("me.flag.noRecords")}</p>;
  return lists.map((list) => (
    <details key={list.title} open={list.lines.length <= 12} className="mt-3 border-t border-solid-gray-300 pt-1">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">
        {t("me.flag.listOf", { title: list.title, count: list.lines.length })}
      </summary>
      <ul className="divide-y divide-solid-gray-300">
        {list.lines.map((line) => (
          <li key={line.key} className="flex flex-wrap gap-x-4 py-2 text-dns-16N-130">
            <span className="font-700">{line.name}</span>
            {line.facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  ));
}

function useLists(records: RecordsBehind): { title: string; lines: Line[] }[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const span = (from: Day, to: Day | null) =>
    t("me.flag.earlierSpan", { from: shortDay(from, locale), to: to ? shortDay(to, locale) : "" });
  const listed = (words: string[]) => words.join(locale === "ja" ? "・" : ", ");
  return [
    {
      title: t("glossary.term.caseload"),
      lines: records.cases.map((row) => ({
        ...{ key: row.caseRef, name: row.caseRef },
        facts: [
          span(row.ledFrom, row.ledTo),
          ...(row.isActive ? [t("me.flag.active", { weight: decimal(row.weight, locale) })] : []),
          ...(row.tags.length > 0 ? [listed(row.tags.map((tag) => t(`glossary.tag.${tag}`)))] : []),
        ],
      })),
    },
    {
      title: t("glossary.term.supervision"),
      lines: records.sessions.map((row) => ({
        ...{ key: row.sessionRef, name: shortDay(row.day, locale) },
        facts: [
          ...[t(`glossary.session.${row.kind}`), t(`glossary.session.${row.status}`)],
          ...(row.attendance ? [t(`glossary.attendance.${row.attendance}`)] : []),
        ],
      })),
    },
    {
      title: t("glossary.term.training"),
      lines: records.training.map((row) => ({
        ...{ key: row.recordRef, name: row.title },
        facts: [
          ...[shortDay(row.day, locale), t(`glossary.topic.${row.topic}`)],
          t("figures.unit.hours", { value: decimal(row.hours, locale, 2) }),
        ],
      })),
    },
    {
      title: t("glossary.term.qualification"),
      lines: records.qualifications.map((row) => ({
        ...{ key: row.kind + row.obtainedOn, name: t(`glossary.qualification.${row.kind}`) },
        facts: [
          t("me.qualifications.obtained", { day: shortDay(row.obtainedOn, locale) }),
          row.expiresOn
            ? t("me.qualifications.expires", { day: shortDay(row.expiresOn, locale) })
            : t("me.qualifications.lasting"),
        ],
      })),
    },
    {
      title: t("glossary.term.overtime"),
      lines: records.overtime.map((row) => ({
        ...{ key: row.month, name: monthName(row.month, locale) },
        facts: [
          ...(row.overtimeHours === null ? [] : [t("me.flag.overtime", { hours: decimal(row.overtimeHours, locale) })]),
          ...(row.leaveDaysTaken === null ? [] : [t("me.flag.leave", { days: decimal(row.leaveDaysTaken, locale) })]),
        ],
      })),
    },
    {
      title: t("me.flag.incidents"),
      lines: records.incidents.map((row) => ({
        ...{ key: row.day + row.kind, name: shortDay(row.day, locale) },
        facts: [t(`glossary.incident.${row.kind as (typeof INCIDENT_KINDS)[number]}`)],
      })),
    },
    ...groupLists(t, locale, records),
  ];
}
