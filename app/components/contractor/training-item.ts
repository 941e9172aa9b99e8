import type { TFunction } from "i18next";

import type { InboxItem } from "../flag-inbox";

/** Training that waits for the manager's approval, as one entry of the inbox; none where nothing waits. */
export function trainingItems(t: TFunction, pending: number): InboxItem[] {
  if (pending === 0) return [];
  return [
    {
      ...{ key: "training", severity: "watch", sentence: t("course.inbox.waiting", { count: pending }) },
      action: { to: "/contractor/training", label: t("course.inbox.open") },
    },
  ];
}
