import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { boundsMark } from "../../domain/contract/threshold-form";
import { DEFAULT_THRESHOLDS, THRESHOLD_KEYS, type StoredThresholds } from "../../domain/flag/thresholds";
import { boundText, namedProblems, thresholdValue } from "../../i18n/threshold-text";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { ErrorSummary, type FormState } from "../form";
import { useLocale } from "../locale";
import { ThresholdFields } from "../threshold-fields";

export type BoundsAnswer = {
  state: FormState;
  /** Set where somebody else saved bounds first: those that hold now, and those asked for. */
  conflict?: { stands: StoredThresholds; asked: StoredThresholds };
};

/** The form of a ward's bounds. */
export function BoundsForm({ bounds, answer }: { bounds: StoredThresholds; answer: BoundsAnswer | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const busy = useNavigation().formMethod === "POST";
  const problems = namedProblems(t, answer?.state.problems ?? {});
  const state = answer && { ...answer.state, problems };
  const conflict = answer?.conflict;
  return (
    <Form method="post" noValidate>
      <ErrorSummary
        state={Object.keys(problems).length > 0 ? state : undefined}
        labels={Object.fromEntries(THRESHOLD_KEYS.map((key) => [key, t(`threshold.key.${key}`)]))}
      />
      {answer && conflict && (
        <ConflictNotice
          answer={answer}
          fields={THRESHOLD_KEYS.map((key) => ({
            ...{ name: key, label: t(`threshold.key.${key}`) },
            stands: boundText(t, locale, key, conflict.stands[key]),
            typed: boundText(t, locale, key, conflict.asked[key]),
          }))}
        />
      )}
      <input type="hidden" name="seen" value={boundsMark(conflict?.stands ?? bounds)} />
      <ThresholdFields
        {...{ state, values: bounds }}
        hint={(key) => t("threshold.boundHint", { standard: thresholdValue(t, locale, key, DEFAULT_THRESHOLDS[key]) })}
      />
      <div className="mt-6">
        <Button aria-disabled={busy} onClick={(event) => busy && event.preventDefault()}>
          {busy ? t("threshold.ward.saving") : t("threshold.ward.save")}
        </Button>
      </div>
    </Form>
  );
}
