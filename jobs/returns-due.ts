import { countReturnsDue } from "~/domain/returns/due.server";

import type { ContractWork } from "./job";

/** Counts the monthly returns that are due soon or late; whom it concerns hears of them by the flag of the night. */
export const returnsDue: ContractWork = { per: "contract", run: countReturnsDue };
