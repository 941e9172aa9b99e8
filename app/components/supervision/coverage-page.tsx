import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Requirement } from "../../domain/contract/requirement";
import type { CoverageRow, OfficeChoice } from "../../domain/supervision/coverage";
import { JUDGEMENTS, type JudgementState } from "../../domain/supervision/requirement";
import { fiscalYearName, longDay } from "../../i18n/format";
import { judgementWord, requirementText } from "../../i18n/requirement-text";
import type { YearView } from "../../lib/as-of";
import { fiscalYearEnd, quarterOf } from "../../lib/calendar";
import { LinkButton } from "../button";
import { nameIn } from "../contractor/inbox-items";
import { Pagination } from "../data-table";
import { ExportLinks } from "../export-links";
import { FilterBar } from "../filter-bar";
import { useLocale } from "../locale";
import { YearLinks } from "../me/year-links";
import { EmptyState, Page, Section, type Crumb } from "../page";
import { Coverage } from "./coverage";

export type CoveragePageProps = {
  view: YearView;
  requirement: Requirement;
  /** How many stand where, before filters. */
  counts: Record<JudgementState, number>;
  all: number;
  offices: OfficeChoice[];
  list: { rows: CoverageRow[]; page: number; pages: number; total: number };
};

/** Everyone's supervision in a fiscal year: requirement, filters, grid. For those who may see workers by name. */
export function CoveragePage(
  props: CoveragePageProps & {
    home: Crumb;
    path: string;
    to: (row: { staffId: string }) => string;
    schedules?: boolean;
  },
) {
  const { view, requirement, counts, all, list, path } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const hasEnded = view.day === fiscalYearEnd(view.fiscalYear);
  return (
    <Page
      title={t("requirement.coverage.title")}
      crumbs={[props.home]}
      lead={t("requirement.coverage.lead", {
        ...{ year: fiscalYearName(view.fiscalYear, locale), day: longDay(view.day, locale) },
        people: t("common.people", { count: all }),
      })}
      actions={all > 0 ? <ExportLinks to={`${path}/export?${params}`} /> : undefined}
    >
      <YearLinks current={view.current} fiscalYear={view.fiscalYear} label={t("requirement.coverage.year")} />
      <Section id="requirement" title={t("requirement.coverage.requirementTitle")} note={t("requirement.proRata")}>
        <p className="text-std-17N-170">{requirementText(t, requirement)}</p>
        {all > 0 && (
          <p className="text-std-16N-170">
            {t("requirement.coverage.summary", { ...counts, shortWord: judgementWord(t, "short", hasEnded) })}
          </p>
        )}
      </Section>
      <Section id="grid" title={t("requirement.coverage.gridTitle")} note={t("requirement.coverage.gridNote")}>
        {all === 0 ? (
          <EmptyState title={t("requirement.coverage.empty")}>{t("requirement.coverage.emptyText")}</EmptyState>
        ) : (
          <>
            <Filters offices={props.offices} hasEnded={hasEnded} />
            <div className="mt-4">
              {list.total === 0 ? (
                <EmptyState
                  title={t("requirement.coverage.noMatch")}
                  action={
                    <LinkButton to={path} look="outline">
                      {t("requirement.coverage.clear")}
                    </LinkButton>
                  }
                >
                  {t("requirement.coverage.noMatchText")}
                </EmptyState>
              ) : (
                <>
                  <Coverage
                    rows={list.rows}
                    running={hasEnded ? null : quarterOf(view.day)}
                    to={props.to}
                    schedules={props.schedules}
                  />
                  {list.pages > 1 && <Pagination page={list.page} pages={list.pages} total={list.total} />}
                </>
              )}
            </div>
          </>
        )}
      </Section>
    </Page>
  );
}

function Filters({ offices, hasEnded }: { offices: OfficeChoice[]; hasEnded: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <FilterBar
      fields={[
        {
          ...{ name: "office", label: t("requirement.coverage.office"), empty: t("common.all") },
          options: offices.map((office) => ({
            value: office.officeId,
            label: nameIn(locale, office.name, office.nameEn) ?? office.name,
          })),
        },
        {
          ...{ name: "state", label: t("requirement.coverage.state"), empty: t("common.all") },
          options: JUDGEMENTS.map((state) => ({ value: state, label: judgementWord(t, state, hasEnded) })),
        },
      ]}
    />
  );
}
