/** What of supervision waits for a supervisor, and for a worker, as of a day. */
import type { People } from "~/db/scope.server";
import { addDays, type Day } from "~/lib/calendar";

import type { AgreedAction } from "./actions";
import { listOwnActions, listSupervisorDue } from "./agreed-actions.server";
import { waitingSince } from "./confirmation";
import { listDisputed, listUnanswered } from "./repository.server";
import type { SupervisionRequest } from "./requests";
import { allRequests } from "./requests.server";
import type { SessionRow } from "./session";

/** Own actions appear so many days before they are due. */
const DAYS_BEFORE_DUE = 7;

/** Requests without an answer, disputed records, and what the supervisor took on and that is due within a week or over. */
export type SupervisorInbox = { requests: SupervisionRequest[]; disputed: SessionRow[]; due: AgreedAction[] };

export async function supervisorInbox(people: People, day: Day): Promise<SupervisorInbox> {
  const [requests, disputed, due] = await Promise.all([
    allRequests(people, "open"),
    listDisputed(people),
    listSupervisorDue(people, addDays(day, DAYS_BEFORE_DUE)),
  ]);
  return { requests, disputed, due };
}

/** Records to confirm, times to choose from, and open actions of the worker's own. */
export type WorkerInbox = { unanswered: SessionRow[]; offered: SupervisionRequest[]; actions: AgreedAction[] };

export async function workerInbox(people: People, staffId: string, day: Day): Promise<WorkerInbox> {
  const [unanswered, offered, actions] = await Promise.all([
    listUnanswered(people, staffId, waitingSince(day)),
    allRequests(people, "offered"),
    listOwnActions(people, staffId, "open"),
  ]);
  return { unanswered, offered, actions: actions.filter(({ owner }) => owner === "supervisee") };
}
