import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PlanScreen } from "../../domain/planner/view";
import { Button } from "../button";
import { CheckboxField, SelectField, TextField } from "../field";
import { typed, type FormState } from "../form";

/** Has a plan made under these settings, or made again around what is locked. */
export function ProposeForm({ screen, state }: { screen: PlanScreen; state: FormState | undefined }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().formData?.get("intent") === "propose";
  const { settings, draft } = screen;
  const numbers = ["individualMinutes", "groupMinutes", "maxPerDay", "travelMinutes"] as const;
  const allowGroups = state ? state.values.allowGroups !== undefined : settings.allowGroups;
  return (
    <Form method="post">
      {draft && <input type="hidden" name="version" value={draft.version} />}
      <details open={state !== undefined}>
        <summary className="min-h-11 cursor-pointer py-2 text-std-16N-170">{t("planner.settings")}</summary>
        {draft && <p className="text-std-16N-170 text-solid-gray-700">{t("planner.settingsHint")}</p>}
        <div className="grid gap-x-6 md:grid-cols-2">
          {numbers.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`planner.${name}`)}
              inputMode="numeric"
              required
              defaultValue={typed(state, name, String(settings[name]))}
              problem={state?.problems[name]}
              className="w-32"
            />
          ))}
          <SelectField
            name="gridMinutes"
            label={t("planner.gridMinutes")}
            options={["15", "30"].map((minutes) => ({ value: minutes, label: t("planner.gridOf", { minutes }) }))}
            defaultValue={typed(state, "gridMinutes", String(settings.gridMinutes))}
            problem={state?.problems.gridMinutes}
          />
          <TextField
            name="notBefore"
            type="date"
            label={t("planner.notBefore")}
            hint={t("planner.notBeforeHint")}
            defaultValue={typed(state, "notBefore", settings.notBefore ?? "")}
            problem={state?.problems.notBefore}
            className="w-52"
          />
        </div>
        <CheckboxField
          name="allowGroups"
          label={t("planner.allowGroups")}
          hint={t("planner.allowGroupsHint")}
          defaultChecked={allowGroups}
        />
      </details>
      <Button
        name="intent"
        value="propose"
        look={draft ? "outline" : "fill"}
        className="mt-3 w-full md:w-auto"
        aria-disabled={isBusy || undefined}
      >
        {isBusy ? t("planner.proposing") : t(draft ? "planner.proposeAgain" : "planner.propose")}
      </Button>
    </Form>
  );
}
