import { useTranslation } from "react-i18next";

export const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours of a weekday in words. */
export function useDayText(): (hours: { weekday: number; from: string; to: string }) => string {
  const { t } = useTranslation();
  return ({ weekday, from, to }) => {
    const day = WEEKDAYS.find((one) => one === String(weekday)) ?? "1";
    return t("planner.availability.dayHours", { day: t(`planner.availability.day.${day}`), from, to });
  };
}
