/** The forms of plans as people fill them in. */
import { z } from "zod";

import { dayField, textField } from "../../lib/form-fields";
import { MEASURE_KINDS, MEASURE_OWNERS } from "./plan";

export const MOST_MEASURES = 12;
const MOST_FLAGS = 200;
const TEXT = 2000;

const measureRow = z.object({
  measureId: z.union([z.uuid(), z.literal("")]).transform((id) => id || null),
  kind: z.enum(MEASURE_KINDS),
  text: textField(500).trim().min(1),
  owner: z.enum(MEASURE_OWNERS),
  dueOn: dayField(),
});
export type MeasureEntry = z.output<typeof measureRow>;

const column = z.array(z.string()).max(MOST_MEASURES).default([]);
const version = z.coerce.number().int().nonnegative().default(0);

/** A plan's words, measures and days, one line a measure; a line without a text is none. */
export const planForm = z
  .object({
    ...{ formRef: z.uuid(), version, propose: z.string().optional() },
    flags: z.array(z.uuid()).max(MOST_FLAGS).default([]),
    cause: textField(TEXT).trim().min(1),
    reviewOn: dayField(),
    wardRequest: textField(TEXT).trim().optional(),
    wardDueOn: dayField().optional(),
    scenarioId: z.uuid().optional(),
    ...{ measureId: column, measureKind: column, measureText: column, measureOwner: column, measureDue: column },
  })
  .transform((given, context) => {
    const { measureId, measureKind, measureText, measureOwner, measureDue, propose, ...plan } = given;
    const measures: MeasureEntry[] = [];
    measureText.forEach((text, index) => {
      if (text.trim() === "") return;
      const row = measureRow.safeParse({
        ...{ measureId: measureId[index] ?? "", kind: measureKind[index], text, owner: measureOwner[index] },
        dueOn: measureDue[index] ?? "",
      });
      if (row.success) measures.push(row.data);
      else context.addIssue({ code: "custom", path: ["measures"], params: { code: "invalid" } });
    });
    if (measureText.every((text) => text.trim() === ""))
      context.addIssue({ code: "custom", path: ["measures"], params: { code: "missing" } });
    return {
      ...plan,
      measures,
      isProposed: propose !== undefined,
      wardRequest: plan.wardRequest || null,
      wardDueOn: plan.wardRequest ? (plan.wardDueOn ?? null) : null,
      scenarioId: plan.scenarioId ?? null,
    };
  });
export type PlanEntry = z.output<typeof planForm>;

/** What the contractor does on a plan's page besides changing it. */
export const planStepForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("propose"), version }),
  z.object({ intent: z.literal("withdraw"), version, reason: textField(1000).trim().min(1) }),
  z.object({ intent: z.literal("close"), version, outcome: textField(TEXT).trim().min(1) }),
  z.object({
    intent: z.literal("measure"),
    version,
    measureId: z.uuid(),
    done: z.enum(["0", "1"]).transform((one) => one === "1"),
  }),
  z.object({ intent: z.literal("addFlags"), version, flags: z.array(z.uuid()).min(1).max(MOST_FLAGS) }),
  z.object({ intent: z.literal("comment"), comment: textField(TEXT).trim().min(1) }),
]);
export type PlanStep = z.output<typeof planStepForm>;

/** What the ward does with a plan. */
export const wardStepForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("agree"), version }),
  z.object({ intent: z.literal("return"), version, reason: textField(1000).trim().min(1) }),
  z.object({ intent: z.literal("answer"), version, answer: textField(TEXT).trim().min(1) }),
  z.object({ intent: z.literal("comment"), comment: textField(TEXT).trim().min(1) }),
]);
export type WardStep = z.output<typeof wardStepForm>;
