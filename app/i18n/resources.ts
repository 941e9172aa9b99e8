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
import enSurvey from "./en/survey";
import enWard from "./en/ward";
import enSession from "./en/session";
import enNote from "./en/note";
import enPlanner from "./en/planner";
import enCalendar from "./en/calendar";
import enCourse from "./en/course";
import enCareer from "./en/career";
import enRecord from "./en/record";
import enRequirement from "./en/requirement";
import enOutbox from "./en/outbox";
import enThreshold from "./en/threshold";
import enSimulator from "./en/simulator";
import enRedistribution from "./en/redistribution";
import enNotification from "./en/notification";
import enImprovement from "./en/improvement";
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
import jaSurvey from "./ja/survey";
import jaWard from "./ja/ward";
import jaSession from "./ja/session";
import jaNote from "./ja/note";
import jaPlanner from "./ja/planner";
import jaCalendar from "./ja/calendar";
import jaCourse from "./ja/course";
import jaCareer from "./ja/career";
import jaRecord from "./ja/record";
import jaRequirement from "./ja/requirement";
import jaOutbox from "./ja/outbox";
import jaThreshold from "./ja/threshold";
import jaSimulator from "./ja/simulator";
import jaRedistribution from "./ja/redistribution";
import jaNotification from "./ja/notification";
import jaImprovement from "./ja/improvement";
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
  survey: jaSurvey,
  contractor: jaContractor,
  ward: jaWard,
  operations: jaOperations,
  session: jaSession,
  note: jaNote,
  planner: jaPlanner,
  calendar: jaCalendar,
  course: jaCourse,
  career: jaCareer,
  record: jaRecord,
  requirement: jaRequirement,
  outbox: jaOutbox,
  threshold: jaThreshold,
  simulator: jaSimulator,
  redistribution: jaRedistribution,
  notification: jaNotification,
  improvement: jaImprovement,
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
  survey: enSurvey,
  contractor: enContractor,
  ward: enWard,
  operations: enOperations,
  session: enSession,
  note: enNote,
  planner: enPlanner,
  calendar: enCalendar,
  course: enCourse,
  career: enCareer,
  record: enRecord,
  requirement: enRequirement,
  outbox: enOutbox,
  threshold: enThreshold,
  simulator: enSimulator,
  redistribution: enRedistribution,
  notification: enNotification,
  improvement: enImprovement,
};

export const resources = { ja: { translation: ja }, en: { translation: en } };
