import { z } from "zod";

import { addDays, type Day } from "../../lib/calendar";
import { checkboxField, dayField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import { QUALIFICATION_KINDS } from "../workforce/vocabulary";
import { MAX_EXEMPT_HOURS, RENEWAL_PARTS } from "./renewal";

const content = (today: Day) => ({
  kind: z.enum(QUALIFICATION_KINDS),
  number: textField(60).trim().optional(),
  obtainedOn: dayUpTo(today),
  expiresOn: dayField().optional(),
});
const version = numberField().pipe(z.number().int().min(1));

/** The form of a qualification: `formRef` tells a new one sent twice, `version` the one that was opened for a change. */
export function qualificationForm(today: Day) {
  return z
    .object({ formRef: z.uuid(), version: version.optional(), ...content(today) })
    .superRefine(({ obtainedOn, expiresOn }, context) => {
      if (expiresOn === undefined || expiresOn >= obtainedOn) return;
      const params = { code: "tooSmall", params: { min: obtainedOn.replaceAll("-", "/") } };
      context.addIssue({ code: "custom", path: ["expiresOn"], params });
    });
}
export type QualificationEntry = Pick<
  z.output<ReturnType<typeof qualificationForm>>,
  "kind" | "number" | "obtainedOn" | "expiresOn"
>;

/** A manager's word on evidence: verified, or sent back with a reason. */
export const decisionForm = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("verify"), version }),
  z.object({ decision: z.literal("sendBack"), version, reason: textField(500).trim().min(1) }),
]);
export type Decision = z.output<typeof decisionForm>;

/** A course towards a renewal. */
export function courseForm(today: Day) {
  return z.object({
    formRef: z.uuid(),
    part: z.enum(RENEWAL_PARTS),
    title: textField(120).trim().min(1),
    hours: numberField().pipe(z.number().min(0.25).max(100).multipleOf(0.25)),
    completedOn: dayUpTo(today),
  });
}
export type CourseEntry = z.output<ReturnType<typeof courseForm>>;

/** The day on which a renewal was applied for; empty takes it back. */
export function applicationForm(today: Day) {
  return z.object({ version, appliedOn: dayUpTo(today).optional() });
}

/** Hours of skill courses from which the person is exempt, with the reason; empty takes them back. */
export const exemptForm = z
  .object({
    version,
    exemptHours: numberField().pipe(z.number().min(0).max(MAX_EXEMPT_HOURS).multipleOf(0.25)).optional(),
    exemptReason: textField(300).trim().optional(),
  })
  .superRefine(({ exemptHours, exemptReason }, context) => {
    if (exemptHours && !exemptReason)
      context.addIssue({ code: "custom", path: ["exemptReason"], params: { code: "missing" } });
  });

/** The new period after a renewal. */
export function renewedForm(today: Day, period: { obtainedOn: Day; expiresOn: Day }) {
  const after = (day: Day) => ({ code: "tooSmall", params: { min: addDays(day, 1).replaceAll("-", "/") } });
  return z.object({
    formRef: z.uuid(),
    number: textField(60).trim().optional(),
    obtainedOn: dayUpTo(today).refine((day) => day > period.obtainedOn, { params: after(period.obtainedOn) }),
    expiresOn: dayField().refine((day) => day > period.expiresOn, { params: after(period.expiresOn) }),
  });
}

/** What a manager does about exempt hours. */
export const exemptDecisionForm = z.object({ version, confirmed: checkboxField() });
