import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WorkerRecord } from "../../domain/workforce/record";
import { decimal, monthName, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Bars } from "../charts/bars";
import { Pagination } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { CasesTable, QualificationsTable, SessionsTable, TrainingTable } from "./record-tables";

/** The records behind a worker's figures: cases, training, supervision, qualifications, leave. */
export function WorkerRecords({ record, day }: { record: WorkerRecord; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const hours = record.training.reduce((sum, one) => sum + one.hours, 0);
  const trainingTitle = t("contractor.worker.training", { hours: decimal(hours, locale, 2) });
  return (
    <>
      <Section id="cases" title={t("contractor.worker.casesTitle")} note={t("contractor.worker.casesNote")}>
        <Bars
          title={t("contractor.worker.caseload")}
          description={t("contractor.worker.caseloadDescription")}
          bars={record.months.map(({ month, active }) => ({
            key: month,
            label: monthName(month, locale),
            value: active,
          }))}
          columns={[t("figures.month"), t("figures.value")]}
          format={(value) => t("common.cases", { count: value })}
        />
        {record.cases.total === 0 ? (
          <p className="text-std-16N-170">{t("contractor.worker.noCases")}</p>
        ) : (
          <>
            <CasesTable rows={record.cases.rows} />
            <Pagination page={record.cases.page} pages={record.cases.pages} total={record.cases.total} />
          </>
        )}
      </Section>
      <Section id="training" title={trainingTitle}>
        {record.training.length === 0 ? (
          <p className="text-std-16N-170">{t("contractor.worker.noTraining")}</p>
        ) : (
          <TrainingTable rows={record.training} caption={trainingTitle} />
        )}
        {record.pendingTrainingHours > 0 && (
          <p className="mt-2 text-std-16N-170">
            ◇ {t("course.standing.pendingHours", { hours: decimal(record.pendingTrainingHours, locale, 2) })}
            <Link to="/contractor/training" className="link ml-3 inline-flex min-h-11 items-center">
              {t("course.inbox.open")}
            </Link>
          </p>
        )}
      </Section>
      <Section id="sessions" title={t("contractor.worker.sessions")}>
        {record.sessions.length === 0 ? (
          <p className="text-std-16N-170">{t("contractor.worker.noSessions")}</p>
        ) : (
          <SessionsTable rows={record.sessions} />
        )}
      </Section>
      <Section id="qualifications" title={t("contractor.worker.qualifications")}>
        {record.qualifications.length === 0 ? (
          <p className="text-std-16N-170">{t("contractor.worker.noQualifications")}</p>
        ) : (
          <QualificationsTable rows={record.qualifications} day={day} />
        )}
        <p className="mt-2 print:hidden">
          <Link
            to={`/contractor/workers/${record.post.staffId}/career`}
            className="link inline-flex min-h-11 items-center text-std-16N-170"
          >
            {t("career.worker.link")}
          </Link>
        </p>
      </Section>
      <Section id="leave" title={t("contractor.worker.leave")}>
        <PlainList empty={t("contractor.worker.noLeave")}>
          {record.leave.map((leave) => (
            <li key={leave.startsOn}>
              {t(leave.endsOn ? "contractor.worker.span" : "contractor.worker.from", {
                from: shortDay(leave.startsOn, locale),
                to: leave.endsOn ? shortDay(leave.endsOn, locale) : "",
              })}
              <span className="ml-4">{t(`glossary.leave.${leave.kind}`)}</span>
            </li>
          ))}
        </PlainList>
      </Section>
    </>
  );
}

/** A list, or a sentence where there is nothing. */
export function PlainList({ children, empty }: { children: ReactNode[]; empty: string }) {
  if (children.length === 0) return <p className="text-std-16N-170">{empty}</p>;
  return <ul className="list-disc pl-6 text-std-16N-170">{children}</ul>;
}
