/** A redistribution what-if as it is kept: what it was worked out from, and what came of it. */
import { z } from "zod";

export const redistributionInput = z.record(z.string(), z.unknown());
export const redistributionResult = z.record(z.string(), z.unknown());
