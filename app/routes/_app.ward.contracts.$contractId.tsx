import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { OfficeComparison } from "~/components/contractor/office-comparison";
import { DerivedFigures } from "~/components/contractor/derived-figures";
import { YearEnd } from "~/components/contractor/year-end";
import { ExportLinks } from "~/components/export-links";
import { FlagInbox } from "~/components/flag-inbox";
import { CompactIndicators } from "~/components/kpi/compact-list";
import { KpiCard } from "~/components/kpi/kpi-card";
import { trendPoints } from "~/components/kpi/trend-points";
import { useLocale } from "~/components/locale";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { wardInboxItems } from "~/components/ward/inbox-items";
import { LoadBands } from "~/components/ward/load-bands";
import { contractName, groupName, ownName } from "~/components/ward/names";
import { RequirementTable } from "~/components/ward/requirement-table";
import { ReturnMonths } from "~/components/ward/return-months";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { idOrNull } from "~/domain/flag/register-query";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { CATALOGUE, definitionOf } from "~/domain/kpi/catalogue";
import { readContractDetail } from "~/domain/kpi/ward-contract.server";
import { longDay } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { fiscalYearEnd, quarterOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

const OFFICE_KEYS = CATALOGUE.filter(({ aggregation, key }) => aggregation === null && key !== "worthwhileShare").map(
  (definition) => definition.key,
);

export const meta = titled((t) => t("ward.contract.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const asOf = asOfFrom(new URL(request.url).searchParams, today());
  const contractId = idOrNull(params.contractId);
  const names = (await listWardContracts(view)).find((one) => one.contractId === contractId);
  const detail = contractId && names ? await readContractDetail(view, contractId, asOf.day) : null;
  if (!contractId || !names || !detail) throw notFound();
  const [flags] = await listWardFlags(view, contractId, asOf.day);
  return { asOf, names, detail, flags: flags ?? null };
}

export default function WardContract() {
  const { asOf, names, detail, flags } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const name = contractName(locale, names);
  const items = flags ? wardInboxItems(t, locale, [flags], new Map(), {}, asOf) : [];
  return (
    <Page
      title={name}
      crumbs={[{ to: "/ward", label: t("ward.home.title") }]}
      lead={t("ward.contract.lead", {
        ...{ contract: ownName(locale, names), day: longDay(asOf.day, locale), people: detail.supportStaff },
      })}
      actions={<PrintButton />}
    >
      <AsOfPicker asOf={asOf} />
      <Section id="flags" title={t("ward.contract.flags")} note={t("ward.home.inboxNote")}>
        {items.length === 0 ? (
          <p className="text-std-16N-170">
            {t(flags?.evaluatedOn ? "ward.contract.flagsEmpty" : "ward.contract.flagsNone")}
          </p>
        ) : (
          <FlagInbox label={t("ward.contract.flags")} items={items} />
        )}
      </Section>
      <Indicators />
      <YearEnd course={detail.course} side="ward" />
      <Offices />
      <Section id="derived" title={t("ward.contract.derived")}>
        {detail.derived ? (
          <DerivedFigures figures={detail.derived} />
        ) : (
          <p className="text-std-16N-170">{t("ward.contract.derivedWithheld")}</p>
        )}
      </Section>
    </Page>
  );
}

function Indicators() {
  const { asOf, detail } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const own = detail.indicators.filter((indicator) => definitionOf(indicator.key).pillar === 3);
  const returned = detail.indicators.filter((indicator) => definitionOf(indicator.key).pillar !== 3);
  return (
    <>
      <Section id="indicators" title={t("ward.contract.indicators")} note={t("figures.legend")}>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
          {own.map((indicator) => (
            <KpiCard
              key={indicator.key}
              indicator={indicator}
              lastYear={detail.lastYear[indicator.key] ?? null}
              trend={trendPoints(detail.trend, indicator, locale)}
              day={asOf.day}
            />
          ))}
        </div>
      </Section>
      <Section id="returns" title={t("ward.contract.returns")} note={t("contractor.home.returnsNote")}>
        <CompactIndicators indicators={returned} day={asOf.day} />
      </Section>
      <Section id="months" title={t("ward.contract.returnsByMonth")}>
        <ReturnMonths figures={detail.returnMonths} />
      </Section>
    </>
  );
}

function Offices() {
  const { asOf, names, detail } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const groups = detail.groups.map((group, index) => ({
    ...{ key: String(index), name: groupName(t, locale, group), supportStaff: group.supportStaff },
    indicators: group.indicators ?? [],
  }));
  const rows = detail.requirements.map((group, index) => ({
    ...{ key: String(index), contract: contractName(locale, names), group, rows: group.rows },
  }));
  const path = `/ward/contracts/${names.contractId}`;
  const running = asOf.day === fiscalYearEnd(asOf.fiscalYear) ? null : quarterOf(asOf.day);
  return (
    <>
      <Section
        id="requirements"
        title={t("ward.contract.requirements")}
        note={t("ward.home.requirementsNote")}
        actions={<ExportLinks to={`${path}/export?asOf=${asOf.day}`} />}
      >
        <RequirementTable caption={t("ward.contract.requirements")} groups={rows} running={running} />
        <ul className="mt-3 text-std-16N-170 print:hidden">
          <li>
            <Link to={`${path}/supervision?asOf=${asOf.day}`} className="link inline-flex min-h-11 items-center">
              {t("requirement.ward.link")}
            </Link>
          </li>
          <li>
            <Link to={`${path}/surveys`} className="link inline-flex min-h-11 items-center">
              {t("survey.results.ward.link")}
            </Link>
          </li>
          <li>
            <Link to={`${path}/simulator`} className="link inline-flex min-h-11 items-center">
              {t("simulator.wardLink")}
            </Link>
          </li>
          <li>
            <Link to={`${path}/scenarios`} className="link inline-flex min-h-11 items-center">
              {t("simulator.scenarios.title")}
            </Link>
          </li>
          <li>
            <Link to={`${path}/requirements`} className="link inline-flex min-h-11 items-center">
              {t("requirement.specification.link")}
            </Link>
          </li>
          <li>
            <Link to={`${path}/thresholds`} className="link inline-flex min-h-11 items-center">
              {t("threshold.contract.link")}
            </Link>
          </li>
        </ul>
      </Section>
      <Section id="offices" title={t("ward.contract.offices")} note={t("ward.contract.officesNote")}>
        <OfficeComparison offices={groups} keys={OFFICE_KEYS} />
      </Section>
      <Section id="bands" title={t("ward.contract.bands")}>
        <LoadBands groups={detail.requirements} />
      </Section>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
