/** A staffing and fee what-if as it is kept: what it was worked out from, and what came of it. */
import { z } from "zod";

export const staffingInput = z.record(z.string(), z.unknown());
export const staffingResult = z.record(z.string(), z.unknown());
