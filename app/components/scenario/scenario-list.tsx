import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { ScenarioKind } from "../../domain/scenario/schema";
import { shortDay, shortMoment } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";

export type ListedScenario = { scenarioId: string; name: string; kind: ScenarioKind; asOf: Day; createdAt: string };

/** A contractor's saved what-ifs. */
export function ScenarioList({ scenarios }: { scenarios: readonly ListedScenario[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <DataTable
      caption={t("redistribution.scenario.title")}
      rows={[...scenarios]}
      rowKey={(row) => row.scenarioId}
      columns={[
        {
          ...{ key: "name", title: t("redistribution.scenario.name"), rowHeader: true },
          cell: (row) => (
            <Link to={`/contractor/scenarios/${row.scenarioId}`} className="link inline-flex min-h-11 items-center">
              {row.name}
            </Link>
          ),
        },
        {
          ...{ key: "kind", title: t("redistribution.scenario.kindLabel") },
          cell: (row) => t(`redistribution.scenario.kind.${row.kind}`),
        },
        {
          ...{ key: "asOf", title: t("redistribution.scenario.asOf") },
          cell: (row) => <span className="whitespace-nowrap">{shortDay(row.asOf, locale)}</span>,
        },
        {
          ...{ key: "createdAt", title: t("redistribution.scenario.createdAt") },
          cell: (row) => <span className="whitespace-nowrap">{shortMoment(new Date(row.createdAt), locale)}</span>,
        },
      ]}
    />
  );
}
