import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { EvidenceProblem, EvidenceRow } from "../../domain/evidence/content";
import type { TrainingRow } from "../../domain/training/record";
import { dayInYear, decimal, longDay, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Attention } from "../attention";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { EvidenceField } from "../evidence/evidence-field";
import { EvidenceList } from "../evidence/evidence-list";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { ApprovalMark } from "./approval-mark";
import { useTrainingLabels } from "./labels";

/** A record in words, with where it stands. */
export function RecordFacts({ record }: { record: TrainingRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useTrainingLabels();
  const answer = (given: boolean | null) => t(given === null ? "common.notGiven" : given ? "common.yes" : "common.no");
  const facts = [
    { label: labels.attendedOn, value: longDay(record.attendedOn, locale) },
    { label: labels.hours, value: t("figures.unit.hours", { value: decimal(record.hours, locale, 2) }) },
    { label: labels.topic, value: t(`glossary.topic.${record.topic}`) },
    { label: labels.format, value: t(`glossary.format.${record.format}`) },
    { label: t("course.field.provider"), value: record.provider ?? t("common.notGiven") },
    { label: t("me.training.inWorkingTime"), value: answer(record.inWorkingTime) },
    { label: t("me.training.publiclyFunded"), value: answer(record.publiclyFunded) },
  ];
  return (
    <>
      <p className="mt-4">
        <ApprovalMark approval={record.approval} />
      </p>
      {record.approval === "pending" && <p className="mt-2 text-std-16N-170">{t("course.record.waits")}</p>}
      {record.approval === "rejected" && (
        <Notice kind="warning" title={t("course.record.rejected")}>
          {record.decisionNote && t("course.record.reason", { reason: record.decisionNote })}
        </Notice>
      )}
      <dl className="mt-4 max-w-2xl divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
        {facts.map(({ label, value }) => (
          <div key={label} className="grid gap-x-4 py-2 md:grid-cols-[14rem_1fr]">
            <dt className="font-700">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The evidence of a record; more can always be added, and removed as long as the record is open. */
export function RecordEvidence(props: { files: EvidenceRow[]; open: boolean; problem?: EvidenceProblem }) {
  const { t } = useTranslation();
  return (
    <>
      <EvidenceList files={props.files} removeIntent={props.open ? "removeEvidence" : undefined} />
      <Form method="post" encType="multipart/form-data" className="max-w-2xl print:hidden">
        <input type="hidden" name="intent" value="addEvidence" />
        <EvidenceField label={t("course.record.addFile")} problem={props.problem} />
        <Button look="outline" className="mt-3 w-full md:w-auto">
          {t("course.record.upload")}
        </Button>
      </Form>
    </>
  );
}

export type ChangeAnswer =
  | { kind: "form"; state: FormState }
  | { kind: "conflict"; state: FormState; stands: TrainingRow }
  | { kind: "day"; state: FormState; refusal: { day: Day; hoursBefore: number } };

/** What the server objected to. */
export function RecordAnswer({ answer }: { answer: ChangeAnswer | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useTrainingLabels();
  if (!answer) return null;
  if (answer.kind === "form") return <ErrorSummary state={answer.state} labels={labels} />;
  if (answer.kind === "day")
    return (
      <Attention answer={answer}>
        <Notice kind="error">
          {t("me.training.tooManyHours", {
            ...{ day: dayInYear(answer.refusal.day, locale), before: decimal(answer.refusal.hoursBefore, locale, 2) },
          })}
        </Notice>
      </Attention>
    );
  const { state, stands } = answer;
  const word = (given: unknown) => t(given === undefined || given === false ? "common.no" : "common.yes");
  const fields: { name: keyof typeof labels; stands: string; typed: string }[] = [
    { name: "title", stands: stands.title, typed: typed(state, "title") },
    {
      name: "attendedOn",
      stands: shortDay(stands.attendedOn, locale),
      typed: shortDay(typed(state, "attendedOn"), locale),
    },
    { name: "hours", stands: String(stands.hours), typed: String(Number(typed(state, "hours"))) },
    {
      name: "topic",
      stands: t(`glossary.topic.${stands.topic}`),
      typed: t(`glossary.topic.${typed(state, "topic") as TrainingRow["topic"]}`),
    },
    {
      name: "format",
      stands: t(`glossary.format.${stands.format}`),
      typed: t(`glossary.format.${typed(state, "format") as TrainingRow["format"]}`),
    },
    { name: "provider", stands: stands.provider ?? "", typed: typed(state, "provider") },
    {
      name: "inWorkingTime",
      stands: word(stands.inWorkingTime ?? false),
      typed: word(state.values.inWorkingTime),
    },
    {
      name: "publiclyFunded",
      stands: word(stands.publiclyFunded ?? false),
      typed: word(state.values.publiclyFunded),
    },
  ];
  return <ConflictNotice answer={answer} fields={fields.map((field) => ({ ...field, label: labels[field.name] }))} />;
}

/** Takes the record back, after saying what that means. */
export function TakeBack({ record }: { record: TrainingRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const named = { day: shortDay(record.attendedOn, locale), title: record.title };
  return (
    <details className="mt-10 mb-24 max-w-2xl md:mb-0 print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-error-2">
        {t("course.record.takeBack")}
      </summary>
      <p className="text-std-16N-170">{t("course.record.takeBackNote")}</p>
      <Form method="post" className="mt-2">
        <Button look="danger" name="intent" value="remove" aria-label={t("me.training.removeOf", named)}>
          {t("me.training.remove")}
        </Button>
      </Form>
    </details>
  );
}
