/** Which plans a list shows, as its address says: ?status, ?contract, ?page. */
import { wishedPage } from "../../lib/page";
import { idOrNull } from "../flag/register-query";
import { PLAN_STATUSES, type PlanStatus } from "./plan";

export type PlanQuery = { status: PlanStatus | null; contract: string | null; page: number };

/** Reads the filters; what is unknown counts as not given. */
export function planQuery(params: URLSearchParams): PlanQuery {
  return {
    status: PLAN_STATUSES.find((status) => status === params.get("status")) ?? null,
    contract: idOrNull(params.get("contract")),
    page: wishedPage(params),
  };
}

/** The flags that a new plan is to answer: ?flag=ID, ?flags=ID,ID, or a form's ?flags[]=ID. */
export function askedFlags(params: URLSearchParams): string[] {
  const given = [...params.getAll("flag"), ...params.getAll("flags"), ...params.getAll("flags[]")];
  const ids = given.flatMap((text) => text.split(",")).flatMap((text) => idOrNull(text.trim()) ?? []);
  return [...new Set(ids)];
}
