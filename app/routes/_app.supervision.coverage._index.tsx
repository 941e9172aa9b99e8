import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { titled } from "~/components/page-title";
import { CoveragePage } from "~/components/supervision/coverage-page";
import {
  COVERAGE_PER_PAGE,
  countStates,
  coverageQuery,
  officesOf,
  selectCoverage,
} from "~/domain/supervision/coverage";
import { supervisorCoverage } from "~/domain/supervision/coverage.server";
import { yearFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";
import { pageOf, wishedPage } from "~/lib/page";

export const meta = titled((t) => t("requirement.coverage.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.read");
  const params = new URL(request.url).searchParams;
  const view = yearFrom(params, today());
  const { requirement, rows } = await supervisorCoverage(people, view.day);
  const list = pageOf(selectCoverage(rows, coverageQuery(params)), wishedPage(params), COVERAGE_PER_PAGE);
  return { view, requirement, counts: countStates(rows), all: rows.length, offices: officesOf(rows), list };
}

export default function SupervisorCoverage() {
  const { t } = useTranslation();
  return (
    <CoveragePage
      {...useLoaderData<typeof loader>()}
      home={{ to: "/supervision", label: t("supervision.title") }}
      path="/supervision/coverage"
      to={(row) => `/supervision/sessions/new?staff=${row.staffId}`}
      schedules
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
