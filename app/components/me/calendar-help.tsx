import { useTranslation } from "react-i18next";

import { Section } from "../page";

const PROGRAMS = ["iphone", "google", "outlook"] as const;
const STEPS = [1, 2, 3] as const;

/** How to add the calendar on each kind of device, and what it shows. */
export function CalendarHelp({ days }: { days: { back: number; ahead: number; cancelled: number } }) {
  const { t } = useTranslation();
  return (
    <>
      <Section id="how" title={t("calendar.how.title")}>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-3">
          {PROGRAMS.map((program) => (
            <div key={program}>
              <h3 className="text-std-17B-170">{t(`calendar.how.${program}`)}</h3>
              <ol className="mt-2 list-decimal pl-6 text-std-16N-170">
                {STEPS.map((step) => (
                  <li key={step} className="mt-1">
                    {t(`calendar.how.${program}${step}`)}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </Section>
      <Section id="shows" title={t("calendar.shows.title")}>
        <ul className="list-disc pl-6 text-std-16N-170">
          <li>{t("calendar.shows.time")}</li>
          <li className="mt-1">{t("calendar.shows.state", { days: days.cancelled })}</li>
          <li className="mt-1">{t("calendar.shows.range", { back: days.back, ahead: days.ahead })}</li>
          <li className="mt-1 font-700">{t("calendar.shows.never")}</li>
        </ul>
      </Section>
    </>
  );
}
