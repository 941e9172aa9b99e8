/** All texts, by language. A namespace is one pair of files, ja/NAME.ts and en/NAME.ts. */
import enAdmin from "./en/admin";
import enAuth from "./en/auth";
import enCommon from "./en/common";
import enContractor from "./en/contractor";
import enFigures from "./en/figures";
import enFlag from "./en/flag";
import enImport from "./en/import";
import enKpi from "./en/kpi";
import enMe from "./en/me";
import enOperations from "./en/operations";
import enSupervision from "./en/supervision";
import enWard from "./en/ward";
import { glossaryIn } from "./glossary";
import jaAdmin from "./ja/admin";
import jaAuth from "./ja/auth";
import jaCommon from "./ja/common";
import jaContractor from "./ja/contractor";
import jaFigures from "./ja/figures";
import jaFlag from "./ja/flag";
import jaImport from "./ja/import";
import jaKpi from "./ja/kpi";
import jaMe from "./ja/me";
import jaOperations from "./ja/operations";
import jaSupervision from "./ja/supervision";
import jaWard from "./ja/ward";
import type { Translated } from "./shape";

export const LOCALES = ["ja", "en"] as const;
export type Locale = (typeof LOCALES)[number];

const ja = {
  glossary: glossaryIn("ja"),
  common: jaCommon,
  auth: jaAuth,
  admin: jaAdmin,
  import: jaImport,
  kpi: jaKpi,
  flag: jaFlag,
  figures: jaFigures,
  me: jaMe,
  supervision: jaSupervision,
  contractor: jaContractor,
  ward: jaWard,
  operations: jaOperations,
};

export type Texts = typeof ja;

const en: Translated<Texts> = {
  glossary: glossaryIn("en"),
  common: enCommon,
  auth: enAuth,
  admin: enAdmin,
  import: enImport,
  kpi: enKpi,
  flag: enFlag,
  figures: enFigures,
  me: enMe,
  supervision: enSupervision,
  contractor: enContractor,
  ward: enWard,
  operations: enOperations,
};

export const resources = { ja: { translation: ja }, en: { translation: en } };
