import type { Day } from "../../lib/calendar";
import type { Severity } from "../workforce/vocabulary";
import type { NotificationKind, Params } from "./happenings";

/** A notification as its reader sees it. */
export type OwnNotification = {
  id: string;
  kind: NotificationKind;
  severity: Severity | null;
  params: Params;
  /** The part of the site that it leads to, which says in which role it was told. */
  area: string;
  day: Day;
  isRead: boolean;
};

/** More unread ones than so many are counted as so many and more. */
export const MOST_COUNTED = 99;
