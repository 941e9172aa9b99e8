import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { DataTable } from "~/components/data-table";
import { ClockList } from "~/components/improvement/plan-parts";
import { planColumns } from "~/components/improvement/plan-columns";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { SeverityBadge } from "~/components/status";
import { LoadBands } from "~/components/ward/load-bands";
import { contractName, groupName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { idOrNull } from "~/domain/flag/register-query";
import { RULE_KEYS } from "~/domain/flag/finding";
import { getWardGroup } from "~/domain/improvement/ward-group.server";
import { longDay } from "~/i18n/format";
import { ruleWords, wardFlagText } from "~/i18n/flag-text";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("improvement.ward.group.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const asOf = asOfFrom(new URL(request.url).searchParams, today());
  const contractId = idOrNull(params.contractId);
  const rule = RULE_KEYS.find((one) => one === params.rule);
  const contract = contractId && (await findWardContract(view, contractId));
  if (!contractId || !contract || !rule) throw notFound();
  const found = await getWardGroup(view, { contractId, rule, group: params.group ?? "" }, asOf.day);
  if (!found) throw notFound();
  return { asOf, contract, rule, ...found };
}

export default function WardGroup() {
  const { asOf, contract, rule, group, flag, clocks, plans } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const name = groupName(t, locale, group);
  const [first, ...more] = flag ? wardFlagText(t, locale, flag) : [];
  const rules = t(`flag.rule.${rule}.name`);
  return (
    <Page
      title={t("improvement.ward.group.heading", { rule: rules, group: name })}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: `/ward/contracts/${contract.contractId}`, label: contractName(locale, contract) },
      ]}
      lead={[
        t("common.asOf", { day: longDay(asOf.day, locale) }),
        ...(flag ? [t("improvement.ward.group.people", { count: group.supportStaff })] : []),
      ].join(" / ")}
    >
      <AsOfPicker asOf={asOf} />
      <Section id="figures" title={t("improvement.ward.group.figures")}>
        {flag ? (
          <div className="rounded-12 border border-solid-gray-420 px-5 py-4">
            <SeverityBadge severity={flag.severity} />
            <p className="mt-2 text-std-17N-170">{first}</p>
            {more.length > 0 && (
              <ul className="mt-1 list-disc pl-6 text-std-16N-170">
                {more.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        ) : (
          <p className="text-std-16N-170">{t("improvement.ward.group.none")}</p>
        )}
      </Section>
      <Section id="clocks" title={t("improvement.plan.clocks")}>
        <ClockList {...clocks} note={plans.length > 0 ? t("improvement.ward.group.answeredAll") : undefined} />
      </Section>
      {flag?.distribution && (
        <Section id="bands" title={t("improvement.ward.group.distribution")}>
          <LoadBands groups={[{ ...group, bands: flag.distribution }]} />
        </Section>
      )}
      <Section id="plans" title={t("improvement.ward.group.plans")}>
        {plans.length === 0 ? (
          <EmptyState title={t("improvement.ward.group.noPlans")} />
        ) : (
          <DataTable
            caption={t("improvement.ward.group.plans")}
            columns={planColumns(t, locale, "ward", asOf.today, new Map([[contract.contractId, contract]]))}
            rows={plans}
            rowKey={(plan) => plan.planId}
            minWidth="min-w-[64rem]"
          />
        )}
      </Section>
      <Section id="rule" title={t("improvement.ward.group.rule")}>
        <p className="max-w-3xl text-std-16N-170">{ruleWords(t, locale, { rule, thresholds: flag?.thresholds })}</p>
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
