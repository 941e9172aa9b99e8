/** What is typed to log a critical incident: a day and a kind, never what happened or to whom. */
import { z } from "zod";

import type { Day } from "~/lib/calendar";
import { dayUpTo } from "~/lib/form-fields";

import { INCIDENT_KINDS } from "./vocabulary";

/** The form's schema; an incident lies on or before today. */
export function incidentSchema(today: Day) {
  return z.object({ occurredOn: dayUpTo(today), kind: z.enum(INCIDENT_KINDS) });
}

export type IncidentInput = z.output<ReturnType<typeof incidentSchema>>;
