import { useTranslation } from "react-i18next";

import { REPEATS, SERIES_LENGTH, SERIES_SCOPES } from "../../domain/supervision/series";
import { CheckboxField, ChoiceField, TextField } from "../field";
import { typed, type FormState } from "../form";

/** Whether a session is pencilled in, and whether it repeats; folded away, because most stand alone. */
export function SeriesFields({ state }: { state: FormState | undefined }) {
  const { t } = useTranslation();
  const repeat = typed(state, "repeat", "once");
  return (
    <>
      <CheckboxField
        name="tentative"
        label={t("session.form.tentative")}
        hint={t("session.form.tentativeHint")}
        defaultChecked={typed(state, "tentative") !== ""}
      />
      <details open={repeat !== "once"} className="mt-4 rounded-8 border border-solid-gray-420 px-4 py-2">
        <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("session.form.series")}</summary>
        <div className="pb-4">
          <ChoiceField
            name="repeat"
            label={t("session.form.repeat")}
            options={REPEATS.map((value) => ({ value, label: t(`session.form.repeats.${value}`) }))}
            defaultValue={repeat}
            problem={state?.problems.repeat}
          />
          <TextField
            name="count"
            type="number"
            inputMode="numeric"
            min={SERIES_LENGTH.min}
            max={SERIES_LENGTH.max}
            label={t("session.form.count")}
            hint={t("session.form.countHint")}
            className="w-28"
            defaultValue={typed(state, "count")}
            problem={state?.problems.count}
          />
        </div>
      </details>
    </>
  );
}

/** Of a series: whether a change concerns this session alone or what follows too. `later` counts what follows. */
export function ScopeField({ later, state }: { later: number; state: FormState | undefined }) {
  const { t } = useTranslation();
  if (later === 0) return null;
  return (
    <ChoiceField
      name="scope"
      label={t("session.form.scope")}
      hint={t("session.form.scopeHint", { count: later })}
      required
      options={SERIES_SCOPES.map((value) => ({ value, label: t(`session.form.scopes.${value}`) }))}
      defaultValue={typed(state, "scope", "one")}
      problem={state?.problems.scope}
    />
  );
}
