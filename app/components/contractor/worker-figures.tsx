import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { attendedOf, dueOf, isOverCap, type WorkerRow } from "../../domain/kpi/worker-table";
import { decimal, quarterName } from "../../i18n/format";
import { fiscalYearEnd, fiscalYearOf, quarterOf, type Day } from "../../lib/calendar";
import { Bullet } from "../bullet";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

/** One worker's figures: cases against the own cap with forecast, load, training, the four quarters. */
export function WorkerFigures({ row, day }: { row: WorkerRow; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => decimal(value, locale);
  const within = !isOverCap(row);
  const trained = row.trainingHours >= row.trainingTarget;
  const cases = t("contractor.workers.ofCap", { count: row.annualCases, cap: number(row.cap) });
  const hours = t("contractor.workers.ofHours", {
    ...{ hours: decimal(row.trainingHours, locale, 2), target: number(row.trainingTarget) },
  });
  const isOver = day === fiscalYearEnd(fiscalYearOf(day));
  const casesWord = t(within ? "contractor.workers.within" : "contractor.workers.over");
  const trainingWord = t(trained ? "figures.met" : isOver ? "figures.notMet" : "contractor.worker.running");
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Card title={t("contractor.workers.cases")} value={cases} tone={within ? "ok" : "none"} word={casesWord}>
        <Bullet
          label={t("figures.bulletLabel", {
            ...{ name: t("contractor.workers.cases"), value: String(row.annualCases), target: number(row.cap) },
            judgement: casesWord,
          })}
          value={row.annualCases}
          target={row.cap}
          met={within}
          band={row.forecast}
        />
        <p>
          {t("figures.forecast", {
            ...{ mean: number(row.forecast.mean), low: number(row.forecast.low), high: number(row.forecast.high) },
          })}
        </p>
        <p>
          {t("contractor.workers.active")} {t("common.cases", { count: row.activeCases })}
        </p>
        <p>
          {t("contractor.workers.load")} {number(row.weightedLoad)}
        </p>
      </Card>
      <Card
        title={t("contractor.workers.training")}
        value={hours}
        tone={trained ? "ok" : isOver ? "none" : "planned"}
        word={trainingWord}
      >
        <Bullet
          label={t("figures.bulletLabel", {
            ...{ name: t("contractor.workers.training"), value: decimal(row.trainingHours, locale, 2) },
            ...{ target: number(row.trainingTarget), judgement: trainingWord },
          })}
          value={row.trainingHours}
          target={row.trainingTarget}
          met={trained || !isOver}
        />
        <p>
          {t("contractor.workers.qualified")}：
          {t(row.qualified ? "contractor.workers.hasQualification" : "contractor.workers.noQualification")}
        </p>
      </Card>
      <div className="md:col-span-2">
        <h3 className="flex gap-x-4 text-std-16B-170">
          {t("contractor.workers.supervision")}
          <span>{t("contractor.workers.sessions", { attended: attendedOf(row), due: dueOf(row) })}</span>
        </h3>
        <ol className="mt-2 grid grid-cols-2 gap-2 md:grid-cols-4">
          {row.quarters.map((quarter) => {
            const tone = quarterTone(quarter, day);
            return (
              <li key={quarter.quarter} className={`rounded-8 px-4 py-3 ${TONES[tone].className}`}>
                <span className="block text-dns-14N-130">{quarterName(quarter.quarter, locale)}</span>
                <StatusMark
                  tone={tone}
                  word={t(WORDS[tone])}
                  detail={t("figures.grid.ofDue", { attended: quarter.attended, due: quarter.due })}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

const WORDS = {
  ok: "figures.grid.done",
  none: "figures.grid.missed",
  short: "figures.grid.due",
  planned: "figures.grid.planned",
  na: "figures.grid.notDue",
} as const satisfies Record<Tone, string>;

function quarterTone(quarter: WorkerRow["quarters"][number], day: Day): Tone {
  if (quarter.attended > 0) return "ok";
  if (quarter.due > 0) return "none";
  return quarter.quarter === quarterOf(day) ? "short" : "na";
}

function Card(props: { title: string; value: string; tone: Tone; word: string; children: ReactNode }) {
  return (
    <article className="rounded-12 border border-solid-gray-300 p-5">
      <h3 className="text-std-16B-170">{props.title}</h3>
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="text-std-24B-150 tabular">{props.value}</span>
        <span className={`rounded-8 px-3 py-1 text-dns-16N-130 ${TONES[props.tone].className}`}>
          <StatusMark tone={props.tone} word={props.word} />
        </span>
      </p>
      <div className="mt-2 text-dns-14N-130 text-solid-gray-700">{props.children}</div>
    </article>
  );
}
