import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireWard } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { ExportLinks } from "~/components/export-links";
import { FlagInbox } from "~/components/flag-inbox";
import { planItems } from "~/components/improvement/plan-items";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { ContractMatrix, type FigureRow } from "~/components/ward/contract-matrix";
import { wardInboxItems } from "~/components/ward/inbox-items";
import { IndicatorBlock } from "~/components/ward/indicator-block";
import { contractName } from "~/components/ward/names";
import { RequirementTable } from "~/components/ward/requirement-table";
import { TrendMultiples } from "~/components/ward/trend-multiples";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { CATALOGUE } from "~/domain/kpi/catalogue";
import { computeWardKpi, type WardContract } from "~/domain/kpi/compute-kpi.server";
import { listWardPlanAttention } from "~/domain/improvement/ward-plans.server";
import { indicatorIn } from "~/domain/kpi/rules";
import { listRequirements } from "~/domain/kpi/ward-requirements.server";
import { listWardTrends } from "~/domain/kpi/ward-trends.server";
import { fiscalYearName, longDay, quarterName } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { fiscalYearEnd, quarterOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const IN_THE_INBOX = 6;
const KEYS = CATALOGUE.filter((definition) => definition.pillar === 3).map((definition) => definition.key);

export const meta = titled((t) => t("ward.home.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const { searchParams } = new URL(request.url);
  const asOf = asOfFrom(searchParams, today());
  const chosen = KEYS.find((key) => key === searchParams.get("indicator")) ?? "supervisionRate";
  const { contracts, totals } = await computeWardKpi(view, asOf.day);
  const [flags, requirements, trends, plans] = await Promise.all([
    listWardFlags(view, null, asOf.day),
    listRequirements(view, null, asOf.day),
    listWardTrends(
      view,
      contracts.map((contract) => contract.contractId),
      asOf.day,
    ),
    asOf.day === asOf.today ? listWardPlanAttention(view, asOf.day) : [],
  ]);
  return { asOf, chosen, kpi: { contracts: contracts.map(shownOf), totals }, flags, requirements, trends, plans };
}

/** What this page shows of a contract; the rest stays on the server. */
function shownOf({ contractId, contractCode, supportStaff, indicators, ...contract }: WardContract) {
  const { name, nameEn, contractorName, contractorNameEn } = contract;
  return { contractId, contractCode, supportStaff, indicators, name, nameEn, contractorName, contractorNameEn };
}

export default function WardHome() {
  const { asOf, kpi } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const period = { year: fiscalYearName(asOf.fiscalYear, locale), quarter: quarterName(quarterOf(asOf.day), locale) };
  const people = kpi.contracts.reduce((sum, contract) => sum + contract.supportStaff, 0);
  const isEmpty = kpi.contracts.length === 0;
  return (
    <Page
      title={t("ward.home.heading", period)}
      lead={t("ward.home.lead", { day: longDay(asOf.day, locale), contracts: kpi.contracts.length, people })}
      actions={
        isEmpty ? undefined : (
          <>
            <PrintButton />
            <ExportLinks to={`/ward/export?asOf=${asOf.day}`} />
          </>
        )
      }
    >
      <AsOfPicker asOf={asOf} />
      {isEmpty ? (
        <div className="mt-6">
          <EmptyState title={t("ward.home.emptyTitle")}>{t("ward.home.emptyText")}</EmptyState>
        </div>
      ) : (
        <>
          <Inbox />
          <Figures />
          <Requirements />
        </>
      )}
    </Page>
  );
}

function Inbox() {
  const { asOf, kpi, flags, plans } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const names = new Map(kpi.contracts.map((contract) => [contract.contractId, contract]));
  const own = flags.filter((contract) => names.has(contract.contractId));
  const items = [...planItems(t, locale, "ward", plans), ...wardInboxItems(t, locale, own, names, {}, asOf)];
  const title = t("ward.home.inbox", { count: items.length });
  const rest = items.length - IN_THE_INBOX;
  return (
    <Section
      id="inbox"
      title={title}
      note={t("ward.home.inboxNote")}
      actions={
        <Link
          to={asOf.day === asOf.today ? "/ward/flags" : `/ward/flags?asOf=${asOf.day}`}
          className="link text-std-16N-170"
        >
          {rest > 0 ? t("ward.home.inboxMore", { count: rest }) : t("ward.home.inboxAll")}
        </Link>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t("ward.home.inboxEmpty", { day: longDay(asOf.day, locale) })} />
      ) : (
        <FlagInbox label={title} items={items.slice(0, IN_THE_INBOX)} />
      )}
    </Section>
  );
}

function Figures() {
  const { chosen, kpi, trends } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const rows: FigureRow[] = kpi.contracts.map((contract) => ({
    ...{ key: contract.contractId, name: contractName(locale, contract), to: `/ward/contracts/${contract.contractId}` },
    ...{ supportStaff: contract.supportStaff, indicators: contract.indicators },
  }));
  const people = rows.reduce((sum, row) => sum + row.supportStaff, 0);
  const all = [...rows, { key: "total", name: t("ward.home.total"), supportStaff: people, indicators: kpi.totals }];
  return (
    <>
      <Section id="matrix" title={t("ward.home.matrix")} note={t("ward.home.matrixNote")}>
        <ContractMatrix rows={all} keys={KEYS} caption={t("ward.home.matrix")} />
      </Section>
      <Section id="indicators" title={t("ward.home.indicators")} note={t("ward.home.indicatorsNote")}>
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
          {KEYS.map((key) => (
            <IndicatorBlock key={key} indicatorKey={key} rows={all} />
          ))}
        </div>
      </Section>
      <Section id="trend" title={t("ward.home.trend")}>
        <TrendMultiples
          keys={KEYS}
          chosen={chosen}
          trends={rows.map((row, index) => ({
            ...{ key: row.key, name: row.name, indicator: indicatorIn(row.indicators, chosen) },
            past: trends[index] ?? [],
          }))}
        />
      </Section>
    </>
  );
}

function Requirements() {
  const { asOf, kpi, requirements } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const groups = requirements.flatMap(({ contractId, groups }) => {
    const contract = kpi.contracts.find((one) => one.contractId === contractId);
    return groups.map((group, index) => ({
      ...{ key: `${contractId} ${index}`, contract: contract ? contractName(locale, contract) : "" },
      ...{ to: `/ward/contracts/${contractId}`, group, rows: group.rows },
    }));
  });
  const running = asOf.day === fiscalYearEnd(asOf.fiscalYear) ? null : quarterOf(asOf.day);
  return (
    <Section id="requirements" title={t("ward.home.requirements")} note={t("ward.home.requirementsNote")}>
      <RequirementTable caption={t("ward.home.requirements")} groups={groups} running={running} />
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
