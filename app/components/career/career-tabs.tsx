import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const TABS = [
  { key: "qualifications", to: "/contractor/qualifications" },
  { key: "careers", to: "/contractor/careers" },
] as const;

/** The two pages of qualifications and careers of a contract. */
export function CareerTabs({ current }: { current: (typeof TABS)[number]["key"] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("career.tabs.label")} className="mt-4 border-b border-solid-gray-300 print:hidden">
      <ul className="flex gap-6">
        {TABS.map(({ key, to }) => (
          <li key={key}>
            <Link
              to={to}
              aria-current={key === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent text-std-16B-170 text-key-900 aria-[current=page]:border-key-900"
            >
              {t(`career.tabs.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
