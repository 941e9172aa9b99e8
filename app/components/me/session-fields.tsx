import { useTranslation } from "react-i18next";

import { UNLISTED_SUPERVISORS, USUAL_MINUTES } from "../../domain/supervision/schema";
import { THEMES } from "../../domain/supervision/themes";
import { SESSION_KINDS } from "../../domain/workforce/vocabulary";
import { ChoiceField, SelectField, TextField } from "../field";
import { chosen, typed, type FormState } from "../form";
import { Stepper } from "./stepper";

/** With whom, how long and in what form a session was held. */
export function SessionFields(props: {
  supervisors: { staffCode: string; name: string }[];
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const { state, supervisors } = props;
  const problems = state?.problems ?? {};
  const only = supervisors.length === 1 ? `staff:${supervisors[0]?.staffCode}` : "";
  return (
    <>
      <Stepper
        name="minutes"
        label={t("me.sessions.minutes")}
        unit={t("me.stepper.minute")}
        step={5}
        min={5}
        max={480}
        presets={USUAL_MINUTES}
        defaultValue={typed(state, "minutes", "60")}
        problem={problems.minutes}
      />
      <ChoiceField
        name="kind"
        label={t("me.sessions.kind")}
        required
        options={SESSION_KINDS.map((kind) => ({ value: kind, label: t(`glossary.session.${kind}`) }))}
        defaultValue={typed(state, "kind", "individual")}
        problem={problems.kind}
      />
      <SelectField
        name="supervisor"
        label={t("me.sessions.supervisor")}
        required
        empty={t("me.sessions.choose")}
        options={[
          ...supervisors.map(({ staffCode, name }) => ({ value: `staff:${staffCode}`, label: name })),
          ...UNLISTED_SUPERVISORS.map((value) => ({ value, label: t(`me.sessions.${value}`) })),
        ]}
        defaultValue={typed(state, "supervisor", only)}
        problem={problems.supervisor && { code: "choose" }}
      />
      <TextField
        name="supervisorName"
        label={t("me.sessions.supervisorName")}
        hint={t("me.sessions.supervisorNameHint")}
        maxLength={60}
        autoComplete="off"
        defaultValue={typed(state, "supervisorName")}
        problem={problems.supervisorName}
      />
    </>
  );
}

/** What it was about and where: themes only, never content. */
export function AboutFields({ state }: { state: FormState | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        name="themes"
        multiple
        label={t("me.sessions.themes")}
        hint={t("me.sessions.themesHint")}
        options={THEMES.map((theme) => ({ value: theme, label: t(`supervision.theme.${theme}`) }))}
        defaultValue={chosen(state, "themes")}
        problem={state?.problems.themes}
      />
      <TextField
        name="place"
        label={t("me.sessions.place")}
        maxLength={200}
        autoComplete="off"
        defaultValue={typed(state, "place")}
        problem={state?.problems.place}
      />
    </>
  );
}
