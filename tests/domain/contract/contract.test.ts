import { describe, expect, test } from "vitest";

import { DEFAULT_TERMS, termsFrom } from "~/domain/contract/terms";
import { checkDigit, isWardCode, SPECIAL_WARDS } from "~/domain/contract/ward-code";

describe("a ward's code", () => {
  test.each([
    // 6 + 15 + 4 + 0 + 2 = 27; 27 mod 11 = 5; 11 - 5 = 6
    ["13101", 6],
    // 33 mod 11 = 0; 11 → 1
    ["13104", 1],
    // 34 mod 11 = 1; 10 → 0
    ["13113", 0],
  ])("%s has the check digit %i", (five, digit) => {
    expect(checkDigit(five)).toBe(digit);
  });
  test("is valid for all 23 special wards, each once, and for Tokyo itself", () => {
    expect(SPECIAL_WARDS.filter(({ code }) => !isWardCode(code))).toEqual([]);
    expect(new Set(SPECIAL_WARDS.map(({ code }) => code)).size).toBe(23);
    expect(isWardCode("130001")).toBe(true);
  });
  test.each(["131042", "13104", "1310411", "13104x", "１３１０４１", ""])("%s is refused", (code) => {
    expect(isWardCode(code)).toBe(false);
  });
  test("with two neighbouring digits exchanged is refused", () => {
    expect(isWardCode("311041")).toBe(false);
  });
});

describe("a contract's terms", () => {
  test("are the defaults without a specification", () => {
    expect(termsFrom(null)).toBe(DEFAULT_TERMS);
    expect(DEFAULT_TERMS.recognisedQualifications).not.toContain("other");
    expect(DEFAULT_TERMS.recognisedQualifications).toHaveLength(6);
  });
  test("an empty list of qualifications means the default list, an own one replaces it", () => {
    const row = { ...DEFAULT_TERMS, cap: 45, recognisedQualifications: [] as string[], targets: { trainingHours: 24 } };
    expect(termsFrom(row)).toEqual({ ...DEFAULT_TERMS, cap: 45, targets: { trainingHours: 24 } });
    expect(termsFrom({ ...row, recognisedQualifications: ["other"] }).recognisedQualifications).toEqual(["other"]);
  });
});
