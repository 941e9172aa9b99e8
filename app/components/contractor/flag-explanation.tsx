import { useTranslation } from "react-i18next";

import { clearingText, findingText, ruleWords, type FindingInWords } from "../../i18n/flag-text";
import { useLocale } from "../locale";
import { Section } from "../page";
import { SeverityBadge } from "../status";

/** A flag that explains itself: what was found, how the figures come about, the rule, and what would clear it. */
export function FlagExplanation({ flag }: { flag: FindingInWords & { version: number } }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [first, ...sums] = findingText(t, locale, flag);
  return (
    <>
      <div className="mt-6 rounded-12 border border-solid-gray-420 px-5 py-4">
        <SeverityBadge severity={flag.severity} />
        <p className="mt-2 text-std-17N-170">{first}</p>
      </div>
      {sums.length > 0 && (
        <Section id="figures" title={t("contractor.flag.figures")}>
          <ul className="list-disc space-y-1 pl-6 text-std-16N-170">
            {sums.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="clears" title={t("contractor.flag.clears")}>
        <p className="text-std-16N-170">{clearingText(t, locale, flag)}</p>
      </Section>
      <Section
        id="rule"
        title={t("contractor.flag.how")}
        note={t("contractor.flag.version", { version: flag.version })}
      >
        <p className="text-std-16N-170">{ruleWords(t, locale, flag)}</p>
      </Section>
    </>
  );
}
