/** Which flags a list shows, as its address says: ?state, ?severity, ?rule, ?office, ?contract, ?page. */
import { SEVERITIES, type Severity } from "../workforce/vocabulary";
import { wishedPage } from "../../lib/page";
import { RULE_KEYS, type RuleKey } from "./finding";

export type RegisterQuery = {
  /** open: those that wait; all: the resolved ones too. */
  state: "open" | "all";
  severity: Severity | null;
  rule: RuleKey | null;
  office: string | null;
  contract: string | null;
  page: number;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the filters; what is unknown counts as not given. */
export function registerQuery(params: URLSearchParams): RegisterQuery {
  return {
    state: params.get("state") === "all" ? "all" : "open",
    severity: SEVERITIES.find((severity) => severity === params.get("severity")) ?? null,
    rule: RULE_KEYS.find((rule) => rule === params.get("rule")) ?? null,
    office: idOrNull(params.get("office")),
    contract: idOrNull(params.get("contract")),
    page: wishedPage(params),
  };
}

/** The text where it is an id of ours, or null. */
export function idOrNull(text: string | null | undefined): string | null {
  return text && ID.test(text) ? text : null;
}
