/** What the manager's list of training records shows: filters and page from the address. */
import { yearFrom } from "../../lib/as-of";
import type { Day } from "../../lib/calendar";
import { wishedPage } from "../../lib/page";
import { TRAINING_FORMATS, TRAINING_TOPICS, type TrainingFormat, type TrainingTopic } from "../workforce/vocabulary";
import { APPROVALS, type Approval } from "./record";

export type RecordQuery = {
  fiscalYear: number;
  search: string;
  officeId: string | null;
  topic: TrainingTopic | null;
  format: TrainingFormat | null;
  approval: Approval | null;
  page: number;
};

/** Reads ?year, ?q, ?office, ?topic, ?format, ?approval and ?page; what is unknown counts as not given. */
export function recordQuery(params: URLSearchParams, today: Day): RecordQuery {
  const office = params.get("office") ?? "";
  return {
    fiscalYear: yearFrom(params, today).fiscalYear,
    search: (params.get("q") ?? "").trim().slice(0, 100),
    officeId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(office) ? office : null,
    topic: TRAINING_TOPICS.find((topic) => topic === params.get("topic")) ?? null,
    format: TRAINING_FORMATS.find((format) => format === params.get("format")) ?? null,
    approval: APPROVALS.find((approval) => approval === params.get("approval")) ?? null,
    page: wishedPage(params),
  };
}
