import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { CareerTabs } from "~/components/career/career-tabs";
import { registerColumns } from "~/components/career/register-columns";
import { nameIn } from "~/components/contractor/inbox-items";
import { DataTable, Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { registerQuery } from "~/domain/qualification/register";
import { listRegister } from "~/domain/qualification/register.server";
import { VERIFICATIONS } from "~/domain/qualification/verification";
import { listOffices } from "~/domain/workforce/offices.server";
import { QUALIFICATION_KINDS } from "~/domain/workforce/vocabulary";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("career.register.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const day = today();
  const query = registerQuery(new URL(request.url).searchParams);
  const [list, offices] = await Promise.all([listRegister(tenant, query, day), listOffices(tenant)]);
  return { day, list, offices };
}

const DONE = ["verified", "sentBack", "changed", "added"] as const;

export default function Register() {
  const { day, list, offices } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const said = useDone();
  const done = DONE.find((one) => one === said);
  const isFiltered = [...params.keys()].some((key) => !["page", "sort", "done"].includes(key));
  const option = (value: string, label: string) => ({ value, label });
  return (
    <Page
      title={t("career.register.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("career.register.lead", { day: longDay(day, locale), count: list.total })}
      actions={
        <>
          <LinkButton to="/contractor/qualifications/new">{t("career.register.add")}</LinkButton>
          <ExportLinks to={`/contractor/qualifications/export?${params}`} />
        </>
      }
    >
      <CareerTabs current="qualifications" />
      {done && <Notice kind="success">{t(`career.done.${done}`)}</Notice>}
      {list.toVerify > 0 && (
        <Notice kind="info">
          {t("career.register.toVerify", { count: list.toVerify })}{" "}
          <LinkButton to="?state=pending" look="text" className="min-h-11">
            {t("career.register.showThem")}
          </LinkButton>
        </Notice>
      )}
      <FilterBar
        search={{ name: "q", label: t("contractor.workers.search") }}
        fields={[
          {
            ...{ name: "state", label: t("career.register.state"), empty: t("common.all") },
            options: VERIFICATIONS.map((state) => option(state, t(`glossary.verification.${state}`))),
          },
          {
            ...{ name: "kind", label: t("glossary.term.qualification"), empty: t("common.all") },
            options: QUALIFICATION_KINDS.map((kind) => option(kind, t(`glossary.qualification.${kind}`))),
          },
          {
            ...{ name: "expiry", label: t("career.qualification.expiresOn"), empty: t("common.all") },
            options: [option("near", t("career.register.near")), option("expired", t("career.register.expired"))],
          },
          {
            ...{ name: "office", label: t("contractor.workers.office"), empty: t("common.all") },
            options: offices.map(({ officeId, name, nameEn }) =>
              option(officeId, nameIn(locale, name, nameEn) ?? name),
            ),
          },
        ]}
      />
      <div className="mt-4">
        {list.total === 0 ? (
          <EmptyState title={t(isFiltered ? "career.register.noMatch" : "career.register.empty")}>
            {t(isFiltered ? "career.register.noMatchText" : "career.register.emptyText")}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t("career.register.title")}
              columns={registerColumns(t, locale, day)}
              rows={list.rows}
              rowKey={(row) => row.id}
              minWidth="min-w-[72rem]"
            />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
