import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { ItemEdit } from "../../domain/planner/schema";
import { timeOf } from "../../domain/planner/time";
import type { OfficeName } from "../../domain/planner/view";
import { SESSION_KINDS } from "../../domain/workforce/vocabulary";
import { ChoiceField, SelectField, TextField } from "../field";
import { chosen, typed, type FormState } from "../form";
import { SubmitBar } from "../me/submit-bar";
import { useOfficeText } from "./plan-words";

const FIRST = 7 * 60;
const LAST = 20 * 60;

export type Candidate = { staffId: string; name: string; isPriority: boolean; isSettled: boolean };

/** A session of the draft in full: when, where, how and with whom. Works without script. */
export function ItemForm(props: {
  start: ItemEdit;
  version: number;
  gridMinutes: number;
  span: { from: string; to: string };
  offices: readonly OfficeName[];
  people: readonly Candidate[];
  back: string;
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const officeText = useOfficeText(props.offices);
  const { start, state, gridMinutes } = props;
  const times = Array.from({ length: (LAST - FIRST) / gridMinutes + 1 }, (_, at) => FIRST + at * gridMinutes);
  const starts = [...new Set([...times, start.start])].sort((a, b) => a - b).map(timeOf);
  const labelOf = ({ name, isPriority, isSettled }: Candidate) => {
    if (isSettled) return t("planner.form.settled", { name });
    return isPriority ? t("planner.form.priority", { name }) : name;
  };
  return (
    <Form method="post" className="max-w-3xl">
      <input type="hidden" name="version" value={props.version} />
      <TextField
        name="day"
        type="date"
        label={t("planner.form.day")}
        required
        min={props.span.from}
        max={props.span.to}
        defaultValue={typed(state, "day", start.day)}
        problem={state?.problems.day}
        className="w-52"
      />
      <SelectField
        name="start"
        label={t("planner.form.start")}
        options={starts.map((time) => ({ value: time, label: time }))}
        defaultValue={typed(state, "start", timeOf(start.start))}
        problem={state?.problems.start}
      />
      <TextField
        name="minutes"
        label={t("planner.form.minutes")}
        inputMode="numeric"
        required
        defaultValue={typed(state, "minutes", String(start.minutes))}
        problem={state?.problems.minutes}
        className="w-32"
      />
      <SelectField
        name="officeId"
        label={t("planner.form.office")}
        empty={officeText(null)}
        options={props.offices.map(({ officeId }) => ({ value: officeId, label: officeText(officeId) }))}
        defaultValue={typed(state, "officeId", start.officeId ?? "")}
        problem={state?.problems.officeId}
      />
      <ChoiceField
        name="kind"
        label={t("planner.form.kind")}
        options={SESSION_KINDS.map((kind) => ({ value: kind, label: t(`glossary.session.${kind}`) }))}
        defaultValue={typed(state, "kind", start.kind)}
        problem={state?.problems.kind}
      />
      <ChoiceField
        name="participants"
        multiple
        label={t("planner.form.participants")}
        hint={t("planner.form.participantsHint")}
        options={props.people.map((one) => ({ value: one.staffId, label: labelOf(one) }))}
        defaultValue={chosen(state, "participants", start.participants)}
        problem={state?.problems.participants}
      />
      <SubmitBar label={t("planner.form.save")} sending={t("planner.form.saving")} back={props.back} />
    </Form>
  );
}
