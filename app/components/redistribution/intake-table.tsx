import { useTranslation } from "react-i18next";

import type { Intake, Names, WhatIfWorker } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { personName } from "./words";

type Row = Intake["shares"][number] & { worker: WhatIfWorker };

/** How many new cases each can take until 31 March, and the share proposed. */
export function IntakeTable(props: { intake: Intake; workers: readonly WhatIfWorker[]; names: Names }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { intake } = props;
  const number = (value: number) => decimal(value, locale);
  const people = new Map(props.workers.map((worker) => [worker.staffId, worker]));
  const rows = intake.shares
    .flatMap((share): Row[] => {
      const worker = people.get(share.staffId);
      return worker ? [{ ...share, worker }] : [];
    })
    .sort((a, b) => b.proposed - a.proposed || b.most - a.most);
  const placed = intake.total - intake.unplaced;
  const figure = (key: string, title: string, cell: (row: Row) => string): Column<Row> => ({
    ...{ key, title, align: "end" },
    cell: (row) => <span className="whitespace-nowrap tabular">{cell(row)}</span>,
  });
  const columns: Column<Row>[] = [
    {
      ...{ key: "name", title: t("redistribution.workers.name"), rowHeader: true },
      cell: ({ worker }) => <span className="whitespace-nowrap">{personName(props.names, worker)}</span>,
    },
    figure("annual", t("redistribution.intake.annual"), ({ worker }) =>
      t("redistribution.workers.of", { value: number(worker.annualCases), limit: number(worker.cap) }),
    ),
    figure("expected", t("redistribution.intake.expected"), (row) => number(row.expected)),
    figure("most", t("redistribution.intake.most"), (row) => number(row.most)),
    figure("proposed", t("redistribution.intake.proposed"), (row) =>
      t("redistribution.intake.cases", { value: number(row.proposed) }),
    ),
    figure("share", t("redistribution.intake.share"), (row) =>
      t("redistribution.intake.percent", {
        value: decimal(placed === 0 ? 0 : (100 * row.proposed) / placed, locale, 0),
      }),
    ),
    figure("forecast", t("redistribution.intake.forecast"), ({ forecast }) =>
      t("redistribution.workers.interval", {
        ...{ mean: number(forecast.mean), low: number(forecast.low), high: number(forecast.high) },
      }),
    ),
  ];
  return (
    <>
      {intake.unplaced > 0 && (
        <Notice kind="warning">
          {t("redistribution.intake.unplaced", { total: intake.total, unplaced: intake.unplaced })}
        </Notice>
      )}
      <div className="mt-3">
        <DataTable
          caption={t("redistribution.intake.title")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.staffId}
          minWidth="min-w-[56rem]"
        />
      </div>
    </>
  );
}
