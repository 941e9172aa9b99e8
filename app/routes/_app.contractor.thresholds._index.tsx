import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { useLocale } from "~/components/locale";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { ThresholdTable } from "~/components/threshold-table";
import { getThresholds } from "~/domain/contract/thresholds.server";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("threshold.contractor.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const day = today();
  return { day, standing: await getThresholds(tenant, day) };
}

export default function ContractorThresholds() {
  const { day, standing } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Page
      title={t("threshold.contractor.title")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/flags", label: t("contractor.flags.heading") },
      ]}
      lead={t("threshold.contractor.lead", { day: longDay(day, locale) })}
    >
      <h2 className="sr-only">{t("threshold.contractor.title")}</h2>
      <ThresholdTable {...standing} />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
