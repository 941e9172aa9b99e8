/**
 * Requests for supervision: a worker asks, a supervisor offers times or declines, the worker picks one.
 * An urgent request that nobody has answered reaches the contractor's manager on the second working day after it was made.
 */
import { addDays, isOpenDay, type Day } from "../../lib/calendar";
import type { Theme } from "./themes";

export const URGENCIES = ["urgent", "soon", "routine"] as const;
export type Urgency = (typeof URGENCIES)[number];
export const REQUEST_STATUSES = ["open", "offered", "scheduled", "declined", "withdrawn"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
/** Times that one answer may offer. */
export const MOST_OFFERS = 3;
const WORKING_DAYS_TO_ANSWER = 2;

export type Offer = { heldOn: Day; startTime: string; minutes: number; place: string | null; videoUrl: string | null };
export type SupervisionRequest = {
  id: string;
  staffId: string;
  staffName: string;
  urgency: Urgency;
  themes: Theme[];
  caseRef: string | null;
  madeOn: Day;
  escalatesOn: Day | null;
  status: RequestStatus;
  offers: Offer[];
  reply: string | null;
  /** Who answered; null before that, or where the person no longer supervises here. */
  answeredBy: string | null;
  sessionId: string | null;
  version: number;
};

/** The day from which an unanswered urgent request stands with the manager; null for the others. */
export function escalatesOn(urgency: Urgency, madeOn: Day): Day | null {
  if (urgency !== "urgent") return null;
  let day = madeOn;
  for (let working = 0; working < WORKING_DAYS_TO_ANSWER;) {
    day = addDays(day, 1);
    if (isOpenDay(day)) working += 1;
  }
  return day;
}

/** Whether the request has waited too long on a day. */
export function isEscalated(request: Pick<SupervisionRequest, "status" | "escalatesOn">, day: Day): boolean {
  return request.status === "open" && request.escalatesOn !== null && request.escalatesOn <= day;
}

/** Whether a supervisor may still answer, or answer anew. */
export function isAnswerable(request: Pick<SupervisionRequest, "status">): boolean {
  return request.status === "open" || request.status === "offered";
}

/** Whether the worker may still take it back. */
export function isWithdrawable(request: Pick<SupervisionRequest, "status">): boolean {
  return request.status === "open" || request.status === "offered";
}

/** Whether an offered time can still be picked on a day. */
export function isPickable(offer: Pick<Offer, "heldOn">, day: Day): boolean {
  return offer.heldOn >= day;
}

/** A reference to a case: letters, digits and - _ /, and nothing that reads as a telephone number. */
export function isCaseRef(text: string): boolean {
  return /^[A-Za-z0-9_/-]{1,40}$/.test(text) && !/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/.test(text);
}
