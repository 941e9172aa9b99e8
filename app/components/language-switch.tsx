import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useLocale } from "./locale";

/** Turns the page into the other language, in that language's own name; the reader stays where they are. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const other = useLocale() === "en" ? ("ja" as const) : ("en" as const);
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="next" value={pathname + search} />
      <button
        type="submit"
        lang={other}
        className="min-h-11 px-2 text-dns-16N-130 text-key-900 underline underline-offset-4"
      >
        {other === "en" ? t("common.english") : t("common.japanese")}
      </button>
    </Form>
  );
}
