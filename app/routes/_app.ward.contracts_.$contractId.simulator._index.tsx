import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { SaveForm } from "~/components/simulator/save-form";
import { SimulatorForm } from "~/components/simulator/simulator-form";
import { StaffingAnswer, StaffingDetails } from "~/components/simulator/staffing-result";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { SMALLEST_GROUP } from "~/domain/flag/disclosure";
import { scenarioNameSchema } from "~/domain/scenario/form";
import { saveScenario } from "~/domain/scenario/scenarios.server";
import { SOCIAL_INSURANCE_PERCENT } from "~/domain/simulator/cost";
import { readStaffing, staffingForm } from "~/domain/simulator/form";
import { leaveMonths, startMonths } from "~/domain/simulator/ground";
import { openWardSimulator } from "~/domain/simulator/simulator.server";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("simulator.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const day = today();
  const names = await findWardContract(view, params.contractId);
  const simulator = names && (await openWardSimulator(view, names.contractId, day));
  if (!simulator) throw notFound();
  const { cap, fte, supportStaff } = simulator;
  const read = readStaffing(new URL(request.url).searchParams, { day, side: "ward", cap, fte }, null);
  const form = {
    basis: { side: "ward" as const, cap, startMonths: startMonths(day), leaveMonths: leaveMonths(day) },
    state: { values: read.values, problems: read.result.ok ? {} : read.result.problems },
    insurancePercent: SOCIAL_INSURANCE_PERCENT,
  };
  const staffing = read.result.ok ? { input: read.result.data, result: simulator.answer(read.result.data) } : null;
  const status = read.result.ok ? 200 : 400;
  return data({ day, names, supportStaff, form, staffing, formRef: randomUUID() }, { status });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const day = today();
  const names = await findWardContract(view, params.contractId);
  const simulator = names && (await openWardSimulator(view, names.contractId, day));
  if (!simulator) throw notFound();
  const form = await request.formData();
  const named = parseForm(scenarioNameSchema, form);
  if (!named.ok) return data({ state: { values: named.values, problems: named.problems } }, { status: 400 });
  const parsed = parseForm(staffingForm({ day, side: "ward", cap: simulator.cap, fte: simulator.fte }), form);
  if (!parsed.ok) return data({ state: { values: formValues(form), problems: parsed.problems } }, { status: 400 });
  const scenarioId = await saveScenario(view, {
    ...{ contractId: names.contractId, name: named.data.name, asOf: day },
    content: { kind: "staffing", input: parsed.data, result: simulator.answer(parsed.data) },
    formRef: named.data.formRef,
  });
  return redirect(`/ward/contracts/${names.contractId}/scenarios/${scenarioId}?done=saved`);
}

export default function WardSimulator() {
  const { day, names, supportStaff, form, staffing, formRef } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const state = useActionData<typeof action>()?.state;
  const contract = contractName(locale, names);
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={t("simulator.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: contract },
      ]}
      lead={t("simulator.lead", { contract, day: longDay(day, locale) })}
      actions={
        staffing && (
          <>
            <PrintButton />
            <ExportLinks to={`${path}/simulator/export?${params}`} />
          </>
        )
      }
    >
      <p className="mt-4 text-std-16N-170">
        {t(supportStaff < SMALLEST_GROUP ? "simulator.small" : "simulator.wardNote")}
      </p>
      {form.basis.startMonths.length === 0 && <Notice kind="info">{t("simulator.noMonth")}</Notice>}
      {staffing && <StaffingAnswer {...staffing} asOf={day} />}
      <SimulatorForm key={params.toString()} {...form} />
      {staffing && (
        <>
          <StaffingDetails {...staffing} asOf={day} />
          <SaveForm
            key={formRef}
            {...{ formRef, state }}
            fields={form.state.values}
            asOf={day}
            listPath={`${path}/scenarios`}
          />
        </>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
