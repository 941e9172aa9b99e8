import { useTranslation } from "react-i18next";

import { USUAL_MINUTES } from "../../domain/supervision/schema";
import { THEMES } from "../../domain/supervision/themes";
import { ChoiceField, TextField } from "../field";
import { chosen, typed, type FormState } from "../form";
import { Stepper } from "../me/stepper";

export type Appointment = {
  heldOn: string;
  startTime: string;
  minutes: string;
  place: string;
  videoUrl: string;
  themes: string[];
};

/** When and where a session takes place, and what it is about. */
export function AppointmentFields({ start, state }: { start: Appointment; state: FormState | undefined }) {
  const { t } = useTranslation();
  const problems = state?.problems ?? {};
  return (
    <>
      <div className="flex flex-wrap gap-x-8">
        <TextField
          name="heldOn"
          type="date"
          label={t("supervision.form.heldOn")}
          required
          className="w-52"
          defaultValue={typed(state, "heldOn", start.heldOn)}
          problem={problems.heldOn}
        />
        <TextField
          name="startTime"
          type="time"
          step={300}
          label={t("supervision.form.startTime")}
          hint={t("supervision.form.startTimeHint")}
          className="w-40"
          defaultValue={typed(state, "startTime", start.startTime)}
          problem={problems.startTime}
        />
      </div>
      <Stepper
        name="minutes"
        label={t("supervision.form.minutes")}
        unit={t("me.stepper.minute")}
        step={5}
        min={5}
        max={480}
        presets={USUAL_MINUTES}
        defaultValue={typed(state, "minutes", start.minutes)}
        problem={problems.minutes}
      />
      <TextField
        name="place"
        label={t("supervision.form.place")}
        maxLength={200}
        autoComplete="off"
        defaultValue={typed(state, "place", start.place)}
        problem={problems.place}
      />
      <TextField
        name="videoUrl"
        type="url"
        label={t("session.form.videoUrl")}
        hint={t("session.form.videoHint")}
        maxLength={500}
        autoComplete="off"
        defaultValue={typed(state, "videoUrl", start.videoUrl)}
        problem={problems.videoUrl}
      />
      <ChoiceField
        name="themes"
        multiple
        label={t("supervision.form.themes")}
        hint={t("supervision.form.themesHint")}
        options={THEMES.map((theme) => ({ value: theme, label: t(`supervision.theme.${theme}`) }))}
        defaultValue={chosen(state, "themes", start.themes)}
        problem={problems.themes}
      />
    </>
  );
}
