import { useTranslation } from "react-i18next";

import type { Names, RedistributionInput, RedistributionResult } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { personName } from "../redistribution/words";

type Kept = { input: RedistributionInput; result: RedistributionResult };
type Row = { key: string; title: string; a: number | null; b: number | null };

/** Two redistributions side by side: the figures of the whole, and each worker's load after the moves. */
export function RedistributionComparison({ a, b, names }: { a: Kept; b: Kept; names: Names }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number | null) =>
    value === null ? t("redistribution.scenario.comparison.absent") : decimal(value, locale);
  const figure = (key: keyof ReturnType<typeof figuresOf>): Row => ({
    ...{ key, title: t(`redistribution.scenario.comparison.${key}`) },
    ...{ a: figuresOf(a)[key], b: figuresOf(b)[key] },
  });
  const figures = (["aboveLoad", "excess", "moves", "sameOffice", "aboveCap", "unplaced"] as const).map(figure);
  const loads = loadRows(a, b, names);
  const columns = (title: string): Column<Row>[] => [
    { key: "title", title, rowHeader: true, cell: (row) => row.title },
    { key: "a", title: t("redistribution.scenario.comparison.a"), align: "end", cell: (row) => number(row.a) },
    { key: "b", title: t("redistribution.scenario.comparison.b"), align: "end", cell: (row) => number(row.b) },
    {
      ...{ key: "difference", title: t("redistribution.scenario.comparison.difference"), align: "end" },
      cell: (row) => (row.a === null || row.b === null ? number(null) : signed(row.b - row.a, number)),
    },
  ];
  return (
    <>
      <Section id="figures" title={t("redistribution.scenario.comparison.figures")}>
        <DataTable
          caption={t("redistribution.scenario.comparison.figures")}
          columns={columns(t("redistribution.scenario.comparison.figure"))}
          rows={figures}
          rowKey={(row) => row.key}
        />
      </Section>
      <Section id="loads" title={t("redistribution.scenario.comparison.workers")}>
        <DataTable
          caption={t("redistribution.scenario.comparison.workers")}
          columns={columns(t("redistribution.workers.name"))}
          rows={loads}
          rowKey={(row) => row.key}
        />
      </Section>
    </>
  );
}

function figuresOf({ result: { summary, intake } }: Kept) {
  return {
    ...{ aboveLoad: summary.aboveLoadAfter, excess: summary.excessAfter, moves: summary.moves },
    ...{ sameOffice: summary.sameOffice, aboveCap: summary.aboveCap, unplaced: intake.unplaced },
  };
}

/** Those whose load one of the two changes, or who are not in both. */
function loadRows(a: Kept, b: Kept, names: Names): Row[] {
  const [inA, inB] = [a, b].map(({ result }) => new Map(result.workers.map((one) => [one.staffId, one.after])));
  const people = new Map([...a.input.workers, ...b.input.workers].map((worker) => [worker.staffId, worker]));
  return [...people.values()]
    .map((worker) => ({
      ...{ key: worker.staffId, title: personName(names, worker) },
      a: inA?.get(worker.staffId)?.weightedLoad ?? null,
      b: inB?.get(worker.staffId)?.weightedLoad ?? null,
    }))
    .sort((one, other) => (other.a ?? other.b ?? 0) - (one.a ?? one.b ?? 0));
}

function signed(value: number, number: (value: number) => string): string {
  return value > 0 ? `+${number(value)}` : number(value);
}
