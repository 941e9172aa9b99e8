import { applyDueChanges } from "~/domain/career/change-history.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";

import type { Job } from "./job";

/** Puts changes of rank and pay into force whose day has come, then runs the flag rules as of the day that has just begun. */
export const evaluate: Job = {
  key: "evaluate",
  time: "02:00",
  run: async (tenant, day) => {
    await applyDueChanges(tenant, day);
    return evaluateContract(tenant, day);
  },
};
