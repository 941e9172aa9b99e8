import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { CareerInboxSection } from "~/components/career/career-inbox";
import { DerivedFigures } from "~/components/contractor/derived-figures";
import { FirstSteps } from "~/components/contractor/first-steps";
import { HomeActions } from "~/components/contractor/home-actions";
import { inboxItem, nameIn, supervisionItems } from "~/components/contractor/inbox-items";
import { OfficeComparison } from "~/components/contractor/office-comparison";
import { trainingItems } from "~/components/contractor/training-item";
import { YearEnd } from "~/components/contractor/year-end";
import { YearGrid } from "~/components/contractor/year-grid";
import { planItems } from "~/components/improvement/plan-items";
import { FlagInbox } from "~/components/flag-inbox";
import { CompactIndicators } from "~/components/kpi/compact-list";
import { KpiCard } from "~/components/kpi/kpi-card";
import { trendPoints } from "~/components/kpi/trend-points";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { careerInbox } from "~/domain/career/inbox.server";
import { listFlags } from "~/domain/flag/repository.server";
import { listPlanAttention, plansOfFlags } from "~/domain/improvement/plans.server";
import { definitionOf } from "~/domain/kpi/catalogue";
import { getContractorHome } from "~/domain/kpi/contractor-home.server";
import { kpiTrend } from "~/domain/kpi/kpi-trend.server";
import { listDisputes } from "~/domain/supervision/confirm-record.server";
import { listEscalated } from "~/domain/supervision/requests.server";
import { countPending } from "~/domain/training/approve-training.server";
import { fiscalYearName, longDay, quarterName } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { quarterOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const IN_THE_INBOX = 5;

export const meta = titled((t) => t("contractor.home.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const asOf = asOfFrom(new URL(request.url).searchParams, today());
  const isToday = asOf.day === today();
  const [home, inbox, trend, escalated, disputes, pending, careers, plans] = await Promise.all([
    getContractorHome(tenant, asOf.day),
    listFlags(tenant, { asOf: asOf.day, pageSize: IN_THE_INBOX }),
    kpiTrend(tenant, tenant.contractId, null, asOf.day),
    isToday ? listEscalated(tenant, asOf.day) : [],
    isToday ? listDisputes(tenant) : [],
    isToday ? countPending(tenant) : 0,
    isToday ? careerInbox(tenant, asOf.day) : null,
    isToday ? listPlanAttention(tenant, asOf.day) : [],
  ]);
  const flagPlans = await plansOfFlags(tenant, inbox.flags);
  return { asOf, home, inbox, trend, escalated, disputes, pending, careers, plans, flagPlans };
}

export default function ContractorHome() {
  const { asOf, home, careers } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const period = { year: fiscalYearName(asOf.fiscalYear, locale), quarter: quarterName(quarterOf(asOf.day), locale) };
  const isNew = !home.firstSteps.staff || !home.firstSteps.offices;
  return (
    <Page
      title={t("contractor.home.heading", period)}
      lead={t("contractor.home.lead", { day: longDay(asOf.day, locale), count: home.supportStaff })}
      actions={<HomeActions />}
    >
      {isNew ? (
        <div className="mt-6">
          <FirstSteps taken={home.firstSteps} />
        </div>
      ) : (
        <AsOfPicker asOf={asOf} />
      )}
      <Inbox />
      {careers && <CareerInboxSection inbox={careers} />}
      <Indicators />
      {!isNew && <YearEnd course={home.course} side="contractor" />}
      {!isNew && <Comparison />}
    </Page>
  );
}

function Inbox() {
  const { asOf, inbox, escalated, disputes, pending, plans, flagPlans } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const waiting = [
    ...planItems(t, locale, "contractor", plans),
    ...supervisionItems(t, locale, { escalated, disputes }),
    ...trainingItems(t, pending),
  ];
  const title = t("contractor.home.inbox", { count: waiting.length + inbox.total });
  const rest = inbox.total - inbox.flags.length;
  const note = inbox.evaluatedOn
    ? t("contractor.home.evaluatedOn", { day: longDay(inbox.evaluatedOn, locale) })
    : t("contractor.home.notEvaluated");
  return (
    <Section
      id="inbox"
      title={title}
      note={note}
      actions={
        <Link to="/contractor/flags" className="link text-std-16N-170">
          {rest > 0 ? t("contractor.home.inboxMore", { count: rest }) : t("contractor.home.inboxAll")}
        </Link>
      }
    >
      {waiting.length + inbox.flags.length === 0 ? (
        <EmptyState title={t("contractor.home.inboxEmpty")} />
      ) : (
        <FlagInbox
          label={title}
          items={[...waiting, ...inbox.flags.map((flag) => inboxItem(t, locale, flag, asOf.day, flagPlans))]}
        />
      )}
    </Section>
  );
}

function Indicators() {
  const { asOf, home, trend } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const own = home.indicators.filter((indicator) => definitionOf(indicator.key).pillar === 3);
  const returned = home.indicators.filter((indicator) => definitionOf(indicator.key).pillar !== 3);
  return (
    <>
      <Section id="indicators" title={t("contractor.home.indicators")} note={t("figures.legend")}>
        {home.supportStaff === 0 ? (
          <EmptyState title={t("contractor.home.emptyIndicators")} />
        ) : (
          <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
            {own.map((indicator) => (
              <KpiCard
                key={indicator.key}
                indicator={indicator}
                lastYear={home.lastYear[indicator.key] ?? null}
                trend={trendPoints(trend, indicator, locale)}
                day={asOf.day}
              />
            ))}
          </div>
        )}
      </Section>
      <Section id="returns" title={t("contractor.home.returns")} note={t("contractor.home.returnsNote")}>
        <CompactIndicators indicators={returned} day={asOf.day} />
      </Section>
    </>
  );
}

function Comparison() {
  const { asOf, home } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const keys = home.indicators.map(({ key }) => key).filter((key) => definitionOf(key).aggregation === null);
  const offices = home.offices.map((office) => ({
    key: office.officeId,
    name: nameIn(locale, office.name, office.nameEn) ?? office.name,
    supportStaff: office.supportStaff,
    indicators: office.indicators,
  }));
  return (
    <>
      <Section id="offices" title={t("contractor.offices.title")} note={t("contractor.offices.note")}>
        <OfficeComparison offices={offices} keys={keys.filter((key) => key !== "worthwhileShare")} />
      </Section>
      <Section
        id="grid"
        title={t("contractor.home.grid")}
        note={t("contractor.home.gridNote")}
        actions={
          <>
            <Link to="/contractor/supervision" className="link text-std-16N-170">
              {t("requirement.coverage.link")}
            </Link>
            <Link to="/contractor/workers" className="link text-std-16N-170">
              {t("contractor.home.workersLink")}
            </Link>
          </>
        }
      >
        <YearGrid rows={home.grid} day={asOf.day} />
      </Section>
      <Section id="derived" title={t("contractor.home.derived")}>
        <DerivedFigures figures={home.derived} />
      </Section>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
