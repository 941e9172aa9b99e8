import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { dayField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import { STAFF_ROLES } from "../workforce/vocabulary";
import { CAREER_FIELDS } from "./ladder";

const version = numberField().pipe(z.number().int().min(1));

/** A post elsewhere that counts towards a rank; without an end it is still held. */
export function postForm(today: Day) {
  return z
    .object({
      formRef: z.uuid(),
      version: version.optional(),
      employer: textField(120).trim().min(1),
      field: z.enum(CAREER_FIELDS),
      from: dayUpTo(today),
      to: dayUpTo(today).optional(),
    })
    .superRefine(({ from, to }, context) => {
      if (to === undefined || to >= from) return;
      const params = { code: "tooSmall", params: { min: from.replaceAll("-", "/") } };
      context.addIssue({ code: "custom", path: ["to"], params });
    });
}
export type PostEntry = Pick<z.output<ReturnType<typeof postForm>>, "employer" | "field" | "from" | "to">;

/** A rank from a day on, days to come included. */
export const rankForm = z.object({ rankFrom: dayField(), role: z.enum(STAFF_ROLES) });

const yen = () => numberField().pipe(z.number().int().min(0).max(100_000_000)).optional();
/** Pay from a day on, days to come included. Empty means not stated. */
export const payForm = z.object({ payFrom: dayField(), annualPayJpy: yen(), qualificationAllowanceJpy: yen() });

/** A change of a day to come that is taken back. */
export const withdrawForm = z.object({ of: z.enum(["rank", "pay"]), from: dayField() });
