import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { inboxItem, nameIn } from "~/components/contractor/inbox-items";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { FlagInbox } from "~/components/flag-inbox";
import { useLocale } from "~/components/locale";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { RULE_KEYS } from "~/domain/flag/finding";
import { listFlagRegister } from "~/domain/flag/flag-register.server";
import { registerQuery } from "~/domain/flag/register-query";
import { listOffices } from "~/domain/workforce/offices.server";
import { SEVERITIES } from "~/domain/workforce/vocabulary";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("contractor.flags.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const query = registerQuery(new URL(request.url).searchParams);
  const [register, offices] = await Promise.all([listFlagRegister(tenant, query), listOffices(tenant)]);
  return { day: today(), register, offices };
}

export default function ContractorFlags() {
  const { day, register, offices } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  return (
    <Page
      title={t("contractor.flags.heading")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("contractor.flags.lead", { count: register.total })}
      actions={<ExportLinks to={`/contractor/flags/export?${params}`} />}
    >
      <FilterBar
        fields={[
          {
            ...{ name: "state", label: t("contractor.flags.state"), empty: t("contractor.flags.stateOpen") },
            options: [{ value: "all", label: t("contractor.flags.stateAll") }],
          },
          {
            ...{ name: "severity", label: t("contractor.flags.severity"), empty: t("common.all") },
            options: [...SEVERITIES].reverse().map((one) => ({ value: one, label: t(`glossary.severity.${one}`) })),
          },
          {
            ...{ name: "rule", label: t("contractor.flags.rule"), empty: t("common.all") },
            options: RULE_KEYS.map((rule) => ({ value: rule, label: t(`flag.rule.${rule}.name`) })),
          },
          {
            ...{ name: "office", label: t("contractor.flags.office"), empty: t("common.all") },
            options: offices.map(({ officeId, name, nameEn }) => ({
              value: officeId,
              label: nameIn(locale, name, nameEn) ?? name,
            })),
          },
        ]}
      />
      <div className="mt-4">
        {register.total === 0 ? (
          <EmptyState title={t("contractor.flags.empty")}>{t("contractor.flags.emptyText")}</EmptyState>
        ) : (
          <>
            <FlagInbox
              label={t("contractor.flags.heading")}
              items={register.flags.map((flag) => inboxItem(t, locale, flag, day))}
            />
            <Pagination page={register.page} pages={register.pages} total={register.total} />
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
