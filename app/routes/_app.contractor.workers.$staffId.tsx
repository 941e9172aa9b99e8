import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { AsOfPicker } from "~/components/as-of-picker";
import { ForecastChart } from "~/components/charts/forecast";
import { inboxItem, nameIn } from "~/components/contractor/inbox-items";
import { IncidentForm } from "~/components/contractor/incident-form";
import { WorkerFigures } from "~/components/contractor/worker-figures";
import { PlainList, WorkerRecords } from "~/components/contractor/worker-records";
import { FlagInbox } from "~/components/flag-inbox";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { idOrNull } from "~/domain/flag/register-query";
import { listFlags } from "~/domain/flag/repository.server";
import { workerCourse } from "~/domain/forecast/course.server";
import { listWorkerRows } from "~/domain/kpi/list-worker-rows.server";
import { incidentSchema } from "~/domain/workforce/incident-schema";
import { logIncident } from "~/domain/workforce/log-incident.server";
import { getWorkerRecord, recordWorkerViewed } from "~/domain/workforce/worker-record.server";
import { decimal, longDay, shortDay } from "~/i18n/format";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";
import { wishedPage } from "~/lib/page";

export const meta = titled((t) => t("contractor.worker.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const { searchParams } = new URL(request.url);
  const asOf = asOfFrom(searchParams, today());
  const staffId = idOrNull(params.staffId);
  const record = staffId && (await getWorkerRecord(tenant, staffId, asOf.day, wishedPage(searchParams)));
  if (!staffId || !record) throw notFound();
  await recordWorkerViewed(tenant, staffId);
  const rows = await listWorkerRows(tenant, asOf.day);
  const { flags } = await listFlags(tenant, { asOf: asOf.day, staffId });
  const row = rows.find((one) => one.staffId === staffId) ?? null;
  const course = row && (await workerCourse(tenant, row, asOf.day));
  return { asOf, record, flags, row, course };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "incident.log");
  const staffId = idOrNull(params.staffId);
  if (!staffId) throw notFound();
  const form = parseForm(incidentSchema(today()), await request.formData());
  if (!form.ok) return data({ state: { values: form.values, problems: form.problems } }, { status: 400 });
  if (!(await logIncident(tenant, staffId, form.data))) throw notFound();
  return redirect(`/contractor/workers/${staffId}?done=incident`);
}

export default function Worker() {
  const { asOf, record, flags, row, course } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const { post } = record;
  const office = nameIn(locale, post.officeName, post.officeNameEn) ?? t("contractor.workers.noOffice");
  return (
    <Page
      title={post.name ?? post.staffCode}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/workers", label: t("contractor.workers.heading") },
      ]}
      lead={t("contractor.worker.lead", {
        ...{ code: post.staffCode, role: t(`glossary.role.${post.role}`), office, day: longDay(asOf.day, locale) },
      })}
    >
      {params.get("done") === "incident" && <Notice kind="success">{t("contractor.worker.incidentDone")}</Notice>}
      <AsOfPicker asOf={asOf} />
      <Section id="figures" title={t("contractor.worker.figures")} note={t("contractor.worker.viewedNote")}>
        {row ? <WorkerFigures row={row} day={asOf.day} /> : <p>{t("contractor.worker.notSupport")}</p>}
        <p className="mt-4 text-std-16N-170">
          {t("contractor.worker.employment")}：
          {t(post.leftOn ? "contractor.worker.left" : "contractor.worker.hired", {
            from: shortDay(post.hiredOn, locale),
            to: post.leftOn ? shortDay(post.leftOn, locale) : "",
          })}
          {row && (
            <span className="ml-4">
              {t("contractor.worker.weeklyHours", {
                hours: decimal(post.weeklyHours, locale, 2),
                fte: decimal(row.fte, locale, 2),
              })}
            </span>
          )}
        </p>
      </Section>
      {course && (
        <Section id="forecast" title={t("redistribution.forecast.section")}>
          <ForecastChart course={course} capKind="worker" />
        </Section>
      )}
      <Section id="flags" title={t("contractor.worker.flags")}>
        {flags.length === 0 ? (
          <p className="text-std-16N-170">{t("contractor.worker.noFlags")}</p>
        ) : (
          <FlagInbox
            label={t("contractor.worker.flags")}
            items={flags.map((flag) => inboxItem(t, locale, flag, asOf.day))}
          />
        )}
      </Section>
      <WorkerRecords record={record} day={asOf.day} />
      <p className="mt-6 print:hidden">
        <Link
          to={`/contractor/workers/${post.staffId}/record`}
          className="link inline-flex min-h-11 items-center text-std-16N-170"
        >
          {t("record.manager.link")}
        </Link>
      </p>
      <Section id="incidents" title={t("contractor.worker.incidents")}>
        <PlainList empty={t("contractor.worker.noIncidents")}>
          {record.incidents.map((incident) => (
            <li key={incident.id}>
              {shortDay(incident.occurredOn, locale)}
              <span className="ml-4">{t(`glossary.incident.${incident.kind}`)}</span>
            </li>
          ))}
        </PlainList>
        <div className="mt-4 print:hidden">
          <IncidentForm state={state} today={asOf.today} />
        </div>
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
