import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { RULE_KEYS } from "../domain/flag/finding";
import { thresholdKeysOf, THRESHOLDS, type StoredThresholds, type ThresholdKey } from "../domain/flag/thresholds";
import { TextField } from "./field";
import { typed, type FormState } from "./form";

/** The rules that have thresholds, each with its own. */
export const THRESHOLD_GROUPS = RULE_KEYS.map((rule) => ({ rule, keys: thresholdKeysOf(rule) })).filter(
  ({ keys }) => keys.length > 0,
);

type Props = {
  /** With its problems in words. */
  state: FormState | undefined;
  values: StoredThresholds;
  hint: (key: ThresholdKey) => ReactNode;
  /** More to ask for under a rule. */
  children?: { rule: (typeof RULE_KEYS)[number]; field: ReactNode };
};

/** A field for each threshold, rule by rule. */
export function ThresholdFields({ state, values, hint, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-x-6 md:grid-cols-2">
      {THRESHOLD_GROUPS.map(({ rule, keys }) => (
        <fieldset key={rule} className="mt-6 min-w-0 rounded-8 border border-solid-gray-420 px-4 pb-4">
          <legend className="px-1 text-std-17B-170">{t(`flag.rule.${rule}.name`)}</legend>
          {children?.rule === rule && children.field}
          {keys.map((key) => (
            <TextField
              key={key}
              {...{ name: key, hint: hint(key), problem: state?.problems[key], type: "number", inputMode: "numeric" }}
              label={t(`threshold.key.${key}`)}
              min={THRESHOLDS[key].min}
              max={THRESHOLDS[key].max}
              defaultValue={typed(state, key, values[key] === undefined ? "" : String(values[key]))}
              className="w-32"
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
