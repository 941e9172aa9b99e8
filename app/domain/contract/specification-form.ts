/** The form with which a ward changes what a specification asks of supervision and training. */
import { z } from "zod";

import { checkboxField, numberField } from "../../lib/form-fields";
import {
  FEWEST_SESSIONS,
  MOST_MINUTES,
  MOST_SESSIONS,
  PRESET_REQUIREMENTS,
  PRESETS,
  type Requirement,
} from "./requirement";

const whole = (min: number, max: number) => numberField().pipe(z.number().min(min).max(max).multipleOf(1));

export const specificationForm = z
  .object({
    fiscalYear: whole(2000, 2200),
    /** The year's version that the form was opened with; 0 where it had none. */
    version: whole(0, 100_000),
    preset: z.enum(PRESETS),
    sessionsPerYear: whole(FEWEST_SESSIONS, MOST_SESSIONS).optional(),
    minMinutes: whole(0, MOST_MINUTES).optional(),
    individualPercent: whole(0, 100).optional(),
    externalNeeded: whole(0, MOST_SESSIONS).optional(),
    trainingApproval: checkboxField(),
    surveyFreeText: checkboxField(),
  })
  .superRefine((entry, context) => {
    if (entry.preset !== "custom") return;
    const { sessionsPerYear, externalNeeded = 0 } = entry;
    if (sessionsPerYear === undefined)
      context.addIssue({ code: "custom", path: ["sessionsPerYear"], params: { code: "missing" } });
    else if (externalNeeded > sessionsPerYear) {
      const params = { code: "tooLarge", params: { max: sessionsPerYear } };
      context.addIssue({ code: "custom", path: ["externalNeeded"], params });
    }
  });
export type SpecificationEntry = z.output<typeof specificationForm>;

/** The requirement that the form asks for: a preset's, or the values typed. */
export function requirementFrom(entry: SpecificationEntry): Requirement {
  if (entry.preset !== "custom") return PRESET_REQUIREMENTS[entry.preset];
  const { sessionsPerYear = FEWEST_SESSIONS, minMinutes = 0, individualPercent, externalNeeded = 0 } = entry;
  const individualShare = individualPercent === undefined || individualPercent === 0 ? null : individualPercent / 100;
  return { preset: "custom", sessionsPerYear, minMinutes, individualShare, externalNeeded };
}

/** The fiscal years of a contract, newest first. */
export function contractYears(startsIn: number, endsIn: number): number[] {
  return Array.from({ length: Math.max(1, endsIn - startsIn + 1) }, (_, index) => endsIn - index);
}
