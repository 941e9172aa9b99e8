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
