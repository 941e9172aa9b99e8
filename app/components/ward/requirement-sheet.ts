import type { TFunction } from "i18next";

import type { Requirement, RequirementCell, RequirementState } from "../../domain/kpi/ward-table";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import { quarterName } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import { groupName, type NamedGroup } from "./names";

type Group = NamedGroup & { rows: { requirement: Requirement; cells: RequirementCell[] }[] | null };
type Row = { group: Group; requirement: Requirement | null; cell: RequirementCell | null };

/** The requirement table of a contract, one row a group, requirement and quarter; groups too small say so. */
export function requirementSheet(
  t: TFunction,
  locale: Locale,
  contract: string,
  day: Day,
  groups: readonly Group[],
): Sheet {
  const whole = { format: "0" };
  const rows = groups.flatMap((group): Row[] =>
    group.rows
      ? group.rows.flatMap(({ requirement, cells }) =>
          cells.filter((cell) => cell.state !== "future").map((cell) => ({ group, requirement, cell })),
        )
      : [{ group, requirement: null, cell: null }],
  );
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.requirements"), day),
    [
      { title: t("requirement.file.contract"), width: 28, cell: () => contract },
      { title: t("requirement.file.office"), width: 28, cell: (row) => groupName(t, locale, row.group) },
      { title: t("requirement.file.people"), ...whole, cell: (row) => row.group.supportStaff },
      {
        ...{ title: t("requirement.file.requirement"), width: 32 },
        cell: ({ requirement }) =>
          requirement ? t(`ward.requirements.${requirement}`) : t("requirement.file.withheld"),
      },
      { title: t("requirement.file.quarter"), cell: ({ cell }) => cell && quarterName(cell.quarter, locale) },
      { title: t("requirement.file.n"), ...whole, cell: ({ cell }) => cell?.n ?? null },
      { title: t("requirement.file.of"), ...whole, cell: ({ cell }) => cell?.of ?? null },
      {
        title: t("requirement.file.judgement"),
        cell: ({ requirement, cell }) => requirement && cell && t(requirementWord(requirement, cell.state)),
      },
    ],
    rows,
  );
}

const CAP_WORDS = {
  met: "ward.state.within",
  short: "ward.state.over",
  unmet: "ward.state.over",
  running: "ward.state.running",
  notApplicable: "ward.state.notApplicable",
  future: "figures.grid.notYet",
} as const satisfies Record<RequirementState, string>;

/** The text of a cell's state; of the cap, whether anybody is above it. */
export function requirementWord(requirement: Requirement, state: RequirementState) {
  if (state === "future" || requirement === "cap") return CAP_WORDS[state];
  return `ward.state.${state}` as const;
}
