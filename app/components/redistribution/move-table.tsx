import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { isLongLed } from "../../domain/redistribution/rules";
import type { MovedCase, Names, Settings, WhatIfWorker } from "../../domain/redistribution/schema";
import { decimal, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { personName } from "./words";

/** The cases to move; with `editable` each has a button of the surrounding form that takes it out. */
export function MoveTable(props: {
  moves: readonly MovedCase[];
  workers: readonly WhatIfWorker[];
  names: Names;
  settings: Settings;
  day: Day;
  editable?: boolean;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { moves, workers, names } = props;
  if (moves.length === 0) return <p className="text-std-16N-170">{t("redistribution.moves.empty")}</p>;
  const people = new Map(workers.map((worker) => [worker.staffId, worker]));
  const name = (staffId: string) => {
    const worker = people.get(staffId);
    return <span className="whitespace-nowrap">{worker ? personName(names, worker) : staffId}</span>;
  };
  const columns: Column<MovedCase>[] = [
    { key: "case", title: t("redistribution.moves.caseRef"), rowHeader: true, cell: (row) => row.caseRef },
    { key: "from", title: t("redistribution.moves.from"), cell: (row) => name(row.staffId) },
    { key: "to", title: t("redistribution.moves.to"), cell: (row) => name(row.to) },
    {
      ...{ key: "weight", title: t("redistribution.moves.weight"), align: "end" },
      cell: (row) => decimal(row.weight, locale),
    },
    { key: "tags", title: t("redistribution.moves.tags"), align: "end", cell: (row) => row.tagCount },
    {
      ...{ key: "since", title: t("redistribution.moves.since") },
      cell: (row) => <span className="whitespace-nowrap">{shortDay(row.ledSince, locale)}</span>,
    },
    {
      ...{ key: "marks", title: t("redistribution.moves.marks") },
      cell: (row) => marksOf(t, row, props.settings, props.day, people),
    },
  ];
  if (props.editable)
    columns.push({
      ...{ key: "remove", title: t("redistribution.moves.remove") },
      cell: (row) => (
        <Button
          look="text"
          name="intent"
          value={`remove:${row.caseId}`}
          className="min-h-11"
          aria-label={t("redistribution.moves.removeOf", { caseRef: row.caseRef })}
        >
          {t("redistribution.moves.remove")}
        </Button>
      ),
    });
  return (
    <DataTable
      caption={t("redistribution.moves.title", { count: moves.length })}
      columns={columns}
      rows={[...moves]}
      rowKey={(row) => row.caseId}
      minWidth="min-w-[52rem]"
    />
  );
}

function marksOf(
  t: TFunction,
  row: MovedCase,
  settings: Settings,
  day: Day,
  people: ReadonlyMap<string, WhatIfWorker>,
): string {
  const isLong = isLongLed(row, { day, settings });
  const isElsewhere = people.get(row.staffId)?.officeId !== people.get(row.to)?.officeId;
  const marks = [
    ...(isLong ? [t("redistribution.moves.longLed")] : []),
    ...(isElsewhere ? [t("redistribution.moves.otherOffice")] : []),
  ];
  return marks.length > 0 ? marks.map((mark) => `△ ${mark}`).join("　") : "－";
}
