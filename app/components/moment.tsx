import { shortMoment } from "../i18n/format";
import { useLocale } from "./locale";

/** An instant as day and time in Tokyo. */
export function Moment({ at }: { at: string | null }) {
  const locale = useLocale();
  if (at === null) return "—";
  return (
    <time dateTime={at} className="whitespace-nowrap tabular">
      {shortMoment(new Date(at), locale)}
    </time>
  );
}
