import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireWard } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { FlagInbox } from "~/components/flag-inbox";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { wardInboxItems } from "~/components/ward/inbox-items";
import { contractName } from "~/components/ward/names";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { RULE_KEYS } from "~/domain/flag/finding";
import { registerQuery } from "~/domain/flag/register-query";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { SEVERITIES } from "~/domain/workforce/vocabulary";
import { longDay } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("ward.flags.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const { searchParams } = new URL(request.url);
  const [asOf, query] = [asOfFrom(searchParams, today()), registerQuery(searchParams)];
  const [contracts, flags] = await Promise.all([
    listWardContracts(view),
    listWardFlags(view, query.contract, asOf.day),
  ]);
  return { asOf, query, contracts, flags };
}

export default function WardFlags() {
  const { asOf, query, contracts, flags } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const names = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const items = wardInboxItems(t, locale, flags, names, query, asOf);
  return (
    <Page
      title={t("ward.flags.heading")}
      crumbs={[{ to: "/ward", label: t("ward.home.title") }]}
      lead={t("ward.flags.lead", { day: longDay(asOf.day, locale), count: items.length })}
      actions={<ExportLinks to={`/ward/flags/export?${params}`} />}
    >
      <AsOfPicker asOf={asOf} />
      <p className="mt-3 print:hidden">
        <Link to="/ward/thresholds" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("threshold.ward.link")}
        </Link>
      </p>
      <FilterBar
        fields={[
          {
            ...{ name: "severity", label: t("ward.flags.severity"), empty: t("common.all") },
            options: [...SEVERITIES].reverse().map((one) => ({ value: one, label: t(`glossary.severity.${one}`) })),
          },
          {
            ...{ name: "rule", label: t("ward.flags.rule"), empty: t("common.all") },
            options: RULE_KEYS.map((rule) => ({ value: rule, label: t(`flag.rule.${rule}.name`) })),
          },
          {
            ...{ name: "contract", label: t("ward.flags.contract"), empty: t("common.all") },
            options: contracts.map((contract) => ({
              value: contract.contractId,
              label: contractName(locale, contract),
            })),
          },
        ]}
      />
      <div className="mt-4">
        {items.length === 0 ? (
          <EmptyState title={t("ward.flags.empty")}>{t("ward.flags.emptyText")}</EmptyState>
        ) : (
          <FlagInbox label={t("ward.flags.heading")} items={items} />
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
