import type { TFunction } from "i18next";

import type { Blocker } from "../../domain/planner/blockers";

/** What is in the way of a session, in words. */
export function blockerText(t: TFunction, blocker: Blocker): string {
  if (blocker.code !== "slotsTaken") return t(`planner.blocker.${blocker.code}`, { ...blocker });
  const parts = (["booked", "full", "taken", "travel"] as const)
    .filter((part) => blocker[part] > 0)
    .map((part) => t(`planner.blocker.${part}`, { count: blocker[part] }));
  return t("planner.blocker.slotsTaken", { common: blocker.common, parts: parts.join(t("planner.comma")) });
}
