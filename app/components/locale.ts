import { useTranslation } from "react-i18next";

import type { Locale } from "../i18n/resources";

/** The reader's language, for formatting. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === "en" ? "en" : "ja";
}
