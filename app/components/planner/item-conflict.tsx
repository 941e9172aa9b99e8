import { useTranslation } from "react-i18next";

import type { PlanItem } from "../../domain/planner/plan";
import { timeOf } from "../../domain/planner/time";
import type { OfficeName } from "../../domain/planner/view";
import { longDay } from "../../i18n/format";
import type { FormState } from "../form";
import { chosen, typed } from "../form";
import { ConflictNotice } from "../conflict";
import { useLocale } from "../locale";
import { useOfficeText, type Names } from "./plan-words";

/** The session of the draft as it stands now, beside what was typed. */
export function ItemConflict(props: {
  answer: { state: FormState };
  stands: { version: number; item: PlanItem | null };
  names: Names;
  offices: readonly OfficeName[];
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const officeText = useOfficeText(props.offices);
  const { item } = props.stands;
  const { state } = props.answer;
  const people = (ids: readonly string[]) =>
    ids
      .map((id) => props.names[id] ?? "")
      .sort()
      .join(t("planner.comma"));
  const day = typed(state, "day");
  const fields = [
    { name: "day", stands: item ? longDay(item.day, locale) : "", typed: day && longDay(day, locale) },
    { name: "start", stands: item ? timeOf(item.start) : "", typed: typed(state, "start") },
    { name: "minutes", stands: item ? String(item.minutes) : "", typed: typed(state, "minutes") },
    {
      name: "office",
      stands: item ? officeText(item.officeId) : "",
      typed: officeText(typed(state, "officeId") || null),
    },
    { name: "participants", stands: people(item?.participants ?? []), typed: people(chosen(state, "participants")) },
  ] as const;
  return (
    <ConflictNotice
      answer={props.answer}
      fields={fields.map((field) => ({ ...field, label: t(`planner.form.${field.name}`) }))}
    />
  );
}
