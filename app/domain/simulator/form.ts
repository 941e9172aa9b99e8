/**
 * The simulator's form: a few rows of hires and of leavers, and the assumptions. It travels in the address, so that a what-if can
 * be sent on. A ward's figures move in coarse steps: finer ones would find out, try by try, where a single worker stands.
 */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { parseForm, type FormResult, type FormValues } from "../../lib/form";
import { numberField } from "../../lib/form-fields";
import { STAFF_ROLES } from "../workforce/vocabulary";
import { leaveMonths, startMonths } from "./ground";
import type { StaffingInput } from "./schema";
import { capsToChoose, DEFAULT_OVERHEAD_PERCENT, HIRE_ROWS, LEAVE_ROWS, STEPS, type Side } from "./choices";

const MOST_FTE_A_ROW = 20;
const MOST_YEN = { cost: 99_999_999, fee: 9_999_999_999 } as const;

/** What the form depends on: the day, whose form it is, the specification's cap and the FTE that can leave. */
export type FormBasis = { day: Day; side: Side; cap: number; fte: number };

/** The assumptions of a submitted form. */
export function staffingForm(basis: FormBasis) {
  return z.looseObject({}).transform((raw, context): StaffingInput => {
    const { day, side, fte } = basis;
    const step = STEPS[side];
    const starts = z.enum(startMonths(day));
    const ends = z.enum(leaveMonths(day));
    const fteField = stepped(step.fte, step.fte, MOST_FTE_A_ROW);
    const hires = HIRE_ROWS.flatMap((row) => {
      if (!isGiven(`hireFte${row}`) && !isGiven(`hireMonth${row}`)) return [];
      const role = read(`hireRole${row}`, z.enum(STAFF_ROLES).default("support_worker"), "support_worker");
      return [{ fte: read(`hireFte${row}`, fteField, 1), month: read(`hireMonth${row}`, starts, ""), role }];
    });
    const departures = LEAVE_ROWS.flatMap((row) => {
      if (!isGiven(`leaveFte${row}`) && !isGiven(`leaveMonth${row}`)) return [];
      return [{ fte: read(`leaveFte${row}`, fteField, 1), month: read(`leaveMonth${row}`, ends, "") }];
    });
    if (departures.reduce((sum, one) => sum + one.fte, 0) > fte + 1e-9)
      refuse("leaveFte1", { code: "tooLarge", max: Math.round(fte * 100) / 100 });
    const caps = capsToChoose(basis.cap);
    const ownCap = side === "ward" ? numberField().pipe(z.literal(caps)) : stepped(0.1, 1, 200);
    const percent = (from: number, to: number) => stepped(step.percent, from, to);
    const yen = (most: number) => stepped(1, 0, most).nullable().default(null);
    return {
      ...{ hires, departures },
      cap: read("cap", ownCap.default(basis.cap), basis.cap),
      demandPercent: read("demandPercent", percent(-50, 100).default(0), 0),
      newSharePercent: read("newSharePercent", percent(0, 100).nullable().default(null), null),
      costPerFteJpy: read("costPerFteJpy", yen(MOST_YEN.cost), null),
      overheadPercent: read("overheadPercent", stepped(0.1, 0, 100).default(0), 0),
      currentFeeJpy: read("currentFeeJpy", yen(MOST_YEN.fee), null),
      searchMonth: read("searchMonth", starts.nullable().default(startMonths(day)[0] ?? null), null),
    };

    function isGiven(name: string): boolean {
      return raw[name] !== undefined;
    }
    // why: every field is read before anything is refused, so that all that does not fit is said at once.
    function read<T>(name: string, schema: z.ZodType<T>, otherwise: T): T {
      const result = schema.safeParse(raw[name]);
      if (result.success) return result.data;
      const [issue] = result.error.issues;
      if (issue) context.issues.push({ ...issue, path: [name], input: raw[name] } as z.core.$ZodRawIssue);
      return otherwise;
    }
    function refuse(name: string, { code, ...params }: { code: string; max: number }) {
      context.addIssue({ code: "custom", path: [name], params: { code, params } });
    }
  });
}

/**
 * The what-if of an address. An address that says nothing assumes nothing but the defaults.
 * @param costPerFteJpy the cost to begin with, where it is known
 */
export function readStaffing(
  params: URLSearchParams,
  basis: FormBasis,
  costPerFteJpy: number | null,
): { result: FormResult<StaffingInput>; values: FormValues } {
  const form = new FormData();
  for (const [name, value] of params) form.set(name, value);
  if (!params.has("cap")) {
    form.set("cap", String(basis.cap));
    form.set("overheadPercent", String(DEFAULT_OVERHEAD_PERCENT));
    if (costPerFteJpy !== null) form.set("costPerFteJpy", String(costPerFteJpy));
  }
  const result = parseForm(staffingForm(basis), form);
  return { result, values: result.ok ? formFieldsOf(result.data) : result.values };
}

/** The fields of a what-if as they stand in the form and in the address. */
export function formFieldsOf(input: StaffingInput): Record<string, string> {
  const fields: Record<string, string> = {};
  input.hires.forEach(({ fte, month, role }, index) => {
    Object.assign(fields, { [`hireFte${index + 1}`]: String(fte), [`hireMonth${index + 1}`]: month });
    fields[`hireRole${index + 1}`] = role;
  });
  input.departures.forEach(({ fte, month }, index) => {
    Object.assign(fields, { [`leaveFte${index + 1}`]: String(fte), [`leaveMonth${index + 1}`]: month });
  });
  for (const name of [
    ...(["cap", "demandPercent", "newSharePercent", "costPerFteJpy", "overheadPercent", "currentFeeJpy"] as const),
    "searchMonth" as const,
  ])
    if (input[name] !== null) fields[name] = String(input[name]);
  return fields;
}

/** A number in steps, tenths compared as whole numbers so that 0.3 is one. */
function stepped(step: number, from: number, to: number) {
  return numberField().pipe(
    z
      .number()
      .min(from)
      .max(to)
      .refine((value) => Math.abs(value / step - Math.round(value / step)) < 1e-6, {
        params: { code: "step", params: { step } },
      }),
  );
}
