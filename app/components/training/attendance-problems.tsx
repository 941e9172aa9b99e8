import { useTranslation } from "react-i18next";

import { decimal, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { Notice } from "../notice";

type Problem = {
  staffId: string;
  staffCode: string;
  name: string | null;
  day: Day;
  problem: "tooManyHours" | "notEmployed";
  hours: number;
};

/** Whose day does not allow what was to be written down; nothing was stored. */
export function AttendanceProblems({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Notice kind="error" title={t("course.problem.title")}>
      <ul className="list-disc pl-6">
        {problems.map(({ staffId, staffCode, name, day, problem, hours }) => (
          <li key={staffId + day}>
            {t(`course.problem.${problem}`, {
              ...{ name: name ?? staffCode, day: shortDay(day, locale), hours: decimal(hours, locale, 2) },
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
