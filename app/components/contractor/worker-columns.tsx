import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";

import { attendedOf, dueOf, isOverCap, type WorkerRow } from "../../domain/kpi/worker-table";
import { decimal } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Column } from "../data-table";
import { SeverityBadge, StatusMark, TONES, type Tone } from "../status";
import { nameIn } from "./inbox-items";

/** The columns of the table of support staff; every one sorts. */
export function workerColumns(t: TFunction, locale: Locale): Column<WorkerRow>[] {
  const number = (value: number) => decimal(value, locale);
  const sortable = { sortable: true } as const;
  return [
    {
      ...{ key: "name", title: t("contractor.workers.name"), rowHeader: true, ...sortable },
      cell: (row) => (
        <span className="whitespace-nowrap">
          <Link to={`/contractor/workers/${row.staffId}`} className="link">
            {row.name ?? row.staffCode}
          </Link>
          {row.onLeave && (
            <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{t("contractor.workers.onLeave")}</span>
          )}
        </span>
      ),
    },
    {
      key: "code",
      title: t("contractor.workers.code"),
      ...sortable,
      cell: (row) => <span className="whitespace-nowrap">{row.staffCode}</span>,
    },
    {
      ...{ key: "role", title: t("contractor.workers.role"), ...sortable },
      cell: (row) => <span className="whitespace-nowrap">{t(`glossary.role.${row.role}`)}</span>,
    },
    {
      ...{ key: "office", title: t("contractor.workers.office"), ...sortable },
      cell: (row) => (
        <span className="whitespace-nowrap">
          {nameIn(locale, row.officeName, row.officeNameEn) ?? t("contractor.workers.noOffice")}
        </span>
      ),
    },
    { ...end("fte", t("contractor.workers.fte")), cell: (row) => decimal(row.fte, locale, 2) },
    {
      ...{ key: "cases", title: t("contractor.workers.cases"), align: "center", ...sortable },
      cell: (row) => (
        <StatusMark
          tone={isOverCap(row) ? "short" : "ok"}
          word={t(isOverCap(row) ? "contractor.workers.over" : "contractor.workers.within")}
          detail={t("contractor.workers.ofCap", { count: row.annualCases, cap: number(row.cap) })}
        />
      ),
      tone: (row) => TONES[isOverCap(row) ? "short" : "ok"].className,
    },
    {
      ...end("forecast", t("contractor.workers.forecast")),
      cell: ({ forecast }) => (
        <span className="whitespace-nowrap">
          {t("contractor.workers.interval", {
            ...{ mean: number(forecast.mean), low: number(forecast.low), high: number(forecast.high) },
          })}
        </span>
      ),
    },
    { ...end("active", t("contractor.workers.active")), cell: (row) => number(row.activeCases) },
    { ...end("load", t("contractor.workers.load")), cell: (row) => number(row.weightedLoad) },
    {
      ...end("training", t("contractor.workers.training")),
      cell: (row) => (
        <span className="whitespace-nowrap">
          {t("contractor.workers.ofHours", {
            ...{ hours: decimal(row.trainingHours, locale, 2), target: number(row.trainingTarget) },
          })}
        </span>
      ),
    },
    {
      ...{ key: "supervision", title: t("contractor.workers.supervision"), align: "center", ...sortable },
      cell: (row) => {
        const tone = supervisionTone(row);
        const word =
          tone === "ok" ? "figures.grid.done" : tone === "na" ? "figures.grid.notApplicable" : "figures.grid.missed";
        const sessions = t("contractor.workers.sessions", { attended: attendedOf(row), due: dueOf(row) });
        return <StatusMark tone={tone} word={t(word)} detail={sessions} />;
      },
      tone: (row) => TONES[supervisionTone(row)].className,
    },
    {
      ...{ key: "qualified", title: t("contractor.workers.qualified"), align: "center", ...sortable },
      cell: (row) => (
        <StatusMark
          tone={row.qualified ? "ok" : "na"}
          word={t(row.qualified ? "contractor.workers.hasQualification" : "contractor.workers.noQualification")}
        />
      ),
    },
    {
      ...{ key: "flags", title: t("contractor.workers.flags"), align: "center", ...sortable },
      cell: (row) =>
        row.worstSeverity ? (
          <span className="inline-flex items-center gap-2 whitespace-nowrap">
            <SeverityBadge severity={row.worstSeverity} />
            <span className="tabular">{t("common.cases", { count: row.openFlags })}</span>
          </span>
        ) : (
          <span className="text-solid-gray-700">{t("contractor.workers.noFlags")}</span>
        ),
    },
  ];
}

function end(key: string, title: string): Pick<Column<WorkerRow>, "key" | "title" | "align" | "sortable"> {
  return { key, title, align: "end", sortable: true };
}

/** Nothing due yet and nothing attended does not count either way. */
function supervisionTone(row: WorkerRow): Tone {
  const [attended, due] = [attendedOf(row), dueOf(row)];
  if (due === 0 && attended === 0) return "na";
  return attended >= due ? "ok" : attended === 0 ? "none" : "short";
}
