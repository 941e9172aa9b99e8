/** Thresholds of flags in words: a value with its unit, a bound, what a version changed. */
import type { TFunction } from "i18next";

import { THRESHOLD_KEYS, THRESHOLDS, type StoredThresholds, type ThresholdKey } from "../domain/flag/thresholds";
import type { FieldProblem } from "../lib/form";
import { decimal } from "./format";
import type { Locale } from "./resources";

/** A threshold's value with its unit. */
export function thresholdValue(t: TFunction, locale: Locale, key: ThresholdKey, value: number): string {
  return t(`threshold.value.${THRESHOLDS[key].unit}`, { value: decimal(value, locale) });
}

/** A ward's bound: "at most 40", or that there is none. */
export function boundText(t: TFunction, locale: Locale, key: ThresholdKey, bound: number | undefined): string {
  if (bound === undefined) return t("threshold.bound.none");
  return t(`threshold.bound.${THRESHOLDS[key].stricter}`, { value: thresholdValue(t, locale, key, bound) });
}

/** The day of the following month by which a return is due, or that none is asked for. */
export function returnDueText(t: TFunction, day: number | null): string {
  return day === null ? t("threshold.returnDue.none") : t("threshold.returnDue.day", { day });
}

/** Of two sets of values those in which they differ, each side in words. */
export function differingThresholds(
  t: TFunction,
  locale: Locale,
  sides: readonly [StoredThresholds, StoredThresholds],
): [string, string] {
  const [before, after] = sides;
  const keys = THRESHOLD_KEYS.filter((key) => before[key] !== after[key]);
  const text = (values: StoredThresholds) =>
    keys
      .map((key) => {
        const value = thresholdValue(t, locale, key, values[key] ?? THRESHOLDS[key].default);
        return t("threshold.listed", { name: t(`threshold.key.${key}`), value });
      })
      .join(locale === "ja" ? "、" : "; ") || t("threshold.noneListed");
  return [text(before), text(after)];
}

/** A form's problems with the other threshold, or the bound, that they come from by name. */
export function namedProblems(t: TFunction, problems: Record<string, FieldProblem>): Record<string, FieldProblem> {
  const name = (because: string) => {
    const key = THRESHOLD_KEYS.find((one) => one === because);
    return key ? t(`threshold.key.${key}`) : t("threshold.bound.name");
  };
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]): [string, FieldProblem] => {
      const { params } = problem;
      if (params?.other === undefined) return [field, problem];
      return [field, { ...problem, params: { ...params, other: name(String(params.other)) } }];
    }),
  );
}
