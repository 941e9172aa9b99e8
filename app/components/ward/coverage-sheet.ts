import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { SESSION_BANDS, type CoverageFigures } from "../../domain/supervision/ward-coverage";
import { quarterName } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { QUARTERS, type Day, type Quarter } from "../../lib/calendar";
import { listFile } from "../list-file";
import { groupName, type NamedGroup } from "./names";

type Group = NamedGroup & { figures: CoverageFigures | null };
type Row = { name: string; supportStaff: number; figures: CoverageFigures | null };
export type CoverageToFile = { supportStaff: number; total: CoverageFigures | null; groups: Group[] };

/** A contract's supervision as rates and distributions of groups, as a file. Nothing in it is about one worker. */
export function wardCoverageSheet(
  t: TFunction,
  locale: Locale,
  contract: string,
  day: Day,
  coverage: CoverageToFile,
): Sheet {
  const whole = { format: "0" };
  const groups = coverage.groups.map((group) => ({ ...group, name: groupName(t, locale, group) }));
  const rows: Row[] = [
    { name: t("requirement.ward.total"), supportStaff: coverage.supportStaff, figures: coverage.total },
    ...(groups.length > 1 ? groups : []),
  ];
  const rateOf = (row: Row, quarter: Quarter) => {
    const rate = row.figures?.quarters.find((one) => one.quarter === quarter);
    return rate?.hasBegun ? rate : null;
  };
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.coverage"), day),
    [
      { title: t("requirement.file.contract"), width: 28, cell: () => contract },
      { title: t("requirement.file.office"), width: 28, cell: (row) => row.name },
      { title: t("requirement.file.people"), ...whole, cell: (row) => row.supportStaff },
      ...QUARTERS.flatMap((quarter) => {
        const name = { quarter: quarterName(quarter, locale) };
        return [
          { title: t("requirement.file.rate", name), ...whole, cell: (row: Row) => rateOf(row, quarter)?.n ?? null },
          { title: t("requirement.file.rateOf", name), ...whole, cell: (row: Row) => rateOf(row, quarter)?.of ?? null },
        ];
      }),
      ...SESSION_BANDS.map((band) => ({
        ...{ title: t("requirement.file.band", { band: t(`requirement.ward.band.${band}`) }), ...whole },
        cell: (row: Row) => row.figures?.bands[band] ?? null,
      })),
      { title: t("requirement.file.individual"), ...whole, cell: (row) => row.figures?.individual.n ?? null },
      { title: t("requirement.file.external"), ...whole, cell: (row) => row.figures?.external.n ?? null },
      { title: t("requirement.file.seats"), ...whole, cell: (row) => row.figures?.individual.of ?? null },
      { title: t("requirement.file.met"), ...whole, cell: (row) => row.figures?.met.n ?? null },
      { title: t("requirement.file.onCourse"), ...whole, cell: (row) => row.figures?.onCourse.n ?? null },
      { title: t("requirement.file.judged"), ...whole, cell: (row) => row.figures?.met.of ?? null },
    ],
    rows,
  );
}
