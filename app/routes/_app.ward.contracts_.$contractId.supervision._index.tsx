import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireWard } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { CoverageTables } from "~/components/ward/coverage-tables";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { readWardCoverage } from "~/domain/supervision/ward-coverage.server";
import { longDay } from "~/i18n/format";
import { requirementText } from "~/i18n/requirement-text";
import { asOfFrom } from "~/lib/as-of";
import { fiscalYearEnd, quarterOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("requirement.ward.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const asOf = asOfFrom(new URL(request.url).searchParams, today());
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  return { asOf, names, coverage: await readWardCoverage(view, names.contractId, asOf.day) };
}

export default function WardSupervision() {
  const { asOf, names, coverage } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const name = contractName(locale, names);
  const path = `/ward/contracts/${names.contractId}`;
  return (
    <Page
      title={t("requirement.ward.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: path, label: name },
      ]}
      lead={t("requirement.ward.lead", {
        ...{ contract: name, day: longDay(asOf.day, locale), people: coverage.supportStaff },
      })}
      actions={<ExportLinks to={`${path}/supervision/export?asOf=${asOf.day}`} />}
    >
      <AsOfPicker asOf={asOf} />
      <p className="mt-4 text-std-16N-170">{t("requirement.ward.note")}</p>
      <Section
        id="requirement"
        title={t("requirement.coverage.requirementTitle")}
        note={t("requirement.proRata")}
        actions={
          <Link to={`${path}/requirements`} className="link text-std-16N-170">
            {t("requirement.ward.requirementLink")}
          </Link>
        }
      >
        <p className="text-std-17N-170">{requirementText(t, coverage.requirement)}</p>
      </Section>
      <CoverageTables
        {...{ supportStaff: coverage.supportStaff, total: coverage.total, groups: coverage.groups }}
        running={asOf.day === fiscalYearEnd(asOf.fiscalYear) ? null : quarterOf(asOf.day)}
      />
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
