import { evaluateContract } from "~/domain/flag/evaluate-contract.server";

import type { Job } from "./job";

/** Runs the flag rules over every contract as of the day that has just begun. */
export const evaluate: Job = {
  key: "evaluate",
  time: "02:00",
  run: evaluateContract,
};
