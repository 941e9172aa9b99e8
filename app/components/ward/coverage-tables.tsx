import { useTranslation } from "react-i18next";

import {
  SESSION_BANDS,
  type CoverageFigures,
  type QuarterRate,
  type Share,
} from "../../domain/supervision/ward-coverage";
import { decimal } from "../../i18n/format";
import type { Quarter } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { EDGE, QuarterTable } from "../quarter-table";
import { groupName, type NamedGroup } from "./names";

export type CoverageGroup = NamedGroup & { figures: CoverageFigures | null };
type Row = { key: string; name: string; supportStaff: number; figures: CoverageFigures };
type Props = { supportStaff: number; total: CoverageFigures | null; groups: CoverageGroup[]; running: Quarter | null };

/** A contract's supervision as rates and distributions; the contract as a whole first, then its groups of offices. */
export function CoverageTables({ supportStaff, total, groups, running }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!total) return <p className="mt-8 text-std-16N-170">{t("requirement.ward.withheld")}</p>;
  const shown = groups.flatMap(({ figures, ...group }, index) =>
    figures
      ? [{ key: String(index), name: groupName(t, locale, group), supportStaff: group.supportStaff, figures }]
      : [],
  );
  const whole = { key: "total", name: t("requirement.ward.total"), supportStaff, figures: total };
  const rows = shown.length > 1 ? [whole, ...shown] : [whole];
  return (
    <>
      <Section id="rates" title={t("requirement.ward.rates")} note={t("requirement.ward.ratesNote")}>
        <QuarterTable
          {...{ caption: t("requirement.ward.rates"), running, minWidth: "min-w-[44rem]", sticky: true }}
          headings={[t("glossary.term.office")]}
        >
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <GroupHead row={row} />
                {row.figures.quarters.map((rate) => (
                  <td key={rate.quarter} className={`${EDGE} text-center tabular`}>
                    <Rate rate={rate} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </QuarterTable>
      </Section>
      <Section id="bands" title={t("requirement.ward.bands")}>
        <Bands rows={rows} />
      </Section>
      <Section id="kinds" title={t("requirement.ward.kinds")}>
        <Kinds rows={rows} />
      </Section>
    </>
  );
}

function GroupHead({ row }: { row: Row }) {
  return (
    <th scope="row" className={`${EDGE} min-w-48 bg-white text-start md:sticky md:left-0`}>
      <GroupLabel row={row} />
    </th>
  );
}

function GroupLabel({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <>
      {row.name}
      <span className="block text-dns-14N-130 font-400 text-solid-gray-700">
        {t("common.people", { count: row.supportStaff })}
      </span>
    </>
  );
}

function Rate({ rate }: { rate: QuarterRate }) {
  const { t } = useTranslation();
  const share = useShareText();
  if (!rate.hasBegun) return t("requirement.ward.notYet");
  return rate.of === 0 ? t("requirement.ward.noRate") : share("rate", rate);
}

function useShareText(): (text: "rate" | "seats" | "people", share: Share) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (text, { n, of }) =>
    of === 0 ? t("common.noData") : t(`requirement.ward.${text}`, { n, of, percent: decimal((n / of) * 100, locale) });
}

function officeColumn(title: string): Column<Row> {
  return { key: "group", title, rowHeader: true, cell: (row) => <GroupLabel row={row} /> };
}

function Bands({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const columns: Column<Row>[] = [
    officeColumn(t("glossary.term.office")),
    ...SESSION_BANDS.map((band): Column<Row> => ({
      ...{ key: band, title: t(`requirement.ward.band.${band}`), align: "end" },
      cell: (row) => t("common.people", { count: row.figures.bands[band] }),
    })),
  ];
  return (
    <DataTable
      {...{ caption: t("requirement.ward.bandsCaption"), columns, rows, minWidth: "min-w-[40rem]" }}
      rowKey={(row) => row.key}
    />
  );
}

function Kinds({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const share = useShareText();
  const columns: Column<Row>[] = [
    officeColumn(t("glossary.term.office")),
    {
      ...{ key: "individual", title: t("requirement.ward.individual"), align: "end" },
      cell: (row) => share("seats", row.figures.individual),
    },
    {
      ...{ key: "group-kind", title: t("requirement.ward.groupKind"), align: "end" },
      cell: ({ figures: { individual } }) => share("seats", { n: individual.of - individual.n, of: individual.of }),
    },
    {
      ...{ key: "external", title: t("requirement.ward.external"), align: "end" },
      cell: (row) => share("seats", row.figures.external),
    },
    {
      ...{ key: "met", title: t("requirement.ward.met"), align: "end" },
      cell: (row) => share("people", row.figures.met),
    },
    {
      ...{ key: "onCourse", title: t("requirement.ward.onCourse"), align: "end" },
      cell: (row) => share("people", row.figures.onCourse),
    },
  ];
  return (
    <DataTable
      {...{ caption: t("requirement.ward.kindsCaption"), columns, rows, minWidth: "min-w-[56rem]" }}
      rowKey={(row) => row.key}
    />
  );
}
