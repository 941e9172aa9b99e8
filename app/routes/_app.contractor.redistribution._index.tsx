import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { FilterBar } from "~/components/filter-bar";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { Effect } from "~/components/redistribution/effect";
import { IntakeTable } from "~/components/redistribution/intake-table";
import { MovesForm, SaveRedistribution, type Answer } from "~/components/redistribution/moves-form";
import { WorkerTable } from "~/components/redistribution/worker-table";
import { editFrom, editMoves, movesFrom, settingsFrom } from "~/domain/redistribution/edit";
import { resultOf } from "~/domain/redistribution/outcome";
import { propose } from "~/domain/redistribution/propose";
import { saveRedistribution } from "~/domain/redistribution/save.server";
import { KEEP_DAYS, ROOMS, type Move } from "~/domain/redistribution/schema";
import { loadSituation } from "~/domain/redistribution/situation.server";
import { scenarioNameSchema } from "~/domain/scenario/form";
import { SEVERITIES } from "~/domain/workforce/vocabulary";
import { longDay } from "~/i18n/format";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("redistribution.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const loaded = await loadSituation(tenant, today(), settingsFrom(new URL(request.url).searchParams));
  return { ...loaded, proposal: propose(loaded.situation), formRef: randomUUID() };
}

type Reply = Answer & { moves: Move[] };

export async function action({ request }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const loaded = await loadSituation(tenant, today(), settingsFrom(new URL(request.url).searchParams));
  const form = await request.formData();
  const fields = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
  const edit = editFrom(fields) ?? { intent: "save" as const };
  const isIncomplete = edit.intent === "add" && (edit.caseId === "" || edit.to === "");
  const wanted = isIncomplete ? { intent: "save" as const } : edit;
  const { moves, refused, dropped } = editMoves(loaded.situation, movesFrom(form.getAll("moves[]")), wanted);
  const answer: Reply = { moves, refused, dropped, isIncomplete };
  if (edit.intent !== "save") return data(answer, { status: refused.length > 0 || isIncomplete ? 400 : 200 });
  const named = parseForm(scenarioNameSchema, form);
  const state = named.ok ? undefined : { values: formValues(form), problems: named.problems };
  if (!named.ok) return data<Reply>({ ...answer, state }, { status: 400 });
  if (dropped > 0) return data(answer, { status: 409 });
  const scenarioId = await saveRedistribution(tenant, loaded, moves, named.data);
  return redirect(`/contractor/scenarios/${scenarioId}?done=saved`);
}

export default function Redistribution() {
  const { situation, names, openCases, proposal, formRef } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, workers, settings } = situation;
  const moves = answer?.moves ?? proposal;
  const result = resultOf(situation, moves);
  return (
    <Page
      title={t("redistribution.title")}
      crumbs={[{ to: "/contractor", label: t("contractor.home.title") }]}
      lead={t("redistribution.lead", { day: longDay(day, locale), people: workers.length, count: openCases })}
      actions={<PrintButton />}
    >
      <Notice kind="info" title={t("redistribution.honest.title")}>
        <ul className="list-disc pl-6">
          {(["load", "cap", "nothing"] as const).map((key) => (
            <li key={key}>{t(`redistribution.honest.${key}`)}</li>
          ))}
        </ul>
      </Notice>
      <Settings />
      <Section id="summary" title={t("redistribution.summary.title")}>
        <Effect summary={result.summary} />
      </Section>
      <MovesForm situation={situation} moves={moves} moved={result.moves} names={names} answer={answer} />
      <Section id="workers" title={t("redistribution.workers.title")} note={t("redistribution.workers.note")}>
        <WorkerTable workers={workers} outcomes={result.workers} settings={settings} names={names} />
      </Section>
      <Section
        id="intake"
        title={t("redistribution.intake.title")}
        note={t("redistribution.intake.note", { total: result.intake.total })}
      >
        <IntakeTable intake={result.intake} workers={workers} names={names} />
      </Section>
      <SaveRedistribution moves={moves} day={day} formRef={formRef} state={answer?.state} />
    </Page>
  );
}

function Settings() {
  const { t } = useTranslation();
  const [first, ...goals] = SEVERITIES.map((severity) => ({
    value: severity,
    label: t("redistribution.settings.goalOption", { severity: t(`glossary.severity.${severity}`) }),
  }));
  const [usual, ...rooms] = ROOMS.map((room) => ({
    value: room,
    label: t(`redistribution.settings.roomOption.${room}`),
  }));
  const days = KEEP_DAYS.map((one) => ({
    value: String(one),
    label: t("redistribution.settings.keepDaysOption", { days: one }),
  }));
  const standard = (value: string | undefined) => t("redistribution.settings.default", { value });
  return (
    <FilterBar
      fields={[
        { name: "goal", label: t("redistribution.settings.goal"), options: goals, empty: standard(first?.label) },
        { name: "room", label: t("redistribution.settings.room"), options: rooms, empty: standard(usual?.label) },
        {
          ...{ name: "keepDays", label: t("redistribution.settings.keepDays") },
          options: days.filter(({ value }) => value !== "180"),
          empty: standard(days[1]?.label),
        },
      ]}
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
