import { useTranslation } from "react-i18next";

import type { Blocker } from "../../domain/planner/blockers";
import type { Violation } from "../../domain/planner/checker";
import type { PlanItem } from "../../domain/planner/plan";
import type { QualityNote } from "../../domain/planner/quality";
import { timeOf } from "../../domain/planner/time";
import type { OfficeName } from "../../domain/planner/view";
import { dayInYear, longDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { blockerText } from "./blocker-text";

export type Names = Record<string, string>;

/** What is in the way of a session, in words. */
export function useBlockerText(): (blocker: Blocker) => string {
  const { t } = useTranslation();
  return (blocker) => blockerText(t, blocker);
}

/** A rule that a session breaks, in words. */
export function useViolationText(names: Names): (violation: Violation) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (violation) =>
    t(`planner.violation.${violation.code}`, {
      ...violation,
      name: "workerId" in violation ? (names[violation.workerId] ?? "") : "",
      at: "at" in violation ? timeOf(violation.at) : "",
      day:
        "notBefore" in violation
          ? longDay(violation.notBefore, locale)
          : "day" in violation
            ? longDay(violation.day, locale)
            : "",
    });
}

/** What could be better, in words. */
export function useNoteText(names: Names): (note: QualityNote) => string {
  const { t } = useTranslation();
  return (note) =>
    t(`planner.note.${note.code}`, {
      ...note,
      names: "workerIds" in note ? note.workerIds.map((id) => names[id] ?? "").join(t("planner.comma")) : "",
    });
}

/** An office's name in the reader's language. */
export function useOfficeText(offices: readonly OfficeName[]): (officeId: string | null) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (officeId) => {
    const office = offices.find((one) => one.officeId === officeId);
    if (!office) return t("planner.board.noOffice");
    return locale === "en" ? (office.nameEn ?? office.name) : office.name;
  };
}

/** A session of the plan as one line: day, time, kind, participants, place. */
export function useItemText(names: Names, offices: readonly OfficeName[]): (item: PlanItem) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const officeText = useOfficeText(offices);
  return (item) =>
    t("planner.board.item", {
      ...{ day: dayInYear(item.day, locale), time: timeOf(item.start), kind: t(`glossary.session.${item.kind}`) },
      names: item.participants.map((id) => names[id] ?? "").join(t("planner.comma")),
      office: officeText(item.officeId),
    });
}
