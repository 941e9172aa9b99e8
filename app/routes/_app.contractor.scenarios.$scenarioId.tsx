import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { RedistributionView } from "~/components/scenario/redistribution-view";
import { StaffingResult } from "~/components/simulator/staffing-result";
import { idOrNull } from "~/domain/flag/register-query";
import { loadNames } from "~/domain/redistribution/situation.server";
import { deleteScenario, getScenario } from "~/domain/scenario/scenarios.server";
import { longDay, shortMoment } from "~/i18n/format";

export const meta = titled((t) => t("redistribution.scenario.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const scenarioId = idOrNull(params.scenarioId);
  const scenario = scenarioId && (await getScenario(tenant, scenarioId));
  if (!scenario) throw notFound();
  return { scenario, names: await loadNames(tenant) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const scenarioId = idOrNull(params.scenarioId);
  if (!scenarioId) throw notFound();
  const version = Number((await request.formData()).get("version"));
  const isGone = Number.isSafeInteger(version) && (await deleteScenario(tenant, scenarioId, version));
  return redirect(`/contractor/scenarios?done=${isGone ? "deleted" : "stale"}`);
}

export default function Scenario() {
  const { scenario, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const done = useDone();
  const { scenarioId, asOf, createdAt } = scenario;
  const path = `/contractor/scenarios/${scenarioId}`;
  return (
    <Page
      title={scenario.name}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/scenarios", label: t("redistribution.scenario.title") },
      ]}
      lead={t(`redistribution.scenario.kind.${scenario.kind}`)}
      actions={
        <>
          <LinkButton to={`/contractor/plans/new?scenario=${scenarioId}`}>
            {t("redistribution.scenario.forPlan")}
          </LinkButton>
          <LinkButton look="outline" to={`/contractor/scenarios/compare?a=${scenarioId}`}>
            {t("redistribution.scenario.compare")}
          </LinkButton>
          <PrintButton />
        </>
      }
    >
      {done === "saved" && <Notice kind="success">{t("redistribution.scenario.done.saved")}</Notice>}
      <Notice kind="info">
        {t("redistribution.scenario.frozen", {
          day: longDay(asOf, locale),
          moment: shortMoment(new Date(createdAt), locale),
        })}
      </Notice>
      {scenario.kind === "redistribution" ? (
        <RedistributionView
          {...{ input: scenario.input, result: scenario.result, names, asOf }}
          exportPath={`${path}/export`}
        />
      ) : (
        <>
          <StaffingResult {...{ input: scenario.input, result: scenario.result, asOf }} names={names.byCode} />
          <p className="mt-6 flex flex-wrap gap-3 print:hidden">
            <ExportLinks to={`/contractor/simulator/export?scenario=${scenarioId}`} />
          </p>
        </>
      )}
      <details className="mt-10 print:hidden">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">
          {t("redistribution.scenario.delete.open")}
        </summary>
        <Form method="post" className="mt-2">
          <input type="hidden" name="version" value={scenario.version} />
          <p className="mb-3 text-std-16N-170">{t("redistribution.scenario.delete.sure")}</p>
          <Button look="danger">{t("redistribution.scenario.delete.submit")}</Button>
        </Form>
      </details>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
