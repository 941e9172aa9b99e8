import { keepMonthEnds } from "~/domain/kpi/kpi-trend.server";

import type { ContractWork } from "./job";

/** Keeps the indicators of the last twelve month ends, so that trends load at once. */
export const snapshots: ContractWork = { per: "contract", run: keepMonthEnds };
