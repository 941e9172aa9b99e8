import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { ReportBlocks } from "~/components/record/report-blocks";
import { idOrNull } from "~/domain/flag/register-query";
import { getCarriedOf } from "~/domain/record/carried.server";
import { longDay } from "~/i18n/format";
import { carriedBlocks, contractorOf } from "~/i18n/record-document";

export const meta = titled((t) => t("record.manager.title"));

/** What a worker carried here from earlier contracts, with consent; shown to the contract's manager, and never counted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, tenant } = await requireTenant(request, "contract.read");
  const staffId = idOrNull(params.staffId);
  const found = staffId && (await getCarriedOf(tenant, staffId));
  if (!staffId || !found) throw notFound();
  const carried = found.carried.map(({ id, consentedOn, content }) => {
    const contractor = contractorOf(content, actor.locale);
    return { id, contractor, consentedOn, blocks: carriedBlocks(content, actor.locale) };
  });
  return { staffId, name: found.name, staffCode: found.staffCode, carried };
}

export default function CarriedRecords() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { staffId, name, staffCode, carried } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("record.manager.title")}
      crumbs={[
        { to: "/contractor/workers", label: t("contractor.workers.heading") },
        { to: `/contractor/workers/${staffId}`, label: name },
      ]}
      lead={t("record.manager.lead", { name, code: staffCode })}
      actions={carried.length > 0 && <PrintButton />}
    >
      <p className="mt-4 text-std-16N-170">{t("record.manager.note")}</p>
      {carried.length === 0 && (
        <div className="mt-6">
          <EmptyState title={t("record.manager.none")}>{t("record.manager.noneText")}</EmptyState>
        </div>
      )}
      {carried.map(({ id, contractor, consentedOn, blocks }) => (
        <Section
          key={id}
          id={`from-${id}`}
          title={t("record.manager.from", { contractor, day: longDay(consentedOn, locale) })}
        >
          <ReportBlocks blocks={blocks} />
        </Section>
      ))}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
