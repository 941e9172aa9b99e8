import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { StaffingResult } from "~/components/simulator/staffing-result";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { deleteScenario } from "~/domain/scenario/scenarios.server";
import { formFieldsOf } from "~/domain/simulator/form";
import { findStaffing } from "~/domain/simulator/saved.server";
import { longDay } from "~/i18n/format";

export const meta = titled((t) => t("simulator.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const names = await findWardContract(view, params.contractId);
  const scenario = names && (await findStaffing(view, names.contractId, params.scenarioId));
  if (!scenario) throw notFound();
  return { names, scenario, again: new URLSearchParams(formFieldsOf(scenario.input)).toString() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const form = await request.formData();
  const scenario = await findStaffing(view, names.contractId, params.scenarioId);
  const isGone = scenario && (await deleteScenario(view, scenario.scenarioId, Number(form.get("version"))));
  return redirect(`/ward/contracts/${names.contractId}/scenarios?done=${isGone ? "deleted" : "stale"}`);
}

export default function WardScenario() {
  const { names, scenario, again } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const done = useDone();
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={scenario.name}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: contractName(locale, names) },
        { to: `${path}/scenarios`, label: t("simulator.scenarios.title") },
      ]}
      lead={t("simulator.lead", { contract: contractName(locale, names), day: longDay(scenario.asOf, locale) })}
      actions={
        <>
          <PrintButton />
          <ExportLinks to={`${path}/simulator/export?scenario=${scenario.scenarioId}`} />
        </>
      }
    >
      {done === "saved" && <Notice kind="success">{t("simulator.scenarios.saved")}</Notice>}
      <StaffingResult input={scenario.input} result={scenario.result} asOf={scenario.asOf} />
      <div className="mt-10 flex flex-wrap items-center gap-4 print:hidden">
        <LinkButton look="outline" to={`${path}/simulator?${again}`}>
          {t("simulator.scenarios.again")}
        </LinkButton>
        <LinkButton look="outline" to={`${path}/scenarios`}>
          {t("simulator.scenarios.title")}
        </LinkButton>
      </div>
      <details className="mt-6 print:hidden">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">
          {t("simulator.scenarios.deleteTitle")}
        </summary>
        <Form method="post" className="mt-2">
          <input type="hidden" name="version" value={scenario.version} />
          <p className="mb-3 text-std-16N-170">{t("simulator.scenarios.deleteNote")}</p>
          <Button look="danger">{t("simulator.scenarios.delete")}</Button>
        </Form>
      </details>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
