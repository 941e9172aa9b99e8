import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Course } from "../../domain/forecast/course";
import { ForecastChart } from "../charts/forecast";
import { Section } from "../page";

/** How a contract's year is expected to end; the contractor finds the way to a redistribution beside it. */
export function YearEnd({ course, side }: { course: Course; side: "contractor" | "ward" }) {
  const { t } = useTranslation();
  return (
    <Section
      id="forecast"
      title={t("redistribution.forecast.section")}
      note={t("redistribution.forecast.contractNote")}
      actions={
        side === "contractor" && (
          <Link to="/contractor/redistribution" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("redistribution.link")}
          </Link>
        )
      }
    >
      <ForecastChart course={course} capKind="contract" />
    </Section>
  );
}
