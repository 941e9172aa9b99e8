import { useTranslation } from "react-i18next";

import type { Plan } from "../../domain/improvement/plan";
import { shortDay } from "../../i18n/format";
import { isDay } from "../../lib/calendar";
import { ConflictNotice } from "../conflict";
import { chosen, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { usePlanLabels } from "./plan-form";

/** A plan as somebody else left it, beside what the reader typed. */
export function PlanConflict({ stands, state }: { stands: Plan; state: FormState }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = usePlanLabels();
  const day = (text: string | null) => (text && isDay(text) ? shortDay(text, locale) : (text ?? ""));
  const fields = [
    { name: "cause" as const, stands: stands.cause, typed: typed(state, "cause") },
    {
      name: "measures" as const,
      stands: stands.measures.map(({ text }) => text).join(" / "),
      typed: chosen(state, "measureText").filter(Boolean).join(" / "),
    },
    { name: "reviewOn" as const, stands: day(stands.reviewOn), typed: day(typed(state, "reviewOn")) },
    { name: "wardRequest" as const, stands: stands.wardRequest ?? "", typed: typed(state, "wardRequest") },
    { name: "wardDueOn" as const, stands: day(stands.wardDueOn), typed: day(typed(state, "wardDueOn")) },
  ].map((field) => ({ ...field, label: labels[field.name] }));
  const status = t(`improvement.status.${stands.status}`);
  return (
    <ConflictNotice
      answer={stands}
      fields={[{ name: "status", label: t("improvement.list.status"), stands: status, typed: status }, ...fields]}
    />
  );
}
