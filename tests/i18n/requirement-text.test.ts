import { expect, test } from "vitest";

import { PRESET_REQUIREMENTS, type Requirement } from "~/domain/contract/requirement";
import { translator } from "~/i18n/i18n";
import { differenceText, judgementWord, missingText, requirementText } from "~/i18n/requirement-text";

const [ja, en] = [translator("ja"), translator("en")];
const { policy, ninteiShakaiFukushishi: nintei } = PRESET_REQUIREMENTS;
const own: Requirement = {
  ...{ preset: "custom", sessionsPerYear: 6, minMinutes: 45, individualShare: 0.5, externalNeeded: 1 },
};

test("a requirement reads as a clause of the specification", () => {
  expect([policy, nintei, own].map((requirement) => requirementText(ja, requirement))).toEqual([
    "年4回以上",
    "個人 年6回以上（1回60分以上）、またはグループ 年8回以上（1回90分以上）",
    "年6回以上（1回45分以上・うち個人50%以上・うち外部のスーパーバイザー1回以上）",
  ]);
  expect([policy, nintei, own].map((requirement) => requirementText(en, requirement))).toEqual([
    "at least 4 sessions a year",
    "at least 6 individual sessions a year (60 minutes or more each), or at least 8 group sessions a year (90 minutes or more each)",
    "at least 6 sessions a year (45 minutes or more each, at least 50% of them individual, at least 1 with an external supervisor)",
  ]);
});

test("what is missing says how many, of which kind and length", () => {
  const missing = { kind: "individual", sessions: 2, minMinutes: 60, individual: 0, external: 0 } as const;
  expect(missingText(ja, missing)).toBe("個人であと2回（1回60分以上）");
  expect(missingText(en, missing)).toBe("2 more individual sessions (60 minutes or more each)");
  const mixed = { kind: null, sessions: 1, minMinutes: 0, individual: 1, external: 1 };
  expect(missingText(ja, mixed)).toBe("あと1回（うち個人1回・うち外部1回）");
  expect(missingText(en, mixed)).toBe("1 more session (1 of them individual, 1 of them with an external supervisor)");
  expect(missingText(en, { ...mixed, individual: 0, external: 0 })).toBe("1 more session");
});

test("short before the year's end is something to arrange, after it a lack", () => {
  expect([judgementWord(ja, "short", false), judgementWord(ja, "short", true), judgementWord(ja, "met", true)]).toEqual(
    [...["予定が必要", "不足", "達成"]],
  );
});

test("a differing clause names both values", () => {
  expect(differenceText(ja, "ja", { key: "requirement", before: policy, after: own })).toMatchObject({
    ...{ name: "スーパービジョンの要件", before: "年4回以上" },
  });
  expect(differenceText(en, "en", { key: "requiredFte", before: null, after: 7.5 })).toMatchObject({
    ...{ before: "Not set", after: "7.5" },
  });
  expect(differenceText(en, "en", { key: "trainingApproval", before: false, after: true })).toMatchObject({
    ...{ before: "Not required", after: "Required" },
  });
});
