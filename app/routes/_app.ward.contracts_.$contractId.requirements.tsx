import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { useLocale } from "~/components/locale";
import { YearLinks } from "~/components/me/year-links";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { contractName } from "~/components/ward/names";
import { SpecificationForm, type SpecificationAnswer } from "~/components/ward/specification-form";
import { SpecificationHistory } from "~/components/ward/specification-history";
import { standingIn } from "~/domain/contract/specification";
import { contractYears, requirementFrom, specificationForm } from "~/domain/contract/specification-form";
import { listSpecifications, saveSpecification } from "~/domain/contract/specification.server";
import { findWardContract, type ContractNames } from "~/domain/contract/ward-contracts.server";
import { fiscalYearName } from "~/i18n/format";
import { requirementText } from "~/i18n/requirement-text";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("requirement.specification.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const years = yearsOf(names);
  const current = fiscalYearOf(today());
  const wished = Number(new URL(request.url).searchParams.get("year"));
  const fiscalYear =
    years.find((year) => year === wished) ?? years.find((year) => year <= current) ?? Math.min(...years);
  const versions = await listSpecifications(view, names.contractId);
  return { names, years, current, fiscalYear, versions, standing: standingIn(versions, fiscalYear) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(specificationForm, form);
  if (!parsed.ok) return data<SpecificationAnswer>({ state: parsed }, { status: 400 });
  const { fiscalYear, version, trainingApproval, surveyFreeText } = parsed.data;
  if (fiscalYear < fiscalYearOf(today()) || !yearsOf(names).includes(fiscalYear)) throw notFound();
  const asked = { requirement: requirementFrom(parsed.data), trainingApproval, surveyFreeText };
  const result = await saveSpecification(view, names.contractId, { fiscalYear, version, ...asked });
  if (result.saved) return redirect(`?year=${fiscalYear}&done=saved`);
  if (result.reason === "notFound") throw notFound();
  if (result.reason === "unchanged") return redirect(`?year=${fiscalYear}&done=unchanged`);
  const conflict = { version: result.version, stands: result.clauses, asked };
  return data<SpecificationAnswer>({ state: { values: formValues(form), problems: {} }, conflict }, { status: 409 });
}

function yearsOf({ startsOn, endsOn }: ContractNames): number[] {
  return contractYears(fiscalYearOf(startsOn), fiscalYearOf(endsOn));
}

export default function ContractRequirements() {
  const { names, years, current, fiscalYear, versions, standing } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const { requirement, trainingApproval, surveyFreeText } = standing.clauses;
  const year = fiscalYearName(fiscalYear, locale);
  return (
    <Page
      title={t("requirement.specification.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: `/ward/contracts/${names.contractId}`, label: contractName(locale, names) },
      ]}
      lead={t("requirement.specification.lead", { contract: contractName(locale, names), year })}
    >
      {!answer && done === "saved" && (
        <Notice kind="success">{t("requirement.specification.done", { version: standing.version })}</Notice>
      )}
      {!answer && done === "unchanged" && <Notice kind="info">{t("requirement.specification.unchanged")}</Notice>}
      <YearLinks {...{ current, fiscalYear, years, label: t("requirement.specification.year") }} />
      <Section
        id="standing"
        title={t("requirement.specification.standing")}
        note={
          standing.version > 0
            ? t("requirement.specification.standingVersion", { year, version: standing.version })
            : t("requirement.specification.standingInherited")
        }
      >
        <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
          <div className="py-3">
            <dt className="font-700">{t("requirement.specification.requirement")}</dt>
            <dd>
              {requirementText(t, requirement)}
              <span className="block text-dns-14N-130 text-solid-gray-700">
                {t(`requirement.preset.${requirement.preset}`)}
              </span>
            </dd>
          </div>
          <div className="py-3">
            <dt className="font-700">{t("requirement.specification.approval")}</dt>
            <dd>{t(`requirement.specification.${trainingApproval ? "approvalOn" : "approvalOff"}`)}</dd>
          </div>
          <div className="py-3">
            <dt className="font-700">{t("requirement.specification.freeText")}</dt>
            <dd>{t(`requirement.specification.${surveyFreeText ? "freeTextOn" : "freeTextOff"}`)}</dd>
          </div>
        </dl>
      </Section>
      <Section
        id="change"
        title={t("requirement.specification.change")}
        note={t(fiscalYear < current ? "requirement.specification.past" : "requirement.specification.changeNote")}
      >
        {fiscalYear >= current && (
          <SpecificationForm
            key={`${fiscalYear} ${standing.version}`}
            {...{ fiscalYear, version: standing.version, clauses: standing.clauses, answer }}
          />
        )}
      </Section>
      <Section id="history" title={t("requirement.specification.history")}>
        <SpecificationHistory versions={versions} />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
