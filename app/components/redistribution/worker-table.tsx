import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Names, Settings, Standing, WhatIfWorker, WorkerOutcome } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";
import { LoadBars } from "./load-bars";
import { personName, useOfficeName } from "./words";

type Row = { worker: WhatIfWorker; outcome: WorkerOutcome };

/** Every worker before and after: first those who are concerned, then, folded, the others. */
export function WorkerTable(props: {
  workers: readonly WhatIfWorker[];
  outcomes: readonly WorkerOutcome[];
  settings: Settings;
  names: Names;
}) {
  const { t } = useTranslation();
  const columns = useColumns(props.names, props.settings, highestLoad(props));
  const byId = new Map(props.outcomes.map((outcome) => [outcome.staffId, outcome]));
  const rows = props.workers
    .flatMap((worker): Row[] => {
      const outcome = byId.get(worker.staffId);
      return outcome ? [{ worker, outcome }] : [];
    })
    .sort((a, b) => shareOf(b, props.settings) - shareOf(a, props.settings));
  const concerned = rows.filter(({ outcome }) => outcome.gives + outcome.takes > 0 || toneOf(outcome.before) !== "ok");
  const others = rows.filter((row) => !concerned.includes(row));
  const table = (caption: string, some: Row[]) => (
    <DataTable
      caption={caption}
      columns={columns}
      rows={some}
      rowKey={({ worker }) => worker.staffId}
      minWidth="min-w-[72rem]"
    />
  );
  const title = t("redistribution.workers.others", { count: others.length });
  return (
    <>
      {concerned.length > 0 && table(t("redistribution.workers.title"), concerned)}
      {others.length > 0 && (
        <details className="mt-4" open={concerned.length === 0}>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">{title}</summary>
          {table(title, others)}
        </details>
      )}
    </>
  );
}

function useColumns(names: Names, { goal }: Settings, max: number): Column<Row>[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const officeName = useOfficeName(names);
  const number = (value: number) => decimal(value, locale);
  const change = (before: number, after: number) =>
    before === after
      ? number(after)
      : t("redistribution.workers.change", { before: number(before), after: number(after) });
  const figure = (title: string, cell: (row: Row) => string): Column<Row> => ({
    ...{ key: title, title, align: "end" },
    cell: (row) => <span className="whitespace-nowrap tabular">{cell(row)}</span>,
  });
  return [
    {
      ...{ key: "name", title: t("redistribution.workers.name"), rowHeader: true },
      cell: ({ worker }) => (
        <Link to={`/contractor/workers/${worker.staffId}`} className="link whitespace-nowrap">
          {personName(names, worker)}
        </Link>
      ),
    },
    {
      ...{ key: "office", title: t("redistribution.workers.office") },
      cell: ({ worker }) => <span className="whitespace-nowrap">{officeName(worker.officeId)}</span>,
    },
    figure(t("redistribution.workers.fte"), ({ worker }) => decimal(worker.fte, locale, 2)),
    {
      ...{ key: "bars", title: t("redistribution.workers.bars") },
      cell: ({ worker, outcome: { before, after } }) => (
        <LoadBars
          label={t("redistribution.workers.barsLabel", {
            ...{ name: personName(names, worker), limit: number(worker.limits[goal]) },
            ...{ before: number(before.weightedLoad), after: number(after.weightedLoad) },
          })}
          before={before.weightedLoad}
          after={after.weightedLoad}
          limit={worker.limits[goal]}
          max={max}
        />
      ),
    },
    figure(t("redistribution.workers.load"), ({ worker, outcome: { before, after } }) =>
      t("redistribution.workers.of", {
        ...{ value: change(before.weightedLoad, after.weightedLoad), limit: number(worker.limits[goal]) },
      }),
    ),
    figure(t("redistribution.workers.active"), ({ outcome: { before, after } }) =>
      change(before.activeCases, after.activeCases),
    ),
    figure(t("redistribution.workers.annual"), ({ worker, outcome: { before, after } }) =>
      t("redistribution.workers.of", {
        ...{ value: change(before.annualCases, after.annualCases), limit: number(worker.cap) },
      }),
    ),
    figure(t("redistribution.workers.forecast"), ({ outcome: { after } }) =>
      t("redistribution.workers.interval", {
        ...{ mean: number(after.forecast.mean), low: number(after.forecast.low), high: number(after.forecast.high) },
      }),
    ),
    {
      ...{ key: "state", title: t("redistribution.workers.state"), align: "center" },
      cell: ({ outcome }) => (
        <StatusMark tone={toneOf(outcome.after)} word={t(`redistribution.workers.${wordOf(outcome.after)}`)} />
      ),
      tone: ({ outcome }) => TONES[toneOf(outcome.after)].className,
    },
  ];
}

function wordOf(standing: Standing): "aboveLoad" | "aboveCap" | "expectedAboveCap" | "within" {
  if (standing.isAboveLoad) return "aboveLoad";
  if (standing.isAboveCap) return "aboveCap";
  return standing.isExpectedAboveCap ? "expectedAboveCap" : "within";
}

function toneOf(standing: Standing): Tone {
  const word = wordOf(standing);
  return word === "within" ? "ok" : word === "expectedAboveCap" ? "short" : "none";
}

function shareOf({ worker, outcome }: Row, { goal }: Settings): number {
  return outcome.before.weightedLoad / (worker.limits[goal] || 1);
}

function highestLoad(props: {
  workers: readonly WhatIfWorker[];
  outcomes: readonly WorkerOutcome[];
  settings: Settings;
}) {
  const loads = props.outcomes.flatMap(({ before, after }) => [before.weightedLoad, after.weightedLoad]);
  return Math.max(1, ...loads, ...props.workers.map(({ limits }) => limits[props.settings.goal])) * 1.05;
}
