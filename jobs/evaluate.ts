import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { daysBetween } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

import type { ContractWork } from "./job";

/** How many days a night that is caught up may lie back for people still to hear of it. */
const TOLD_DAYS = 7;

/** Puts changes of rank and pay into force whose day has come, then runs the flag rules as of the day that has just begun. */
export const evaluate: ContractWork = {
  per: "contract",
  run: (tenant, day) =>
    evaluateContract(tenant, day, { changesFirst: true, telling: daysBetween(day, today()) <= TOLD_DAYS }),
};
