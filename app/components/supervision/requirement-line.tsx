import { useTranslation } from "react-i18next";

import type { Requirement } from "../../domain/contract/requirement";
import { requirementText } from "../../i18n/requirement-text";

/** What the contract asks of supervision, in one line, for those whom it concerns. */
export function RequirementLine({ requirement }: { requirement: Requirement }) {
  const { t } = useTranslation();
  return (
    <p className="mt-4 text-std-16N-170">
      {t("requirement.ofContract", { requirement: requirementText(t, requirement) })}
    </p>
  );
}
