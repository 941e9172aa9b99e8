/** What a contractor's manager may answer to a flag. */
import { z } from "zod";

import { textField } from "../../lib/form-fields";

export const answerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("acknowledge") }),
  z.object({ intent: z.literal("comment"), comment: textField(2000) }),
  z.object({ intent: z.literal("resolve"), reason: textField(1000) }),
]);

export type FlagAnswer = z.output<typeof answerForm>;
