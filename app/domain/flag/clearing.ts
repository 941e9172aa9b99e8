/**
 * What would clear a flag (解消の条件), worked out from its own figures and thresholds: what to do, how much of it and by when.
 * Codes and numbers only; the sentences are in i18n. Where nobody can clear it, the day on which it ends by itself.
 */
import {
  addDays,
  addMonths,
  anniversary,
  fiscalYearEnd,
  fiscalYearOf,
  monthOf,
  quarterOf,
  quarterSpan,
  type Day,
} from "../../lib/calendar";
import type { Severity } from "../workforce/vocabulary";
import { figure, STRAIN_FACTORS, type Figures, type RuleKey, type StrainFactor } from "./finding";
import { DEFAULT_THRESHOLDS, type Thresholds } from "./thresholds";

export const CLEARING_CODES = [
  ...(["capNew", "capOver", "activeLoad", "overtimeMonth", "supervisionPlan", "supervisionAttend"] as const),
  ...(["trainingNow", "trainingYear", "trainingEnded", "qualificationRenew", "qualificationExpired"] as const),
  ...(["strainFewer", "strainCaseload", "strainLoad", "strainSession", "strainOvertime", "strainLeave"] as const),
  ...(["strainFirstYear", "strainIncident", "surveyNext", "exitsFewer", "staffingFte", "staffingOutreach"] as const),
  ...(["payBelow", "returnFile", "returnFurther"] as const),
] as const;
export type ClearingCode = (typeof CLEARING_CODES)[number];
/** One thing that clears a flag, or a part of it. `count` is how many it takes, where it is counted. */
export type Clearing = { code: ClearingCode; count: number | null; params: Figures };

export type ToClear = {
  rule: RuleKey;
  severity: Severity;
  figures: Figures;
  factors?: readonly StrainFactor[];
  /** Those it was raised under; without them the product's own. */
  thresholds?: Partial<Thresholds> | null;
};
type Given = { of: ToClear; n: (key: string) => number; held: Thresholds; day: Day; yearEnd: Day };

/** What would clear a flag, as of a day on which it is open. */
export function clearingOf(of: ToClear, day: Day): Clearing[] {
  const n = (key: string) => Number(of.figures[key] ?? 0);
  const held = { ...DEFAULT_THRESHOLDS, ...of.thresholds };
  return CLEARINGS[of.rule]({ of, n, held, day, yearEnd: fiscalYearEnd(fiscalYearOf(day)) });
}

const CLEARINGS: Record<RuleKey, (given: Given) => Clearing[]> = {
  "overload.cap": ({ n, yearEnd }) => {
    const allowed = Math.floor(n("cap")) - n("count");
    // why: a year counts every case that was led in it, so handing one over takes nothing away.
    if (allowed < 0) return [step("capOver", { cap: n("cap"), on: addDays(yearEnd, 1) }, n("count"))];
    const fewer = n("forecastHigh") - Math.floor(n("cap"));
    return [step("capNew", { upper: n("forecastHigh") - n("count"), fewer, by: yearEnd }, allowed)];
  },
  "overload.active": ({ n }) => [lessLoad("activeLoad", n("weightedLoad"), n("clearedAt"))],
  "overload.overtime": ({ of, n }) => {
    const month = monthOf(addMonths(`${String(of.figures.month)}-01`, 1));
    return [step("overtimeMonth", { month, hours: n("clearedAt") })];
  },
  "supervision.due": ({ of, day }) => {
    const end = String(of.figures.quarterEndsOn);
    if (of.severity === "watch") return [step("supervisionPlan", { by: end }, 1)];
    // why: only a session after the quarter that was missed clears it, and it is the next quarter's own one too.
    const first = addDays(end, 1) > day ? addDays(end, 1) : day;
    return [step("supervisionAttend", { by: quarterSpan(fiscalYearOf(first), quarterOf(first)).to }, 1)];
  },
  "training.pace": ({ of, n, held, yearEnd }) => {
    const missing = halves(n("ownTarget") - n("hours"));
    if (of.severity === "critical") {
      const by = fiscalYearEnd(n("fiscalYear"));
      return [step("trainingEnded", { hours: missing, by, on: addDays(by, 1) })];
    }
    const due = (n("contractTarget") * n("presentDays") * held.trainingWatch) / (n("daysInYear") * 100);
    return [
      step("trainingNow", { hours: halves(due - n("hours")), percent: held.trainingWatch }),
      ...(missing > 0 ? [step("trainingYear", { hours: missing, by: yearEnd })] : []),
    ];
  },
  "qualification.expiry": ({ of: { figures, severity } }) => {
    const { kind = null, expiresOn: by = null } = figures;
    return [
      severity === "critical" ? step("qualificationExpired", { kind }) : step("qualificationRenew", { kind, by }),
    ];
  },
  "burnout.conditions": (given) => {
    const { of, held } = given;
    const factors = STRAIN_FACTORS.filter((factor) => of.factors?.includes(factor));
    const steps = factors.map((factor) => STRAINS[factor](given));
    // why: one session ends two of the factors.
    const once = steps.filter(({ code }, index) => steps.findIndex((one) => one.code === code) === index);
    const fewer = Math.max(1, factors.length - (held.strainWatch - 1));
    return [step("strainFewer", { factors: factors.length }, fewer), ...once];
  },
  "burnout.survey": ({ n }) => [step("surveyNext", { bound: n("bound"), above: figure(n("index") - n("fall")) })],
  "retention.exits": ({ n }) => {
    const allowed = Math.floor((n("clearedAt") * n("of")) / 100);
    return [step("exitsFewer", { allowed, of: n("of") }, n("leavers") - allowed)];
  },
  "staffing.below": ({ of: { figures }, n }) => [
    ...(figures.isFteBelow ? [step("staffingFte", {}, figure(n("requiredFte") - n("fte")))] : []),
    ...(figures.isOutreachBelow
      ? [step("staffingOutreach", {}, n("requiredOutreachWorkers") - n("outreachWorkers"))]
      : []),
  ],
  "pay.below": ({ n }) => [step("payBelow", { floorJpy: n("floorJpy") }, n("below"))],
  "return.late": ({ of: { figures }, n }) => {
    const { month = null, dueOn: by = null } = figures;
    const further = n("lateMonths") - 1;
    return [step("returnFile", { month, by }), ...(further > 0 ? [step("returnFurther", {}, further)] : [])];
  },
};

const STRAINS: Record<StrainFactor, (given: Given) => Clearing> = {
  caseload: ({ yearEnd }) => step("strainCaseload", { on: addDays(yearEnd, 1) }),
  active_load: ({ n }) => lessLoad("strainLoad", n("weightedLoad"), n("loadLimit")),
  no_supervision: () => step("strainSession", {}, 1),
  complex_cases: () => step("strainSession", {}, 1),
  overtime: ({ day }) => step("strainOvertime", { month: monthOf(day) }),
  little_leave: ({ n }) => step("strainLeave", { days: n("leaveDays") }),
  first_year: ({ of }) => step("strainFirstYear", { on: anniversary(String(of.figures.hiredOn), 1) }),
  incident: () => step("strainIncident", {}),
};

function step(code: ClearingCode, params: Figures, count: number | null = null): Clearing {
  return { code, count, params };
}

/** How much load to give away; every case weighs at least one, so as many cases as it comes to are enough. */
function lessLoad(code: ClearingCode, load: number, limit: number): Clearing {
  const less = halves(load - limit);
  return step(code, { less, limit }, Math.ceil(less));
}

/** Rounded up to halves: loads and hours come in halves, and a little more clears as well. */
function halves(value: number): number {
  // why: a sum of doubles may lie a hair above the half that it is.
  return Math.ceil(Math.max(0, value) * 2 - 1e-9) / 2;
}
