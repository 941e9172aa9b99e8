import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { typed } from "~/components/form";
import { SubmitBar } from "~/components/me/submit-bar";
import { prefillOf, TrainingFields } from "~/components/me/training-fields";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { RecordAnswer, RecordEvidence, RecordFacts, TakeBack } from "~/components/training/own-record";
import { EVIDENCE_REQUEST_MAX_BYTES } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import {
  addTrainingEvidence,
  changeTraining,
  removeTraining,
  removeTrainingEvidence,
} from "~/domain/training/log-training.server";
import { getRecord } from "~/domain/training/repository.server";
import { trainingChangeForm } from "~/domain/training/schema";
import { boundedForm } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("course.record.title"));

type Params = { recordId?: string };
const idOf = ({ recordId }: Params) => z.uuid().safeParse(recordId).data ?? null;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const id = idOf(params);
  const found = id && (await getRecord(people, actor.membership.staffId ?? "", id));
  if (!found) throw notFound();
  return { ...found, day: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const staffId = actor.membership.staffId ?? "";
  const id = idOf(params);
  if (!id) throw notFound();
  const { form, tooLarge } = await boundedForm(request, EVIDENCE_REQUEST_MAX_BYTES);
  const done = (word: string) => redirect(`/me/training/${id}?done=${word}`);
  const intent = form.get("intent");
  if (intent === "remove")
    return redirect(`/me/training?done=${(await removeTraining(people, staffId, id)) ? "removed" : "notRemoved"}`);
  if (intent === "addEvidence") {
    const file = await checkEvidence(form.get("evidence"), tooLarge);
    if (!file.ok) return data({ kind: "file" as const, problem: file.problem }, { status: 400 });
    if (file.evidence && !(await addTrainingEvidence(people, staffId, id, file.evidence))) throw notFound();
    return done(file.evidence ? "fileAdded" : "noFile");
  }
  if (intent === "removeEvidence") {
    const fileId = z.uuid().safeParse(form.get("fileId")).data;
    const removed = fileId && (await removeTrainingEvidence(people, staffId, id, fileId));
    return done(removed ? "fileRemoved" : "fileKept");
  }
  const parsed = parseForm(trainingChangeForm(today()), form);
  if (!parsed.ok) return data({ kind: "form" as const, ...stateOf(parsed) }, { status: 400 });
  const result = await changeTraining(people, staffId, id, parsed.data);
  if (result.ok) return done("changed");
  if (result.reason === "gone") return done("closed");
  const state = { values: formValues(form), problems: {} };
  if (result.reason === "conflict")
    return data({ kind: "conflict" as const, state, stands: result.stands }, { status: 409 });
  const refusal = { day: parsed.data.attendedOn, hoursBefore: result.hoursBefore };
  return data({ kind: "day" as const, state, refusal }, { status: 400 });
}

function stateOf({ values, problems }: Extract<ReturnType<typeof parseForm>, { ok: false }>) {
  return { state: { values, problems } };
}

const GOOD = ["changed", "fileAdded", "fileRemoved"] as const;
const BAD = ["closed", "noFile", "fileKept"] as const;

export default function OwnTraining() {
  const { t } = useTranslation();
  const { record, evidence, day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const [good, bad] = [GOOD.find((word) => word === done), BAD.find((word) => word === done)];
  const state = answer && "state" in answer ? answer.state : undefined;
  const version = answer?.kind === "conflict" ? answer.stands.version : record.version;
  return (
    <Page
      title={record.title}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/training", label: t("me.training.listTitle") },
      ]}
    >
      {good && !answer && <Notice kind="success">{t(`course.record.done.${good}`)}</Notice>}
      {bad && !answer && <Notice kind="warning">{t(`course.record.done.${bad}`)}</Notice>}
      <RecordFacts record={record} />
      <Section id="files" title={t("course.record.evidence")}>
        <RecordEvidence
          files={evidence}
          open={record.open}
          problem={answer?.kind === "file" ? answer.problem : undefined}
        />
      </Section>
      {record.open ? (
        <Section id="change" title={t("course.record.change")} note={t("course.record.changeNote")}>
          <RecordAnswer answer={answer && answer.kind !== "file" ? answer : undefined} />
          <Form method="post" className="max-w-2xl" key={`${record.version}`}>
            <input type="hidden" name="version" value={version} />
            <TrainingFields
              courses={{ recent: [], planned: [] }}
              prefill={prefillOf(record)}
              state={state}
              today={day}
              day={typed(state, "attendedOn", record.attendedOn)}
            />
            <SubmitBar label={t("common.save")} sending={t("me.training.sending")} back="/me/training" />
          </Form>
          <TakeBack record={record} />
        </Section>
      ) : (
        <p className="mt-6 text-std-16N-170">{t("course.record.locked")}</p>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
