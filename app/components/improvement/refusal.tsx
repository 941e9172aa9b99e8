import { useTranslation } from "react-i18next";

import { Attention } from "../attention";
import { Notice } from "../notice";
import { usePlanLabels } from "./plan-form";

type Reason = "names" | "status" | "flags" | "mixed" | "conflict" | "gone";

/** Why a change of a plan was not made; what was typed stands in the form below. */
export function Refusal({ answer, reason, named }: { answer: object; reason: Reason; named: readonly string[] }) {
  const { t } = useTranslation();
  const labels: Record<string, string> = usePlanLabels();
  const fields = named.map((field) => labels[field] ?? field).join(" / ");
  return (
    <Attention answer={answer}>
      <Notice kind="error">
        {reason === "names" && t("improvement.named", { fields })}
        {reason === "conflict" && t("common.conflict.title")}
        {(reason === "status" || reason === "gone") && t("improvement.refused.status")}
        {(reason === "flags" || reason === "mixed") && t(`improvement.refused.${reason}`)}
      </Notice>
    </Attention>
  );
}
