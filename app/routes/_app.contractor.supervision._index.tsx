import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { titled } from "~/components/page-title";
import { CoveragePage } from "~/components/supervision/coverage-page";
import {
  COVERAGE_PER_PAGE,
  countStates,
  coverageQuery,
  officesOf,
  selectCoverage,
} from "~/domain/supervision/coverage";
import { contractCoverage } from "~/domain/supervision/coverage.server";
import { yearFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";
import { pageOf, wishedPage } from "~/lib/page";

export const meta = titled((t) => t("requirement.coverage.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const view = yearFrom(params, today());
  const { requirement, rows } = await contractCoverage(tenant, view.day);
  const list = pageOf(selectCoverage(rows, coverageQuery(params)), wishedPage(params), COVERAGE_PER_PAGE);
  return { view, requirement, counts: countStates(rows), all: rows.length, offices: officesOf(rows), list };
}

export default function ContractorSupervision() {
  const { t } = useTranslation();
  return (
    <CoveragePage
      {...useLoaderData<typeof loader>()}
      home={{ to: "/contractor", label: t("contractor.home.title") }}
      path="/contractor/supervision"
      to={(row) => `/contractor/workers/${row.staffId}`}
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
