import { describe, expect, test } from "vitest";

import { evaluate, evaluateGroups } from "~/domain/flag/evaluate";
import { RULE_KEYS } from "~/domain/flag/finding";
import { burnoutSurvey } from "~/domain/survey/flag-rules";
import { clearingText, findingText, paragraph, ruleWords, wardFlagText } from "~/i18n/flag-text";
import { translator } from "~/i18n/i18n";
import { LOCALES } from "~/i18n/resources";

import { aWorkerWith, factsWith } from "../setup/worker-facts";

const DAY = "2025-12-31";
const overtime = [{ month: "2025-11", overtimeHours: 60, leaveDaysTaken: null }];
/** What a survey says of a group: fallen, below the bound, and both with an overload. */
const reading = (index: number) => ({
  ...{ officeIds: null, answered: 7, eligible: 9, index },
  ...{ campaignId: "c", closedOn: "2025-11-30" },
});
const ofSurveys = [
  burnoutSurvey(reading(55), { ...reading(70), closedOn: "2025-05-31" }, false),
  burnoutSurvey(reading(43.75), null, false),
  burnoutSurvey(reading(43.75), { ...reading(62.5), closedOn: "2025-05-31" }, true),
].filter((finding) => finding !== null);
/** Someone on whom every rule of workers finds something in one of two states. */
const ofWorkers = [41, 71].flatMap((annualCases) =>
  evaluate(
    factsWith(
      [
        aWorkerWith({
          ...{ hiredOn: "2025-04-01", incidents: ["2025-12-20"], overtime },
          caseload: {
            annualCases,
            newCases: 10,
            activeCases: 40,
            weightedLoad: annualCases,
            manyTagCases: 4,
            newestManyTagFrom: "2025-12-01",
          },
          qualifications: [
            {
              kind: "career_consultant",
              obtainedOn: "2021-01-01",
              expiresOn: annualCases > 50 ? "2025-12-01" : "2026-01-20",
            },
          ],
        }),
      ],
      DAY,
    ),
  ),
);

/** A contract that half its staff left, with too few of them, paid too little, and without any return. */
const leavers = Array.from({ length: 10 }, (_, index) =>
  aWorkerWith({ staffId: String(index), leftOn: index < 5 ? "2025-12-30" : null, annualPayJpy: 1 }),
);
const agreed = { payFloorJpy: 3_600_000, requiredFte: 8, returnDueDay: 10 };
const ofContract = ["2025-12-31", "2026-04-15"].flatMap((day) => {
  const facts = factsWith(leavers, day);
  return evaluateGroups({ ...facts, hasSpecification: true, terms: { ...facts.terms, ...agreed } }, []);
});

const findings = [...ofWorkers, ...ofSurveys, ...ofContract];

describe("findings in words", () => {
  test.each(LOCALES)("every rule has whole sentences without gaps in %s", (locale) => {
    const t = translator(locale);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set(RULE_KEYS));
    for (const finding of findings) {
      const text = [paragraph(findingText(t, locale, finding), locale), clearingText(t, locale, finding)].join(" ");
      expect(text).not.toMatch(/\{\{|undefined|NaN|flag\.|glossary\./);
    }
  });

  test("a forecast above the cap is told with its interval and its sum", () => {
    const finding = findings.find(({ rule, severity }) => rule === "overload.cap" && severity === "warning");
    if (!finding) throw new Error("no such finding");
    expect(findingText(translator("ja"), "ja", finding)).toEqual([
      "年度見込み51件（80%区間 47〜55）が上限50件を超える見込みです。今年度の担当はいま41件です。",
      "上限50件＝契約上の上限50件×常勤換算1×在籍365日÷365日",
      "見込み51件＝これまでの41件＋残りの開所日58日×新規10件÷令和7年10月3日からの開所日58日",
    ]);
    expect(findingText(translator("en"), "en", finding)[0]).toBe(
      "The forecast for the year, 51 cases (80% interval 47 to 55), is above the cap of 50. So far there are 41.",
    );
  });
});

function lastOf<T>(items: readonly T[]): T {
  const last = items.at(-1);
  if (last === undefined) throw new Error("There is none");
  return last;
}

describe("a survey in words", () => {
  test("a fall below the bound is told with both surveys and the response", () => {
    expect(findingText(translator("en"), "en", lastOf(ofSurveys))).toEqual([
      "The wellbeing index is 43.75, 18.75 points down from 62.5 in the survey before, and below 50.",
      "77.78% answered, and somebody in the same place is under a flag of overload.",
      "Survey closed on 30 Nov 2025: 7 of 9 answered (77.78%), index 43.75",
      "The survey before, closed on 31 May 2025: index 62.5",
    ]);
  });

  test("a ward reads the same published figures", () => {
    const flag = {
      ...{ rule: "burnout.survey" as const, supportStaff: 9, counts: { watch: 1, warning: 0, critical: 0 } },
      figures: ofSurveys[1]?.figures,
    };
    expect(wardFlagText(translator("ja"), "ja", flag)).toEqual([
      "働きやすさ指数が43.75で、50を下回っています。",
      "令和7年11月30日に締め切ったアンケート：9人中7人が回答（77.78%）、指数43.75",
    ]);
  });
});

describe("a contract's own figures in words", () => {
  const ofRule = (rule: string) => lastOf(ofContract.filter((finding) => finding.rule === rule));

  test("each is told with what it is measured against", () => {
    const told = (rule: string) => paragraph(findingText(translator("en"), "en", ofRule(rule)), "en");
    expect(told("retention.exits")).toBe(
      "5 of 10 support staff (50%) left within a year, above 40%. 10 support staff were employed between 16 Apr 2025 and 15 Apr 2026; for 5 of them the last day of employment is among these days.",
    );
    expect(told("staffing.below")).toBe(
      "Support staff make up 5 FTE, below the specification's 8. 0 dedicated outreach workers, below the specification's 2. Below the specification on every day since 16 Apr 2025. That is 2 months or more.",
    );
    expect(told("pay.below")).toContain("5 of the 5 support staff whose pay is known are paid below");
    expect(told("return.late")).toContain("The monthly return for Apr was due on 10 May 2025");
  });

  test("of pay a ward reads that the floor is not met, and no figure", () => {
    const counts = { watch: 0, warning: 0, critical: 1 };
    const flag = { rule: "pay.below" as const, supportStaff: 5, counts, figures: {} };
    expect(wardFlagText(translator("en"), "en", flag)).toEqual([
      "Pay has not met the specification's floor for 2 months or more.",
    ]);
  });

  test("a rule is told with the thresholds that it was raised under", () => {
    const words = (thresholds?: { overtimeWatch: number }) =>
      ruleWords(translator("en"), "en", { rule: "overload.overtime", thresholds });
    expect(words()).toContain("watch above 45 hours");
    expect(words({ overtimeWatch: 30 })).toContain("watch above 30 hours");
    for (const rule of RULE_KEYS) expect(ruleWords(translator("ja"), "ja", { rule })).not.toMatch(/\{\{/);
  });
});

describe("a ward's flag in words", () => {
  const flag = {
    rule: "overload.cap",
    supportStaff: 8,
    counts: { watch: 0, warning: 1, critical: 3 },
    highest: { count: 71, cap: 50 },
  } as const;

  test("it says how many of how many and the highest", () => {
    expect(paragraph(wardFlagText(translator("ja"), "ja", flag), "ja")).toBe(
      "8人中3人が上限を超えています。ほかに8人中1人が年度末に上限を超える見込みです。通年で常勤の人の最多は、上限50件に対し71件です。",
    );
    expect(paragraph(wardFlagText(translator("en"), "en", flag), "en")).toBe(
      "3 of 8 are above the cap. Besides, 1 of 8 is forecast to pass the cap by the year's end. The highest of those with a whole post all year is 71 of 50.",
    );
  });

  test("it counts factors, and says what is withheld of a small contract", () => {
    const counts = { watch: 2, warning: 0, critical: 0 };
    const burnout = {
      rule: "burnout.conditions",
      supportStaff: 6,
      counts,
      factors: { overtime: 2, incident: 1 },
    } as const;
    expect(wardFlagText(translator("ja"), "ja", burnout).slice(1)).toEqual([
      "先月の時間外労働が45時間を超えている：2人",
      "60日以内に重大な出来事があった：1人",
    ]);
    const small = { rule: "overload.cap", supportStaff: 3, counts, withheld: "small" } as const;
    expect(wardFlagText(translator("ja"), "ja", small).at(-1)).toBe(
      "支援員が5人に満たないため、分布と要因は示しません。",
    );
  });
});
