import { useTranslation } from "react-i18next";

import type { Refusal, Warning } from "../../domain/supervision/schedule-rules";
import { Attention } from "../attention";
import { CheckboxField } from "../field";
import { Notice } from "../notice";

/** What stands against a session as planned; warnings can be confirmed inside the form, refusals cannot. */
export function Objections(props: { refusals: Refusal[]; warnings: Warning[]; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { refusals, warnings, nameOf } = props;
  const refused = refusals.map((refusal) =>
    "staffId" in refusal
      ? t(`supervision.refusal.${refusal.code}`, { name: nameOf(refusal.staffId) })
      : t(`supervision.refusal.${refusal.code}`),
  );
  const warned = warnings.map((warning) => {
    if (warning.code === "groupSize") return t("supervision.warning.groupSize", { count: warning.count });
    if (warning.code === "participantClash" || warning.code === "supervisorClash")
      return t(`supervision.warning.${warning.code}`, {
        ...{ time: warning.startTime ?? t("supervision.warning.timeOpen") },
        name: warning.code === "participantClash" ? nameOf(warning.staffId) : "",
      });
    return t(`supervision.warning.${warning.code}`);
  });
  return (
    <Attention answer={props.refusals}>
      {refused.length > 0 && (
        <Notice kind="error" title={t("supervision.form.refusals")}>
          <Points texts={refused} />
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice kind="warning" title={t("supervision.form.warnings")}>
          <Points texts={warned} />
        </Notice>
      )}
      {warned.length > 0 && refused.length === 0 && (
        <CheckboxField name="confirmed" label={t("supervision.form.confirm")} />
      )}
    </Attention>
  );
}

function Points({ texts }: { texts: string[] }) {
  return (
    <ul className="list-disc pl-6">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
