import { expect, test } from "vitest";

import { CATALOGUE } from "~/domain/flag/catalogue";
import { evaluate } from "~/domain/flag/evaluate";
import { RULE_KEYS, worst } from "~/domain/flag/finding";

import { aWorkerWith, factsWith } from "../../setup/worker-facts";

const DAY = "2026-03-31";
const overloaded = { caseload: { annualCases: 80 } };
const rules = (worker: ReturnType<typeof aWorkerWith>) =>
  evaluate(factsWith([worker], DAY)).map((finding) => finding.rule);

test("only support staff employed on the day are flagged", () => {
  expect(rules(aWorkerWith(overloaded))).toContain("overload.cap");
  expect(rules(aWorkerWith({ ...overloaded, role: "supervisor" }))).toEqual([]);
  expect(rules(aWorkerWith({ ...overloaded, role: "clerk" }))).toEqual([]);
  expect(rules(aWorkerWith({ ...overloaded, leftOn: "2026-03-31" }))).toContain("overload.cap");
  expect(rules(aWorkerWith({ ...overloaded, leftOn: "2026-03-30" }))).toEqual([]);
  expect(rules(aWorkerWith({ ...overloaded, hiredOn: "2026-04-01" }))).toEqual([]);
});

test("every rule of the catalogue has a version and flat figures", () => {
  expect(CATALOGUE.map((entry) => entry.key)).toEqual([...RULE_KEYS]);
  for (const finding of evaluate(factsWith([aWorkerWith({ ...overloaded, incidents: ["2026-03-01"] })], DAY))) {
    expect(finding.version).toBe(CATALOGUE.find((entry) => entry.key === finding.rule)?.version);
    for (const value of Object.values(finding.figures)) expect(typeof value === "object" && value !== null).toBe(false);
  }
});

test("the gravest severity is critical, and of none there is none", () => {
  expect(worst(["watch", "critical", "warning"])).toBe("critical");
  expect(worst([])).toBeNull();
});
