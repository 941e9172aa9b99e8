import type { TFunction } from "i18next";

/** Months as years and months, "2年3か月". */
export function durationText(t: TFunction, months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const texts = {
    years: t("career.duration.years", { count: years }),
    months: t("career.duration.months", { count: rest }),
  };
  if (years === 0) return texts.months;
  return rest === 0 ? texts.years : t("career.duration.both", texts);
}
