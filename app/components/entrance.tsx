import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LanguageSwitch } from "./language-switch";

/** The frame of the pages before sign-in: the product, the language, one thing to do. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <header className="mx-auto flex max-w-xl items-center justify-between px-4 pt-6 md:pt-12">
        <p className="text-std-18B-160 text-key-1000">{t("common.appTitle")}</p>
        <LanguageSwitch />
      </header>
      <main id="main" className="mx-auto max-w-xl px-4 pt-6 pb-16">
        <h1 className="text-std-28B-150">{title}</h1>
        {lead && <p className="mt-2 text-std-16N-170 text-solid-gray-700">{lead}</p>}
        {children}
      </main>
    </>
  );
}
