import { describe, expect, test } from "vitest";

import { judged, percentOf } from "~/domain/kpi/indicator";
import { translator } from "~/i18n/i18n";
import { distanceSentence } from "~/i18n/kpi-text";

const inBoth = (indicator: ReturnType<typeof judged>) =>
  (["ja", "en"] as const).map((locale) => distanceSentence(translator(locale), locale, indicator));

describe("the distance to a target in words", () => {
  test("counts people where people were counted", () => {
    expect(inBoth(judged("retention3y", percentOf(5, 7)))).toEqual([
      "7人中5人、目標まであと1人",
      "5 of 7, one short of the target",
    ]);
    expect(inBoth(judged("supervisionRate", percentOf(3, 8)))[1]).toBe("3 of 8, 5 short of the target");
    expect(inBoth(judged("qualifiedShare", percentOf(3, 5)))).toEqual([
      "5人中3人、目標を達成しています",
      "3 of 5, target met",
    ]);
  });
  test("counts cases in the monthly return, thousands separated", () => {
    expect(inBoth(judged("independenceRate", percentOf(1200, 2000)))).toEqual([
      "2,000件中1,200件、目標まであと300件",
      "1,200 of 2,000, 300 short of the target",
    ]);
    expect(inBoth(judged("welfareTransitionRate", percentOf(3, 20)))[1]).toBe("3 of 20, one above the target");
  });
  test("tells the gap of means, and nothing where there is no data", () => {
    const hours = judged("trainingHours", { value: 15.25, numerator: 61, denominator: 4 });
    expect(inBoth(hours)).toEqual(["目標の20時間まであと4.8時間", "4.8 h below the target of 20 h"]);
    const cases = judged("caseloadPerWorker", { value: 50, numerator: 100, denominator: 2 });
    expect(inBoth(cases)).toEqual(["目標の50件以内です", "Within the target of 50 cases"]);
    expect(inBoth(judged("retention3y", percentOf(0, 0)))[1]).toBe("No data yet");
  });
});
