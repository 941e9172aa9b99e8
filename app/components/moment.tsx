import { dayOfInstant } from "../lib/calendar";
import { shortDay } from "../i18n/format";
import { useLocale } from "./locale";

/** An instant as day and time in Tokyo. */
export function Moment({ at }: { at: string | null }) {
  const locale = useLocale();
  if (at === null) return "—";
  const instant = new Date(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Tokyo" }).format(instant);
  return (
    <time dateTime={at} className="whitespace-nowrap tabular">
      {shortDay(dayOfInstant(instant), locale)} {time}
    </time>
  );
}
