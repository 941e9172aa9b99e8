import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { Button } from "~/components/button";
import { inboxItem, nameIn } from "~/components/contractor/inbox-items";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { FlagInbox } from "~/components/flag-inbox";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { RULE_KEYS } from "~/domain/flag/finding";
import { listFlagRegister } from "~/domain/flag/flag-register.server";
import { registerQuery } from "~/domain/flag/register-query";
import { acknowledgeFlags } from "~/domain/flag/answers.server";
import { askedFlags } from "~/domain/improvement/plan-query";
import { plansOfFlags } from "~/domain/improvement/plans.server";
import { listOffices } from "~/domain/workforce/offices.server";
import { SEVERITIES } from "~/domain/workforce/vocabulary";
import { now, today } from "~/lib/clock.server";

export const meta = titled((t) => t("contractor.flags.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const query = registerQuery(new URL(request.url).searchParams);
  const [register, offices] = await Promise.all([listFlagRegister(tenant, query), listOffices(tenant)]);
  const plans = await plansOfFlags(tenant, register.flags);
  return { day: today(), register, offices, plans };
}

/** Acknowledges the flags that were chosen. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "flag.answer");
  const form = await request.formData();
  const chosen = askedFlags(new URLSearchParams(form.getAll("flags[]").map((id) => ["flags[]", String(id)])));
  const by = { name: actor.name, role: actor.membership.role, at: now() };
  const count = chosen.length > 0 ? await acknowledgeFlags(tenant, chosen, by) : null;
  const params = new URL(request.url).searchParams;
  params.set("acknowledged", count === null ? "none" : String(count));
  return redirect(`/contractor/flags?${params}`);
}

export default function ContractorFlags() {
  const { day, register, offices, plans } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  return (
    <Page
      title={t("contractor.flags.heading")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("contractor.flags.lead", { count: register.total })}
      actions={<ExportLinks to={`/contractor/flags/export?${params}`} />}
    >
      <p className="mt-3 print:hidden">
        <Link to="/contractor/thresholds" className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("threshold.contractor.link")}
        </Link>
      </p>
      <FilterBar
        fields={[
          {
            ...{ name: "state", label: t("contractor.flags.state"), empty: t("contractor.flags.stateOpen") },
            options: [{ value: "all", label: t("contractor.flags.stateAll") }],
          },
          {
            ...{ name: "severity", label: t("contractor.flags.severity"), empty: t("common.all") },
            options: [...SEVERITIES].reverse().map((one) => ({ value: one, label: t(`glossary.severity.${one}`) })),
          },
          {
            ...{ name: "rule", label: t("contractor.flags.rule"), empty: t("common.all") },
            options: RULE_KEYS.map((rule) => ({ value: rule, label: t(`flag.rule.${rule}.name`) })),
          },
          {
            ...{ name: "office", label: t("contractor.flags.office"), empty: t("common.all") },
            options: offices.map(({ officeId, name, nameEn }) => ({
              value: officeId,
              label: nameIn(locale, name, nameEn) ?? name,
            })),
          },
        ]}
      />
      <Acknowledged count={params.get("acknowledged")} />
      <div className="mt-4">
        {register.total === 0 ? (
          <EmptyState title={t("contractor.flags.empty")}>{t("contractor.flags.emptyText")}</EmptyState>
        ) : (
          <>
            <Form method="post">
              <FlagInbox
                label={t("contractor.flags.heading")}
                items={register.flags.map((flag) => inboxItem(t, locale, flag, day, plans))}
                select="flags[]"
              />
              <fieldset className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
                <legend className="mb-2 text-std-16B-170">{t("improvement.flag.selected")}</legend>
                <Button look="outline">{t("improvement.flag.acknowledge")}</Button>
                <Button formMethod="get" formAction="/contractor/plans/new">
                  {t("improvement.flag.plan")}
                </Button>
              </fieldset>
            </Form>
            <Pagination page={register.page} pages={register.pages} total={register.total} />
          </>
        )}
      </div>
    </Page>
  );
}

function Acknowledged({ count }: { count: string | null }) {
  const { t } = useTranslation();
  if (count === null) return null;
  if (count === "none") return <Notice kind="warning">{t("improvement.flag.nothingSelected")}</Notice>;
  return <Notice kind="success">{t("improvement.flag.acknowledged", { count: Number(count) || 0 })}</Notice>;
}

export { PageError as ErrorBoundary } from "~/components/page-error";
