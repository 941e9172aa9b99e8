import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { RedistributionComparison } from "~/components/scenario/redistribution-comparison";
import { StaffingComparison } from "~/components/simulator/comparison";
import { idOrNull } from "~/domain/flag/register-query";
import { loadNames } from "~/domain/redistribution/situation.server";
import { getScenarios, listScenarios } from "~/domain/scenario/scenarios.server";
import { shortDay } from "~/i18n/format";

/** So many of the newest are offered to choose from. */
const CHOICES = 200;
const KEYS = ["a", "b", "c"] as const;

export const meta = titled((t) => t("redistribution.scenario.comparison.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const params = new URL(request.url).searchParams;
  const wished = KEYS.flatMap((key) => idOrNull(params.get(key)) ?? []);
  const [chosen, { scenarios }] = await Promise.all([
    getScenarios(tenant, wished),
    listScenarios(tenant, { page: 1 }, CHOICES),
  ]);
  return { chosen, scenarios, names: await loadNames(tenant) };
}

export default function Compare() {
  const { scenarios, chosen } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const options = scenarios.map(({ scenarioId, name, kind, asOf }) => ({
    value: scenarioId,
    label: `${name}（${t(`redistribution.scenario.kind.${kind}`)}・${shortDay(asOf, locale)}）`,
  }));
  const field = (name: (typeof KEYS)[number]) => ({
    ...{ name, label: t(`redistribution.scenario.comparison.${name}`), options },
    empty: t("redistribution.scenario.comparison.choose"),
  });
  return (
    <Page
      title={t("redistribution.scenario.comparison.title")}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/scenarios", label: t("redistribution.scenario.title") },
      ]}
      actions={chosen.length > 1 && <PrintButton />}
    >
      <FilterBar fields={KEYS.map(field)} />
      <Pair />
    </Page>
  );
}

function Pair() {
  const { chosen, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [a, b, c] = chosen;
  if (!a || !b)
    return (
      <div className="mt-6">
        <EmptyState title={t("redistribution.scenario.comparison.none")} />
      </div>
    );
  const staffings = chosen.flatMap((one) => (one.kind === "staffing" ? [one] : []));
  if (staffings.length === chosen.length)
    return <StaffingComparison scenarios={staffings} path="/contractor/scenarios" />;
  if (a.kind !== "redistribution" || b.kind !== "redistribution")
    return <Notice kind="warning">{t("redistribution.scenario.comparison.kinds")}</Notice>;
  return (
    <>
      <ul className="mt-6 text-std-16N-170">
        {[a, b].map((one, index) => (
          <li key={`${index}-${one.scenarioId}`}>
            {t(`redistribution.scenario.comparison.${index === 0 ? "a" : "b"}`)}：
            <Link to={`/contractor/scenarios/${one.scenarioId}`} className="link inline-flex min-h-11 items-center">
              {one.name}
            </Link>
            <span className="ml-2 text-solid-gray-700">{shortDay(one.asOf, locale)}</span>
          </li>
        ))}
      </ul>
      {c && <Notice kind="info">{t("redistribution.scenario.comparison.twoOnly")}</Notice>}
      {a.asOf !== b.asOf && <Notice kind="info">{t("redistribution.scenario.comparison.differentDays")}</Notice>}
      <RedistributionComparison a={a} b={b} names={names} />
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
