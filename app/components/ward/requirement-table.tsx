import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Requirement, RequirementCell, RequirementState } from "../../domain/kpi/ward-table";
import { QUARTERS, type Quarter } from "../../lib/calendar";
import { useLocale } from "../locale";
import { EDGE, QuarterTable } from "../quarter-table";
import { StatusMark, TONES, type Tone } from "../status";
import { groupName, type NamedGroup } from "./names";
import { requirementWord } from "./requirement-sheet";

export type RequirementRows = {
  key: string;
  contract: string;
  to?: string;
  group: NamedGroup;
  rows: { requirement: Requirement; cells: RequirementCell[] }[] | null;
};

const STATES: Record<RequirementState, Tone> = {
  met: "ok",
  running: "planned",
  short: "short",
  unmet: "none",
  notApplicable: "na",
  future: "na",
};

/** Office x requirement x quarter with n of N; groups that are too small to be shown say so. */
export function RequirementTable(props: { caption: string; groups: RequirementRows[]; running: Quarter | null }) {
  const { t } = useTranslation();
  const headings = [t("ward.requirements.contract"), t("glossary.term.office"), t("ward.requirements.requirement")];
  return (
    <QuarterTable {...{ caption: props.caption, headings, running: props.running }} minWidth="min-w-[64rem]">
      {props.groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </QuarterTable>
  );
}

function Group({ group }: { group: RequirementRows }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rows = group.rows ?? [];
  const span = Math.max(1, rows.length);
  const heads = (
    <>
      <th scope="rowgroup" rowSpan={span} className={`${EDGE} min-w-36 bg-white align-top print:min-w-24`}>
        {group.to ? (
          <Link to={group.to} className="link">
            {group.contract}
          </Link>
        ) : (
          group.contract
        )}
      </th>
      <th scope="rowgroup" rowSpan={span} className={`${EDGE} min-w-36 bg-white align-top font-400 print:min-w-24`}>
        {groupName(t, locale, group.group)}
        <span className="block text-dns-14N-130 text-solid-gray-700">
          {t("common.people", { count: group.group.supportStaff })}
        </span>
      </th>
    </>
  );
  if (!group.rows) {
    return (
      <tbody>
        <tr>
          {heads}
          <td colSpan={1 + QUARTERS.length} className={`${EDGE} text-solid-gray-700`}>
            {t("ward.requirements.withheld")}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {rows.map((row, index) => (
        <tr key={row.requirement}>
          {index === 0 && heads}
          <th scope="row" className={`${EDGE} min-w-56 font-400 print:min-w-36`}>
            {t(`ward.requirements.${row.requirement}`)}
          </th>
          {row.cells.map((cell) => (
            <Cell key={cell.quarter} requirement={row.requirement} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ requirement, cell }: { requirement: Requirement; cell: RequirementCell }) {
  const { t } = useTranslation();
  if (cell.state === "future") {
    return <td className={`${EDGE} text-center text-solid-gray-700`}>{t("figures.grid.notYet")}</td>;
  }
  const tone = STATES[cell.state];
  const detail = cell.state === "notApplicable" ? undefined : t("ward.requirements.of", { n: cell.n, of: cell.of });
  return (
    <td className={`${EDGE} text-center ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={t(requirementWord(requirement, cell.state))} detail={detail} />
    </td>
  );
}
