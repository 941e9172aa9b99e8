import { useTranslation } from "react-i18next";

import type { GroupFigures, ResultPage } from "../../domain/survey/result-page";
import type { ShownRisk } from "../../domain/survey/result-view";
import { riskBand } from "../../domain/survey/risk-chart";
import { decimal } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { resultGroupName } from "./names";
import { RiskChart } from "./risk-chart";

/** Below this many answers the chart is a hint, says its research group. */
const RECOMMENDED = 20;

/** The job stress chart of the selected group: pictures, words, and the same figures as a table. */
export function RiskSection({ page }: { page: ResultPage }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const risks = page.group?.risks ?? [];
  const total = page.group?.totalRisk ?? null;
  const version = risks[0]?.version;
  const whole = page.selected === 0 ? [] : (page.groups.find(({ scope }) => scope === "all")?.risks ?? []);
  return (
    <Section id="risk" title={t("survey.results.risk.title")} note={t("survey.results.risk.lead")}>
      {total === null || !version ? (
        <p className="text-std-16N-170">{t("survey.results.risk.none")}</p>
      ) : (
        <>
          <p className="text-std-17N-170">
            {t("survey.results.risk.totalText", {
              ...{ total: decimal(total, locale), words: t(`survey.results.risk.band.${riskBand(total)}`) },
            })}
          </p>
          {risks.some(({ count }) => count < RECOMMENDED) && (
            <p className="text-std-16N-170">{t("survey.results.risk.small")}</p>
          )}
          <div className="mt-4 grid gap-6 md:grid-cols-2">
            {risks.flatMap((risk) =>
              (["job", "support"] as const).map((kind) => (
                <RiskChart
                  key={`${risk.sex} ${kind}`}
                  {...{ kind, risk, whole: whole.find(({ sex }) => sex === risk.sex) ?? null }}
                />
              )),
            )}
          </div>
          <div className="mt-6">
            <RiskTable groups={page.groups} />
          </div>
          <p className="mt-2 text-dns-14N-130 text-solid-gray-700">
            {t("survey.results.risk.version", { version: t(`survey.results.risk.versions.${version}`) })}
          </p>
        </>
      )}
    </Section>
  );
}

type Row = ShownRisk & { group: string };

function RiskTable({ groups }: { groups: GroupFigures[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rows = groups.flatMap((group): Row[] =>
    group.risks.map((risk) => ({ ...risk, group: resultGroupName(t, locale, group) })),
  );
  const number = (key: string, title: string, value: (row: Row) => number, digits = 1): Column<Row> => ({
    ...{ key, title, align: "end" },
    cell: (row) => decimal(value(row), locale, digits),
  });
  const columns: Column<Row>[] = [
    {
      ...{ key: "group", title: t("survey.results.risk.group"), rowHeader: true },
      cell: (row) => `${row.group} ${t(`survey.results.risk.sex.${row.sex}`)}`,
    },
    number("people", t("survey.results.risk.people"), (row) => row.count, 0),
    ...(["workload", "control", "superiors", "colleagues"] as const).map((key) =>
      number(key, t(`survey.results.risk.axis.${key}`), (row) => row.means[key], 2),
    ),
    number("job", t("survey.results.risk.jobRisk"), (row) => row.jobRisk),
    number("support", t("survey.results.risk.supportRisk"), (row) => row.supportRisk),
    number("total", t("survey.results.risk.total"), (row) => row.total),
  ];
  return (
    <DataTable
      {...{ caption: t("survey.results.risk.table"), columns, rows, minWidth: "min-w-[60rem]" }}
      rowKey={(row) => `${row.group} ${row.sex}`}
    />
  );
}
