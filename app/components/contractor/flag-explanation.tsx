import { useTranslation } from "react-i18next";

import type { Thresholds } from "../../domain/flag/thresholds";
import { clearingSteps, figureRows, type FigureRow } from "../../i18n/flag-page-text";
import { clearingText, findingText, ruleWords, type FindingInWords } from "../../i18n/flag-text";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { FlagThresholds } from "../flag-thresholds";
import { useLocale } from "../locale";
import { Section } from "../page";
import { SeverityBadge } from "../status";

export type ExplainedFlag = FindingInWords & { version: number; resolvedOn: Day | null };

/** What was found in one sentence, and what would clear it. */
export function FlagSummary({ flag, day }: { flag: ExplainedFlag; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const steps = flag.resolvedOn === null ? clearingSteps(t, locale, flag, day) : [];
  return (
    <div className="mt-6 rounded-12 border border-solid-gray-420 px-5 py-4">
      <SeverityBadge severity={flag.severity} />
      <p className="mt-2 text-std-17N-170">{findingText(t, locale, flag)[0]}</p>
      <h2 className="mt-4 text-std-17B-170">{t("threshold.page.clearing")}</h2>
      {steps.length > 0 && (
        <ul className="mt-1 list-disc space-y-1 pl-6 text-std-16N-170">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-std-16N-170 text-solid-gray-700">{clearingText(t, locale, flag)}</p>
    </div>
  );
}

/** How a flag can be checked by hand: each figure with how it comes about, the thresholds, and the rule in words. */
export function FlagExplanation({ flag, today }: { flag: ExplainedFlag; today: Thresholds }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<FigureRow>[] = [
    { key: "figure", title: t("threshold.page.figure"), rowHeader: true, cell: ({ name }) => name },
    {
      key: "value",
      title: t("threshold.page.value"),
      cell: ({ value }) => <span className="font-700 tabular">{value}</span>,
    },
    { key: "how", title: t("threshold.page.how"), cell: ({ how }) => how },
  ];
  return (
    <>
      <Section id="figures" title={t("threshold.page.figures")}>
        <DataTable
          caption={t("threshold.page.figures")}
          columns={columns}
          rows={figureRows(t, locale, flag)}
          rowKey={({ key }) => key}
        />
      </Section>
      <Section id="thresholds" title={t("threshold.page.thresholds")} note={t("threshold.page.raisedNote")}>
        <FlagThresholds rule={flag.rule} raised={flag.thresholds ?? null} today={today} />
      </Section>
      <Section
        id="rule"
        title={t("contractor.flag.how")}
        note={t("contractor.flag.version", { version: flag.version })}
      >
        <p className="text-std-16N-170">{ruleWords(t, locale, flag)}</p>
      </Section>
    </>
  );
}
