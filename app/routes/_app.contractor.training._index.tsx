import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { ApprovalInbox } from "~/components/training/approval-inbox";
import { TrainingTabs } from "~/components/training/tabs";
import { TeamFigures, TeamTable } from "~/components/training/team";
import { decideTraining, listPending } from "~/domain/training/approve-training.server";
import { teamFigures } from "~/domain/training/figures";
import { decisionForm } from "~/domain/training/schema";
import { contractStanding } from "~/domain/training/standing.server";
import { fiscalYearName, longDay } from "~/i18n/format";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";
import { pageOf, wishedPage } from "~/lib/page";

const INBOX_SIZE = 20;

export const meta = titled((t) => t("course.manage.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const day = today();
  const [inbox, standing] = await Promise.all([listPending(tenant, 1, INBOX_SIZE), contractStanding(tenant, day)]);
  const list = pageOf(standing, wishedPage(new URL(request.url).searchParams));
  return { day, inbox, team: teamFigures(standing), list };
}

/** Approves or rejects what waits. */
export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const parsed = parseForm(decisionForm, await request.formData());
  if (!parsed.ok) return data({ state: { values: parsed.values, problems: parsed.problems } }, { status: 400 });
  const decided = await decideTraining(tenant, parsed.data);
  const left = parsed.data.records.length - decided;
  return redirect(`/contractor/training?done=${parsed.data.decision}&count=${decided}&left=${left}`);
}

export default function ManageTraining() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, inbox, team, list } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const year = fiscalYearName(fiscalYearOf(day), locale);
  return (
    <Page
      title={t("course.manage.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("course.manage.lead", { year, day: longDay(day, locale) })}
    >
      <TrainingTabs />
      <Decided />
      <Section id="inbox" title={t("course.inbox.title", { count: inbox.total })} note={t("course.inbox.lead")}>
        {inbox.total === 0 ? (
          <p className="text-std-16N-170">○ {t("course.inbox.empty")}</p>
        ) : (
          <ApprovalInbox rows={inbox.rows} total={inbox.total} state={state} />
        )}
      </Section>
      {team.staff === 0 ? (
        <div className="mt-10">
          <EmptyState
            title={t("course.manage.nobody")}
            action={<LinkButton to="/contractor/import">{t("contractor.firstSteps.import")}</LinkButton>}
          />
        </div>
      ) : (
        <>
          <Section id="team" title={t("course.team.title", { year })}>
            <TeamFigures team={team} />
          </Section>
          <Section
            id="workers"
            title={t("course.team.table")}
            actions={<ExportLinks to="/contractor/training/export" />}
          >
            <TeamTable rows={list.rows} />
            <Pagination page={list.page} pages={list.pages} total={list.total} />
          </Section>
        </>
      )}
    </Page>
  );
}

/** What was just decided, and what could not be because it had changed. */
function Decided() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const decision = (["approved", "rejected"] as const).find((word) => word === params.get("done"));
  const [count, left] = [Number(params.get("count")) || 0, Number(params.get("left")) || 0];
  if (!decision) return null;
  return (
    <>
      {count > 0 && <Notice kind="success">{t(`course.inbox.done.${decision}`, { count })}</Notice>}
      {left > 0 && <Notice kind="warning">{t("course.inbox.left", { count: left })}</Notice>}
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
