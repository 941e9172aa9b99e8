import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const TABS = [
  { to: "/contractor/training", label: "course.tabs.standing", end: true },
  { to: "/contractor/training/records", label: "course.tabs.records", end: false },
  { to: "/contractor/training/class", label: "course.tabs.class", end: false },
  { to: "/contractor/training/plan", label: "course.tabs.plan", end: false },
] as const;

/** The parts of the manager's training pages. */
export function TrainingTabs() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("course.tabs.label")} className="mt-4 border-b border-solid-gray-420 print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {TABS.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent text-std-16N-170 text-key-1000 no-underline hover:underline aria-[current=page]:border-key-900 aria-[current=page]:font-700"
            >
              {t(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
