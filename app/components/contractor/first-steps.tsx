import { useTranslation } from "react-i18next";

import { LinkButton } from "../button";

const STEPS = ["offices", "staff", "cases", "training", "sessions"] as const;

/** The first steps of a contract without records: what is there, what comes next, and the way to the import. */
export function FirstSteps({ taken }: { taken: Record<(typeof STEPS)[number], boolean> }) {
  const { t } = useTranslation();
  return (
    <div className="rounded-12 border border-key-300 bg-key-50 px-5 py-5">
      <h2 className="text-std-20B-150">{t("contractor.firstSteps.title")}</h2>
      <p className="mt-1 text-std-16N-170">{t("contractor.firstSteps.lead")}</p>
      <ol className="mt-3 flex flex-col gap-2">
        {STEPS.map((step) => (
          <li key={step} className="flex items-baseline gap-3 text-std-16N-170">
            <span aria-hidden="true" className="w-5 shrink-0 text-center font-700">
              {taken[step] ? "✓" : "□"}
            </span>
            <span>
              {t(`contractor.firstSteps.${step}`)}
              <span className="ml-2 text-dns-14N-130 text-solid-gray-700">
                {t(taken[step] ? "contractor.firstSteps.done" : "contractor.firstSteps.open")}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <LinkButton to="/contractor/import">{t("contractor.firstSteps.import")}</LinkButton>
      </div>
    </div>
  );
}
