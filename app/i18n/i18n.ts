/** Texts by key in the reader's language; a wrong key does not compile. */
import { createInstance, type i18n, type TFunction } from "i18next";

import { resources, type Locale, type Texts } from "./resources";
import type { Translated } from "./shape";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Translated<Texts> };
    returnNull: false;
  }
}

const instances = new Map<Locale, i18n>();

/** The i18next instance of a language. */
export function i18nFor(locale: Locale): i18n {
  let instance = instances.get(locale);
  if (!instance) {
    instance = createInstance();
    void instance.init({
      lng: locale,
      fallbackLng: false,
      resources,
      initAsync: false,
      interpolation: { escapeValue: false },
    });
    instances.set(locale, instance);
  }
  return instance;
}

/** The translating function of a language, for the server and the command line. */
export function translator(locale: Locale): TFunction {
  return i18nFor(locale).getFixedT(locale);
}

export type { Locale } from "./resources";
