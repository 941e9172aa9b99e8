import type { MetaFunction } from "@remix-run/react";

import { translator, type Locale } from "../i18n/i18n";

type TFunction = ReturnType<typeof translator>;

/** A route's `meta`: its title in the language that the root loaded. */
export function titled(title: (t: TFunction) => string): MetaFunction {
  return ({ matches }) => {
    const root = matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
    const t = translator(root?.locale ?? "ja");
    return [{ title: `${title(t)} | ${t("glossary.product")}` }];
  };
}
