import { useTranslation } from "react-i18next";

import type { Refusal, Warning } from "../../domain/supervision/schedule-rules";
import { longDay } from "../../i18n/format";
import { Attention } from "../attention";
import { CheckboxField } from "../field";
import { useLocale } from "../locale";
import { Notice } from "../notice";

type Against = { refusals: Refusal[]; warnings: Warning[] };

/** What stands against a session as planned; warnings can be confirmed inside the form, refusals cannot. */
export function Objections(props: Against & { nameOf: (staffId: string) => string; confirm?: string }) {
  const { t } = useTranslation();
  const { refused, warned } = useObjectionTexts(props, props.nameOf);
  const canMove = props.warnings.some((one) => one.code === "closedDay" && one.instead !== null);
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
      {canMove && !props.confirm && <CheckboxField name="moved" label={t("session.form.moved")} />}
      {warned.length > 0 && refused.length === 0 && (
        <CheckboxField name="confirmed" label={props.confirm ?? t("supervision.form.confirm")} />
      )}
    </Attention>
  );
}

/** Objections in words, of a series with the day they concern. */
function useObjectionTexts({ refusals, warnings }: Against, nameOf: (staffId: string) => string) {
  const { t } = useTranslation();
  const locale = useLocale();
  const on = (objection: { day?: string }, text: string) =>
    objection.day ? t("session.objection.on", { day: longDay(objection.day, locale), text }) : text;
  const textOf = (warning: Warning): string => {
    switch (warning.code) {
      case "groupSize":
        return t("supervision.warning.groupSize", { count: warning.count });
      case "pastDay":
        return t("supervision.warning.pastDay");
      case "closedDay":
        return warning.instead
          ? t("session.objection.closedInstead", { instead: longDay(warning.instead, locale) })
          : t("session.objection.closedNoInstead");
      case "participantClash":
        return t("supervision.warning.participantClash", {
          ...{ name: nameOf(warning.staffId), time: warning.startTime ?? t("supervision.warning.timeOpen") },
        });
      case "supervisorClash": {
        const time = warning.startTime ?? t("supervision.warning.timeOpen");
        return warning.elsewhere
          ? t("session.objection.elsewhere", { time })
          : t("supervision.warning.supervisorClash", { time });
      }
    }
  };
  const refused = refusals.map((refusal) =>
    "staffId" in refusal
      ? on(refusal, t(`supervision.refusal.${refusal.code}`, { name: nameOf(refusal.staffId) }))
      : t(`supervision.refusal.${refusal.code}`),
  );
  const warned = warnings.map((warning) =>
    warning.code === "groupSize" ? textOf(warning) : on(warning, textOf(warning)),
  );
  return { refused, warned };
}

function Points({ texts }: { texts: string[] }) {
  return (
    <ul className="list-disc pl-6">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
