import { describe, expect, test } from "vitest";

import { PRESET_REQUIREMENTS } from "~/domain/contract/requirement";
import { contractYears, requirementFrom, specificationForm } from "~/domain/contract/specification-form";
import { parseForm } from "~/lib/form";

function parsed(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ fiscalYear: "2026", version: "0", ...fields })) form.set(name, value);
  return parseForm(specificationForm, form);
}
const problems = (fields: Record<string, string>) => {
  const result = parsed(fields);
  return result.ok ? {} : result.problems;
};

describe("the form of a specification", () => {
  test("takes a preset as it is, whatever stands in the other fields", () => {
    const result = parsed({ preset: "ninteiShakaiFukushishi", sessionsPerYear: "12", trainingApproval: "1" });
    expect(result.ok && requirementFrom(result.data)).toEqual(PRESET_REQUIREMENTS.ninteiShakaiFukushishi);
    expect(result.ok && result.data.trainingApproval).toBe(true);
  });

  test("takes own values, full-width digits too; what is left empty asks for nothing", () => {
    const whole = parsed({
      preset: "custom",
      sessionsPerYear: "１２",
      minMinutes: "45",
      individualPercent: "50",
      externalNeeded: "2",
    });
    expect(whole.ok && requirementFrom(whole.data)).toEqual({
      ...{ preset: "custom", sessionsPerYear: 12, minMinutes: 45, individualShare: 0.5, externalNeeded: 2 },
    });
    const bare = parsed({
      preset: "custom",
      sessionsPerYear: "4",
      minMinutes: "",
      individualPercent: "",
      externalNeeded: "",
    });
    expect(bare.ok && requirementFrom(bare.data)).toEqual({ ...PRESET_REQUIREMENTS.policy, preset: "custom" });
  });

  test("refuses fewer than four a year, halves, and more external sessions than there are sessions", () => {
    expect(problems({ preset: "custom", sessionsPerYear: "3" })).toEqual({
      sessionsPerYear: { code: "tooSmall", params: { min: 4 } },
    });
    expect(problems({ preset: "custom", sessionsPerYear: "4.5" })).toHaveProperty("sessionsPerYear.code", "step");
    expect(problems({ preset: "custom" })).toEqual({ sessionsPerYear: { code: "missing" } });
    expect(problems({ preset: "custom", sessionsPerYear: "4", externalNeeded: "5" })).toEqual({
      externalNeeded: { code: "tooLarge", params: { max: 4 } },
    });
    expect(problems({})).toEqual({ preset: { code: "choose" } });
  });

  test("offers the years of the contract, the newest first", () => {
    expect(contractYears(2024, 2026)).toEqual([2026, 2025, 2024]);
  });
});
