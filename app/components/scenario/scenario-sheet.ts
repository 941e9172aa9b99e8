import type { TFunction } from "i18next";

import type { MovedCase, Names, WhatIfWorker } from "../../domain/redistribution/schema";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile, momentText } from "../list-file";
import { personName } from "../redistribution/words";
import type { ListedScenario } from "./scenario-list";

/** The list of saved what-ifs as a file. */
export function scenarioSheet(
  t: TFunction,
  locale: Locale,
  day: Day,
  scenarios: readonly ListedScenario[],
  total: number,
): Sheet {
  return tableSheet(
    listFile(t, locale, t("redistribution.scenario.file"), day, total),
    [
      { title: t("redistribution.scenario.name"), width: 32, cell: (row) => row.name },
      {
        title: t("redistribution.scenario.kindLabel"),
        width: 18,
        cell: (row) => t(`redistribution.scenario.kind.${row.kind}`),
      },
      { title: t("redistribution.scenario.asOf"), cell: (row) => row.asOf },
      { title: t("redistribution.scenario.createdAt"), width: 18, cell: (row) => momentText(row.createdAt) },
    ],
    scenarios,
  );
}

/** The assignments to be made, one row a case, to carry out in the case system. */
export function assignmentSheet(
  t: TFunction,
  locale: Locale,
  asOf: Day,
  given: { moves: readonly MovedCase[]; workers: readonly WhatIfWorker[]; names: Names },
): Sheet {
  const people = new Map(given.workers.map((worker) => [worker.staffId, worker]));
  const code = (staffId: string) => people.get(staffId)?.staffCode ?? null;
  const name = (staffId: string) => {
    const worker = people.get(staffId);
    return worker ? personName(given.names, worker) : null;
  };
  return tableSheet(
    listFile(t, locale, t("redistribution.export.file"), asOf),
    [
      { title: t("redistribution.moves.caseRef"), width: 20, cell: (row) => row.caseRef },
      { title: t("redistribution.export.fromCode"), width: 18, cell: (row) => code(row.staffId) },
      { title: t("redistribution.moves.from"), width: 18, cell: (row) => name(row.staffId) },
      { title: t("redistribution.export.toCode"), width: 18, cell: (row) => code(row.to) },
      { title: t("redistribution.moves.to"), width: 18, cell: (row) => name(row.to) },
      { title: t("redistribution.moves.weight"), format: "0.0", cell: (row) => row.weight },
      { title: t("redistribution.moves.tags"), format: "0", cell: (row) => row.tagCount },
      { title: t("redistribution.moves.since"), cell: (row) => row.ledSince },
    ],
    given.moves,
  );
}
