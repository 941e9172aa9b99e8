import type { TFunction } from "i18next";

/** Months as years and months, "2年3か月". */
export function durationText(t: TFunction, months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [t("career.duration.years", { count: years })] : []),
    ...(rest > 0 || years === 0 ? [t("career.duration.months", { count: rest })] : []),
  ];
  return parts.join(t("career.duration.and"));
}
