import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Clauses } from "../../domain/contract/specification";
import { LAST_DUE_DAY } from "../../domain/contract/threshold-form";
import {
  DEFAULT_THRESHOLDS,
  effectiveThresholds,
  THRESHOLD_KEYS,
  type StoredThresholds,
} from "../../domain/flag/thresholds";
import {
  boundText,
  differingThresholds,
  namedProblems,
  returnDueText,
  thresholdValue,
} from "../../i18n/threshold-text";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { ThresholdFields } from "../threshold-fields";

type Asked = Pick<Clauses, "thresholds" | "returnDueDay">;
export type ThresholdAnswer = {
  state: FormState;
  /** Set where somebody else saved a version first: what holds now, and what was asked for. */
  conflict?: { version: number; stands: Asked; asked: Asked };
};
type Props = {
  fiscalYear: number;
  version: number;
  clauses: Asked;
  bounds: StoredThresholds;
  answer: ThresholdAnswer | undefined;
};

/** The form of a contract's own thresholds; what is left empty stays at the standard, within the ward's bounds. */
export function ThresholdForm({ fiscalYear, version, clauses, bounds, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const busy = useNavigation().formMethod === "POST";
  const problems = namedProblems(t, answer?.state.problems ?? {});
  const state = answer && { ...answer.state, problems };
  const held = effectiveThresholds(clauses.thresholds, bounds);
  const returnDue = t("threshold.returnDue.label");
  const labels = Object.fromEntries(THRESHOLD_KEYS.map((key) => [key, t(`threshold.key.${key}`)]));
  return (
    <Form method="post" noValidate>
      <ErrorSummary
        state={Object.keys(problems).length > 0 ? state : undefined}
        labels={{ ...labels, returnDueDay: returnDue }}
      />
      {answer?.conflict && <Conflict answer={answer} conflict={answer.conflict} />}
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      <input type="hidden" name="version" value={answer?.conflict?.version ?? version} />
      <ThresholdFields
        {...{ state, values: clauses.thresholds }}
        hint={(key) =>
          t("threshold.hint", {
            held: thresholdValue(t, locale, key, held[key]),
            standard: thresholdValue(t, locale, key, DEFAULT_THRESHOLDS[key]),
            bound: boundText(t, locale, key, bounds[key]),
          })
        }
      >
        {{
          rule: "return.late",
          field: (
            <TextField
              {...{
                name: "returnDueDay",
                label: returnDue,
                type: "number",
                inputMode: "numeric",
                min: 1,
                max: LAST_DUE_DAY,
              }}
              hint={t("threshold.returnDue.hint", { value: returnDueText(t, clauses.returnDueDay) })}
              problem={problems.returnDueDay}
              defaultValue={typed(
                state,
                "returnDueDay",
                clauses.returnDueDay === null ? "" : String(clauses.returnDueDay),
              )}
              className="w-32"
            />
          ),
        }}
      </ThresholdFields>
      <div className="mt-6">
        <Button aria-disabled={busy} onClick={(event) => busy && event.preventDefault()}>
          {busy ? t("threshold.contract.saving") : t("threshold.contract.save")}
        </Button>
      </div>
    </Form>
  );
}

function Conflict(props: { answer: object; conflict: NonNullable<ThresholdAnswer["conflict"]> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { stands, asked } = props.conflict;
  const [standing, typedValues] = differingThresholds(t, locale, [stands.thresholds, asked.thresholds]);
  return (
    <ConflictNotice
      answer={props.answer}
      fields={[
        { name: "thresholds", label: t("threshold.column.threshold"), stands: standing, typed: typedValues },
        {
          ...{ name: "returnDueDay", label: t("threshold.returnDue.name") },
          ...{ stands: returnDueText(t, stands.returnDueDay), typed: returnDueText(t, asked.returnDueDay) },
        },
      ]}
    />
  );
}
