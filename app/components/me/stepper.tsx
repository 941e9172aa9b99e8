import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { FieldProblem } from "../../lib/form";
import { useProblemText } from "../field";
import { useHydrated } from "../hydrated";

const ROUND =
  "inline-flex size-14 shrink-0 items-center justify-center rounded-full border border-key-900 bg-white text-std-28B-150 text-key-900 hover:bg-key-50";
const PRESET =
  "inline-flex min-h-12 items-center rounded-8 border border-solid-gray-600 bg-white px-4 text-std-16N-170 hover:bg-key-50 aria-pressed:border-key-900 aria-pressed:bg-key-50 aria-pressed:text-key-1000";

/** A number for thumbs: less, more, and usual values at one tap. Without scripts it is a plain number field. */
export function Stepper(props: {
  name: string;
  label: string;
  unit: string;
  hint?: string;
  problem?: FieldProblem;
  defaultValue: string;
  step: number;
  min: number;
  max: number;
  presets: readonly number[];
}) {
  const { t } = useTranslation();
  const text = useProblemText();
  const hydrated = useHydrated();
  const [value, setValue] = useState(props.defaultValue);
  const ids = [props.hint && `${props.name}-hint`, props.problem && `${props.name}-problem`].filter(Boolean).join(" ");
  const move = (by: number) => {
    const next = (Number(value) || 0) + by;
    setValue(String(Math.min(props.max, Math.max(props.min, next))));
  };
  return (
    <div className="mt-5">
      <label htmlFor={props.name} className="flex flex-wrap items-center gap-2 text-std-17B-170">
        {props.label}
        <span className="text-std-16N-170 text-error-2">※{t("common.required")}</span>
      </label>
      {props.hint && (
        <p id={`${props.name}-hint`} className="text-std-16N-170 text-solid-gray-700">
          {props.hint}
        </p>
      )}
      <div className="mt-1 flex items-center gap-3">
        {hydrated && (
          <button type="button" className={ROUND} onClick={() => move(-props.step)} aria-label={t("me.stepper.less")}>
            −
          </button>
        )}
        <input
          id={props.name}
          name={props.name}
          type="number"
          inputMode="decimal"
          step={props.step}
          min={props.min}
          max={props.max}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          aria-required
          aria-invalid={props.problem ? true : undefined}
          aria-describedby={ids || undefined}
          className="min-h-14 w-28 rounded-8 border border-solid-gray-600 bg-white px-3 text-center text-std-22B-150 aria-invalid:border-2 aria-invalid:border-error-2"
        />
        <span className="text-std-16N-170">{props.unit}</span>
        {hydrated && (
          <button type="button" className={ROUND} onClick={() => move(props.step)} aria-label={t("me.stepper.more")}>
            ＋
          </button>
        )}
      </div>
      {hydrated && (
        <div className="mt-3 flex flex-wrap gap-2">
          {props.presets.map((preset) => (
            <button
              key={preset}
              type="button"
              className={PRESET}
              aria-pressed={Number(value) === preset}
              aria-label={t("me.stepper.set", { value: preset, unit: props.unit })}
              onClick={() => setValue(String(preset))}
            >
              {preset}
              {props.unit}
            </button>
          ))}
        </div>
      )}
      {props.problem && (
        <p id={`${props.name}-problem`} className="mt-1 text-std-16N-170 text-error-2">
          ＊{text(props.problem, props.label)}
        </p>
      )}
    </div>
  );
}
