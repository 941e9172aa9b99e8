/** What a device keeps of a survey that is being answered, as it is read back: anything else counts as nothing. */
import { z } from "zod";

const kept = z.object({
  /** Base64url: the prepared message, the inverse of the blinding, and what was sent to be signed. */
  prepared: z.string().optional(),
  inverse: z.string().optional(),
  blinded: z.string().optional(),
  signature: z.string().optional(),
  unit: z.string().optional(),
  answers: z.record(z.string(), z.number()).default({}),
  comment: z.string().default(""),
  /** Where the person was: a question's place. */
  at: z.number().int().nonnegative().default(0),
  sent: z.boolean().default(false),
});
export type Kept = z.output<typeof kept>;

export const NOTHING_KEPT: Kept = { answers: {}, comment: "", at: 0, sent: false };

/** Reads what was kept as text. */
export function keptFrom(text: string | null): Kept {
  const read = kept.safeParse(parsed(text));
  return read.success ? read.data : NOTHING_KEPT;
}

/** Text as JSON; undefined for what is none. */
export function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
