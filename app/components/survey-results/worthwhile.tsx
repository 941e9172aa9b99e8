import { useTranslation } from "react-i18next";

import type { GroupFigures, ResultPage } from "../../domain/survey/result-page";
import type { Worthwhile } from "../../domain/survey/result-view";
import { decimal } from "../../i18n/format";
import { Bullet } from "../bullet";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { StatusMark } from "../status";
import { resultGroupName } from "./names";

/** How many find their work worthwhile, against the contract's target, in words; and by group. */
export function WorthwhileSection({ page, worthwhile }: { page: ResultPage; worthwhile: Worthwhile }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { target } = page;
  const { top, answered, percent, met } = worthwhile;
  const shown = decimal(percent, locale);
  const groups = page.groups.filter((group) => group.worthwhile !== null);
  return (
    <Section id="worthwhile" title={t("survey.results.worthwhile.title")}>
      <p className="text-std-17N-170">
        {t("survey.results.worthwhile.text", { answered, top, percent: shown })}
        <span className="block font-700">
          <span aria-hidden="true">{met ? "○ " : "△ "}</span>
          {met
            ? t("survey.results.worthwhile.met", { target: decimal(target, locale) })
            : t("survey.results.worthwhile.missed", {
                ...{ target: decimal(target, locale), points: decimal(target - percent, locale) },
              })}
        </span>
      </p>
      <Bullet
        label={t("survey.results.worthwhile.label", { percent: shown, target: decimal(target, locale) })}
        {...{ value: percent, target, max: 100, met }}
      />
      {groups.length > 1 && (
        <div className="mt-6">
          <h3 className="mb-2 text-std-17B-170">{t("survey.results.worthwhile.byGroup")}</h3>
          <ByGroup groups={groups} />
        </div>
      )}
    </Section>
  );
}

function ByGroup({ groups }: { groups: GroupFigures[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<GroupFigures>[] = [
    {
      ...{ key: "group", title: t("survey.results.risk.group"), rowHeader: true },
      cell: (row) => resultGroupName(t, locale, row),
    },
    {
      ...{ key: "answered", title: t("survey.results.answers.answered"), align: "end" },
      cell: (row) => row.worthwhile && t("common.people", { count: row.worthwhile.answered }),
    },
    {
      ...{ key: "share", title: t("survey.results.worthwhile.share"), align: "end" },
      cell: (row) =>
        row.worthwhile &&
        t("survey.results.answers.count", {
          ...{ count: row.worthwhile.top, percent: decimal(row.worthwhile.percent, locale) },
        }),
    },
    {
      ...{ key: "judgement", title: t("survey.results.worthwhile.judgement") },
      cell: (row) => row.worthwhile && <TargetMark met={row.worthwhile.met} />,
    },
  ];
  return (
    <DataTable
      {...{ caption: t("survey.results.worthwhile.byGroup"), columns, rows: groups }}
      rowKey={(row) => resultGroupName(t, locale, row)}
    />
  );
}

/** Whether the target is met, as mark and word. */
export function TargetMark({ met }: { met: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusMark
      tone={met ? "ok" : "short"}
      word={t(met ? "survey.results.worthwhile.metShort" : "survey.results.worthwhile.missedShort")}
    />
  );
}
