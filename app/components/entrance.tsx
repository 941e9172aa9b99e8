import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The frame of the pages before sign-in: the product, the language, one thing to do. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const other = i18n.language === "en" ? ("ja" as const) : ("en" as const);
  return (
    <>
      <header className="mx-auto flex max-w-xl items-center justify-between px-4 pt-6 md:pt-12">
        <p className="text-std-18B-160 text-key-1000">{t("common.appTitle")}</p>
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
      </header>
      <main id="main" className="mx-auto max-w-xl px-4 pt-6 pb-16">
        <h1 className="text-std-28B-150">{title}</h1>
        {lead && <p className="mt-2 text-std-16N-170 text-solid-gray-700">{lead}</p>}
        {children}
      </main>
    </>
  );
}
