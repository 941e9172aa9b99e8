import { useTranslation } from "react-i18next";

import type { PlanSummary } from "../../domain/course/plan";
import { PLAN_TOPICS, type TrainingTopic } from "../../domain/workforce/vocabulary";
import { decimal } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { StatusMark, TONES } from "../status";

type Progress = { byTopic: { topic: TrainingTopic; hours: number }[]; practical: { hours: number; of: number } };
type TopicRow = PlanSummary["byTopic"][number] & { held: number };

/** What a plan amounts to, beside what the year's records cover so far. */
export function PlanFigures(props: { summary: PlanSummary; progress: Progress; target: number | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { summary, progress, target } = props;
  const share = ({ hours, of }: Progress["practical"]) =>
    of === 0 ? t("common.noData") : `${decimal((hours * 100) / of, locale)}%`;
  const perWorker = summary.hoursPerWorker;
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      <div>
        <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
          <Row label={t("course.plan.perWorker")}>
            {perWorker === null || target === null
              ? t("common.noData")
              : `${perWorker >= target ? "○" : "△"} ${t("course.plan.perWorkerValue", {
                  ...{ hours: decimal(perWorker, locale), target: decimal(target, locale) },
                })}`}
          </Row>
          <Row label={t("course.plan.practical")}>
            {t("course.plan.practicalValue", { plan: share(summary.practical), held: share(progress.practical) })}
          </Row>
          <Row label={t("course.plan.cost")}>
            {summary.costJpy === null
              ? t("common.noData")
              : t("course.plan.yen", { amount: decimal(summary.costJpy, locale, 0) })}
          </Row>
          {summary.byPayer
            .filter(({ courses }) => courses > 0)
            .map(({ payer, costJpy, courses }) => (
              <Row key={payer} label={t(`course.payerPays.${payer}`)}>
                {t("course.plan.payerValue", { amount: decimal(costJpy, locale, 0), count: courses })}
              </Row>
            ))}
        </dl>
        <p className="py-2 text-dns-14N-130 text-solid-gray-700">{t("course.plan.perWorkerHow")}</p>
      </div>
      <TopicTable
        rows={summary.byTopic.map((row) => ({
          ...row,
          held: progress.byTopic.find(({ topic }) => topic === row.topic)?.hours ?? 0,
        }))}
      />
    </div>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 py-2">
      <dt>{label}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}

function TopicTable({ rows }: { rows: TopicRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isDue = (topic: TrainingTopic) => (PLAN_TOPICS as readonly TrainingTopic[]).includes(topic);
  const toneOf = (row: TopicRow) => (row.courses > 0 ? "ok" : isDue(row.topic) ? "none" : "na");
  const columns: Column<TopicRow>[] = [
    {
      ...{ key: "topic", title: t("me.training.topic"), rowHeader: true },
      cell: (row) => t(`glossary.topic.${row.topic}`),
    },
    {
      ...{ key: "state", title: t("course.plan.inPlan"), tone: (row) => TONES[toneOf(row)].className },
      cell: (row) => (
        <StatusMark tone={toneOf(row)} word={t(`course.plan.topic.${toneOf(row)}`)} detail={`${row.courses}`} />
      ),
    },
    {
      ...{ key: "planned", title: t("course.plan.plannedHours"), align: "end" },
      cell: (row) => decimal(row.hours, locale, 2),
    },
    { key: "held", title: t("course.plan.heldHours"), align: "end", cell: (row) => decimal(row.held, locale, 2) },
  ];
  return (
    <DataTable
      caption={t("course.plan.topics")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.topic}
      minWidth="min-w-[26rem]"
    />
  );
}
