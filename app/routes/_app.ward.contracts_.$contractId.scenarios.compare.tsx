import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { StaffingComparison } from "~/components/simulator/comparison";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { MOST_COMPARED } from "~/domain/simulator/choices";
import { findStaffings } from "~/domain/simulator/saved.server";

export const meta = titled((t) => t("simulator.comparison.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const ids = new URL(request.url).searchParams.getAll("id");
  const scenarios = await findStaffings(view, names.contractId, ids.slice(0, MOST_COMPARED));
  return { names, scenarios, isCut: ids.length > MOST_COMPARED };
}

export default function WardComparison() {
  const { names, scenarios, isCut } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={t("simulator.comparison.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: contractName(locale, names) },
        { to: `${path}/scenarios`, label: t("simulator.scenarios.title") },
      ]}
      lead={contractName(locale, names)}
      actions={<PrintButton />}
    >
      {scenarios.length < 2 && <Notice kind="warning">{t("simulator.comparison.tooFew")}</Notice>}
      {isCut && <Notice kind="info">{t("simulator.comparison.tooMany")}</Notice>}
      {scenarios.length > 0 && <StaffingComparison scenarios={scenarios} path={`${path}/scenarios`} />}
      <p className="mt-6 print:hidden">
        <Link to={`${path}/scenarios`} className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("simulator.comparison.back")}
        </Link>
      </p>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
