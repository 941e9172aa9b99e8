import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { SaveForm } from "~/components/simulator/save-form";
import { SimulatorForm } from "~/components/simulator/simulator-form";
import { StaffingAnswer, StaffingDetails } from "~/components/simulator/staffing-result";
import { scenarioNameSchema } from "~/domain/scenario/form";
import { saveScenario } from "~/domain/scenario/scenarios.server";
import { SOCIAL_INSURANCE_PERCENT } from "~/domain/simulator/cost";
import { readStaffing, staffingForm } from "~/domain/simulator/form";
import { leaveMonths, startMonths } from "~/domain/simulator/ground";
import { openSimulator } from "~/domain/simulator/simulator.server";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("simulator.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "simulate.contract");
  const day = today();
  const { answer, ...simulator } = await openSimulator(tenant, day);
  const { cap, fte, costPerFteJpy, names } = simulator;
  const read = readStaffing(new URL(request.url).searchParams, { day, side: "contractor", cap, fte }, costPerFteJpy);
  const form = {
    basis: { side: "contractor" as const, cap, startMonths: startMonths(day), leaveMonths: leaveMonths(day) },
    state: { values: read.values, problems: read.result.ok ? {} : read.result.problems },
    insurancePercent: SOCIAL_INSURANCE_PERCENT,
  };
  const staffing = read.result.ok ? { input: read.result.data, result: answer(read.result.data) } : null;
  return data({ day, names, form, staffing, formRef: randomUUID() }, { status: read.result.ok ? 200 : 400 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "simulate.contract");
  const day = today();
  const form = await request.formData();
  const named = parseForm(scenarioNameSchema, form);
  if (!named.ok) return data({ state: { values: named.values, problems: named.problems } }, { status: 400 });
  const { answer, cap, fte } = await openSimulator(tenant, day);
  const parsed = parseForm(staffingForm({ day, side: "contractor", cap, fte }), form);
  if (!parsed.ok) return data({ state: { values: formValues(form), problems: parsed.problems } }, { status: 400 });
  const scenarioId = await saveScenario(tenant, {
    ...{ contractId: tenant.contractId, name: named.data.name, asOf: day },
    content: { kind: "staffing", input: parsed.data, result: answer(parsed.data) },
    formRef: named.data.formRef,
  });
  return redirect(`/contractor/scenarios/${scenarioId}?done=saved`);
}

export default function ContractorSimulator() {
  const { day, names, form, staffing, formRef } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const state = useActionData<typeof action>()?.state;
  return (
    <Page
      title={t("simulator.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("simulator.leadOwn", { day: longDay(day, locale) })}
      actions={
        staffing && (
          <>
            <PrintButton />
            <ExportLinks to={`/contractor/simulator/export?${params}`} />
          </>
        )
      }
    >
      {form.basis.startMonths.length === 0 && <Notice kind="info">{t("simulator.noMonth")}</Notice>}
      {staffing && <StaffingAnswer {...staffing} asOf={day} />}
      <SimulatorForm key={params.toString()} {...form} />
      {staffing && (
        <>
          <StaffingDetails {...staffing} asOf={day} names={names} />
          <SaveForm
            key={formRef}
            {...{ formRef, state }}
            fields={form.state.values}
            asOf={day}
            listPath="/contractor/scenarios"
          />
        </>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
