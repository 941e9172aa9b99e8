import { useTranslation } from "react-i18next";

import type { SessionRow } from "../../domain/supervision/session";
import { shortDay } from "../../i18n/format";
import { ConflictNotice, type ConflictField } from "../conflict";
import type { FormState } from "../form";
import { useLocale } from "../locale";

/** A session that somebody else changed first: how it stands, and what the reader typed in the form they sent. */
export function SessionConflict(props: { answer: object; stands: SessionRow; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { stands } = props;
  const values = props.state?.values ?? {};
  const text = (name: string) => String(values[name] ?? "");
  const themes = (keys: readonly string[]) =>
    stands.themes.length + keys.length === 0
      ? ""
      : keys
          .map((key) => t(`supervision.theme.${key as SessionRow["themes"][number]}`))
          .join(locale === "ja" ? "、" : ", ");
  const wishes: (ConflictField & { isAsked: boolean })[] = [
    {
      ...{ name: "heldOn", label: t("supervision.form.heldOn"), isAsked: "heldOn" in values },
      ...{ stands: shortDay(stands.heldOn, locale), typed: text("heldOn").replaceAll("-", "/") },
    },
    {
      ...{ name: "startTime", label: t("supervision.form.startTime"), isAsked: "startTime" in values },
      ...{ stands: stands.startTime ?? "", typed: text("startTime") },
    },
    {
      ...{
        name: "minutes",
        label: t("supervision.form.minutes"),
        isAsked: "minutes" in values || "minutesHeld" in values,
      },
      ...{ stands: String(stands.minutes), typed: text("minutesHeld") || text("minutes") },
    },
    {
      ...{ name: "place", label: t("supervision.form.place"), isAsked: "place" in values },
      ...{ stands: stands.place ?? "", typed: text("place") },
    },
    {
      ...{ name: "videoUrl", label: t("session.form.videoUrl"), isAsked: "videoUrl" in values },
      ...{ stands: stands.videoUrl ?? "", typed: text("videoUrl") },
    },
    {
      ...{ name: "themes", label: t("supervision.form.themes"), isAsked: "heldOn" in values },
      ...{ stands: themes(stands.themes), typed: themes([values.themes ?? []].flat()) },
    },
    {
      ...{ name: "reason", label: t("session.form.reason"), isAsked: "reason" in values },
      ...{ stands: stands.cancelReason ?? "", typed: text("reason") },
    },
    ...stands.participants.map(({ staffId, name, attendance }) => ({
      ...{ name: `attendance:${staffId}`, label: name, isAsked: `attendance:${staffId}` in values },
      stands: attendance ? t(`glossary.attendance.${attendance}`) : "",
      typed: attendanceWord(text(`attendance:${staffId}`)),
    })),
  ];
  function attendanceWord(value: string): string {
    return value === "attended" || value === "absent" || value === "excused" ? t(`glossary.attendance.${value}`) : "";
  }
  const state: ConflictField = {
    ...{ name: "status", label: t("session.details.state"), stands: t(`glossary.session.${stands.status}`) },
    typed: t(`glossary.session.${"reason" in values ? "cancelled" : stands.status}`),
  };
  return <ConflictNotice answer={props.answer} fields={[state, ...wishes.filter((wish) => wish.isAsked)]} />;
}
