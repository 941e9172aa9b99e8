import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Requirement, RequirementCell, RequirementState } from "../../domain/kpi/ward-table";
import { quarterName } from "../../i18n/format";
import { QUARTERS, type Quarter } from "../../lib/calendar";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";
import { groupName, type NamedGroup } from "./names";

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
const CAP_WORDS = {
  met: "ward.state.within",
  short: "ward.state.over",
  unmet: "ward.state.over",
  running: "ward.state.running",
  notApplicable: "ward.state.notApplicable",
} as const satisfies Record<Exclude<RequirementState, "future">, string>;
const EDGE = "border border-solid-gray-420 px-3 py-2 print:px-1 print:py-1";

/** Office x requirement x quarter with n of N; groups that are too small to be shown say so. */
export function RequirementTable(props: { caption: string; groups: RequirementRows[]; running: Quarter | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div
      className="overflow-x-auto print:overflow-visible print:[page:wide]"
      tabIndex={0}
      role="region"
      aria-label={`${props.caption}（${t("common.skipTable")}）`}
    >
      <table className="w-full min-w-[64rem] border-collapse print:min-w-0 print:text-[11px] text-dns-16N-130">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            <th scope="col" className={EDGE}>
              {t("ward.requirements.contract")}
            </th>
            <th scope="col" className={EDGE}>
              {t("glossary.term.office")}
            </th>
            <th scope="col" className={EDGE}>
              {t("ward.requirements.requirement")}
            </th>
            {QUARTERS.map((quarter) => (
              <th key={quarter} scope="col" className={`${EDGE} text-center whitespace-nowrap`}>
                {quarterName(quarter, locale)}
                {quarter === props.running && t("figures.running")}
              </th>
            ))}
          </tr>
        </thead>
        {props.groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </table>
    </div>
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
  const word = requirement === "cap" ? CAP_WORDS[cell.state] : (`ward.state.${cell.state}` as const);
  return (
    <td className={`${EDGE} text-center ${TONES[tone].className}`}>
      <StatusMark tone={tone} word={t(word)} detail={detail} />
    </td>
  );
}
