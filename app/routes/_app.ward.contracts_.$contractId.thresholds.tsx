import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { useLocale } from "~/components/locale";
import { YearLinks } from "~/components/me/year-links";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { ThresholdTable } from "~/components/threshold-table";
import { contractName } from "~/components/ward/names";
import { ThresholdForm, type ThresholdAnswer } from "~/components/ward/threshold-form";
import { ThresholdHistory } from "~/components/ward/threshold-history";
import { holdsFrom, standingIn } from "~/domain/contract/specification";
import { contractYears } from "~/domain/contract/specification-form";
import { listSpecifications, saveSpecification } from "~/domain/contract/specification.server";
import { thresholdForm } from "~/domain/contract/threshold-form";
import { getBounds } from "~/domain/contract/thresholds.server";
import { findWardContract, type ContractNames } from "~/domain/contract/ward-contracts.server";
import { effectiveThresholds } from "~/domain/flag/thresholds";
import { fiscalYearName, longDay } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("threshold.contract.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const years = yearsOf(names);
  const current = fiscalYearOf(today());
  const wished = Number(new URL(request.url).searchParams.get("year"));
  const fiscalYear =
    years.find((year) => year === wished) ?? years.find((year) => year <= current) ?? Math.min(...years);
  const [versions, bounds] = [await listSpecifications(view, names.contractId), await getBounds(view)];
  return { names, years, current, fiscalYear, versions, bounds, standing: standingIn(versions, fiscalYear) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(thresholdForm(await getBounds(view)), form);
  if (!parsed.ok) return data<ThresholdAnswer>({ state: parsed }, { status: 400 });
  const { fiscalYear, thresholds, returnDueDay } = parsed.data;
  if (fiscalYear < fiscalYearOf(today()) || !yearsOf(names).includes(fiscalYear)) throw notFound();
  const result = await saveSpecification(view, names.contractId, parsed.data);
  if (result.saved) return redirect(`?year=${fiscalYear}&done=saved`);
  if (result.reason === "notFound") throw notFound();
  if (result.reason === "unchanged") return redirect(`?year=${fiscalYear}&done=unchanged`);
  const conflict = { version: result.version, stands: result.clauses, asked: { thresholds, returnDueDay } };
  return data<ThresholdAnswer>({ state: { values: formValues(form), problems: {} }, conflict }, { status: 409 });
}

function yearsOf({ startsOn, endsOn }: ContractNames): number[] {
  return contractYears(fiscalYearOf(startsOn), fiscalYearOf(endsOn));
}

export default function ContractThresholds() {
  const { names, years, current, fiscalYear, versions, bounds, standing } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const { version, clauses } = standing;
  const year = fiscalYearName(fiscalYear, locale);
  const saved = versions.find((one) => one.fiscalYear === fiscalYear && one.version === version);
  return (
    <Page
      title={t("threshold.contract.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: `/ward/contracts/${names.contractId}`, label: contractName(locale, names) },
      ]}
      lead={t("threshold.contract.lead", { contract: contractName(locale, names), year })}
    >
      {!answer && done === "saved" && saved && (
        <Notice kind="success">
          {t("threshold.contract.done", { version, day: longDay(holdsFrom(saved), locale) })}
        </Notice>
      )}
      {!answer && done === "unchanged" && <Notice kind="info">{t("threshold.contract.unchanged")}</Notice>}
      <YearLinks {...{ current, fiscalYear, years, label: t("threshold.contract.year") }} />
      <Section
        id="change"
        title={t("threshold.contract.change")}
        note={t(fiscalYear < current ? "threshold.contract.past" : "threshold.contract.changeNote")}
        actions={
          <Link to="/ward/thresholds" className="link text-std-16N-170">
            {t("threshold.contract.bounds")}
          </Link>
        }
      >
        {fiscalYear >= current && (
          <ThresholdForm key={`${fiscalYear} ${version}`} {...{ fiscalYear, version, clauses, bounds, answer }} />
        )}
      </Section>
      <Section id="standing" title={t("threshold.contract.standing", { year })}>
        <ThresholdTable
          {...{ own: clauses.thresholds, bounds, returnDueDay: clauses.returnDueDay }}
          held={effectiveThresholds(clauses.thresholds, bounds)}
        />
      </Section>
      <Section id="history" title={t("threshold.contract.history")} note={t("threshold.contract.historyNote")}>
        <ThresholdHistory versions={versions} />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
