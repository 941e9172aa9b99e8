import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { RecordDownloads, YearChoice } from "~/components/record/record-actions";
import { ReportBlocks } from "~/components/record/report-blocks";
import { listOwnFiles } from "~/domain/record/own-files.server";
import { getOwnRecord } from "~/domain/record/repository.server";
import { wishedYears } from "~/domain/record/schema";
import { longDay } from "~/i18n/format";
import { recordDocument } from "~/i18n/record-document";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("record.title"));

/** A worker's own record, also after leaving. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.record");
  const { staffId, isFormer } = actor.membership;
  const years = wishedYears(new URL(request.url).searchParams);
  const loaded = staffId && (await getOwnRecord(people, staffId, { asOf: today(), years, isFormer }));
  if (!staffId || !loaded) throw notFound();
  const { record, all, span } = loaded;
  const files = await listOwnFiles(people, staffId);
  const { header, blocks } = recordDocument(record, actor.locale);
  return { blocks, header, pending: record.pending, all, span, files, isFormer, asOf: record.asOf };
}

export default function OwnRecord() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { blocks, header, pending, all, span, files, isFormer, asOf } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("record.title")}
      crumbs={isFormer ? [] : [{ to: "/me", label: t("me.title") }]}
      lead={<span className="print:hidden">{t("common.asOf", { day: longDay(asOf, locale) })}</span>}
      actions={<PrintButton />}
    >
      <p className="mt-2 hidden text-end text-[11px] print:block">{header}</p>
      <div className="print:hidden">
        {isFormer && <Notice kind="info">{t("record.formerNotice")}</Notice>}
        <p className="mt-4 text-std-16N-170">{t("record.lead")}</p>
        {pending > 0 && <Notice kind="info">{t("record.pending", { count: pending })}</Notice>}
        <YearChoice all={all} span={span} />
        <RecordDownloads span={span} />
        <div className="mt-4">
          <LinkButton to="/me/record/transfer" look="outline">
            {t("record.toTransfer")}
          </LinkButton>
        </div>
      </div>
      <ReportBlocks blocks={blocks} />
      <div className="print:hidden">
        <Section id="evidence" title={t("record.evidence")}>
          {files.length === 0 ? (
            <p className="text-std-16N-170">{t("record.evidenceNone")}</p>
          ) : (
            <ul className="max-w-2xl divide-y divide-solid-gray-300 border-y border-solid-gray-300">
              {files.map((file) => (
                <li key={file.id}>
                  <Link
                    to={`/evidence/${file.id}`}
                    reloadDocument
                    className="link inline-flex min-h-11 items-center text-std-16N-170"
                  >
                    {file.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
