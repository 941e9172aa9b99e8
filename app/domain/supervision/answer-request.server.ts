/** A supervisor's answer to a request, and the worker's choice among the offered times. */
import { asPeople, type People } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import { queueInvitations } from "../notification/invitations.server";
import { lockSupervisor, partyOn } from "./objections.server";
import type { Declining, OfferEntry } from "./request-schema";
import { isAnswerable, isPickable } from "./requests";
import { requestIn, type RequestChanged } from "./requests.server";
import { checkAppointment, type Refusal, type Warning } from "./schedule-rules";
import type { Objections } from "./schedule-session.server";
import type { Writing } from "./session";

/** Offers one to three times, each checked as in scheduling, or held back until the warnings are confirmed. */
export async function offerTimes(
  people: People,
  requestId: string,
  entry: OfferEntry,
  { today, at }: { today: Day; at: Date },
): Promise<RequestChanged | Objections> {
  return asPeople(people, async (tx) => {
    await lockSupervisor(tx, people);
    const request = await requestIn(tx, people, requestId);
    if (!request || !people.staffIds.includes(request.staffId)) return { ok: false, reason: "notFound" };
    const isSame = request.status === "offered" && JSON.stringify(request.offers) === JSON.stringify(entry.offers);
    if (request.version !== entry.version)
      return isSame ? { ok: true } : { ok: false, reason: "stale", stands: request };
    if (!isAnswerable(request)) return { ok: false, reason: "notFound" };
    const days = entry.offers.map(({ heldOn }) => heldOn);
    const { invitees, own } = await partyOn(tx, people, [request.staffId], days);
    const verdicts = entry.offers.map((offer) => {
      const { refusals, warnings } = checkAppointment({ ...offer, kind: "individual" }, invitees, own, today);
      const on = { day: offer.heldOn };
      return {
        refusals: refusals.map((refusal): Refusal => ("staffId" in refusal ? { ...refusal, ...on } : refusal)),
        warnings: warnings.map((warning): Warning => (warning.code === "groupSize" ? warning : { ...warning, ...on })),
      };
    });
    const refusals = verdicts.flatMap((verdict) => verdict.refusals);
    const warnings = verdicts.flatMap((verdict) => verdict.warnings);
    if (refusals.length > 0 || (warnings.length > 0 && !entry.confirmed))
      return { ok: false, reason: "against", refusals, warnings };
    const changed = await tx.$executeRaw`
      UPDATE supervision_request SET status = 'offered', offers = ${JSON.stringify(entry.offers)}::jsonb, reply = ${entry.reply ?? null},
        answered_by = ${people.userId}::uuid, answered_at = ${at.toISOString()}::timestamptz, version = version + 1
      WHERE contract_id = ${people.contractId}::uuid AND id = ${requestId}::uuid AND version = ${entry.version}`;
    return changed > 0 ? { ok: true } : { ok: false, reason: "notFound" };
  });
}

/** Declines a request with the reason. */
export async function declineRequest(
  people: People,
  requestId: string,
  entry: Declining,
  at: Date,
): Promise<RequestChanged> {
  return asPeople(people, async (tx) => {
    const request = await requestIn(tx, people, requestId);
    if (!request || !people.staffIds.includes(request.staffId)) return { ok: false, reason: "notFound" };
    const changed = isAnswerable(request)
      ? await tx.$executeRaw`
        UPDATE supervision_request SET status = 'declined', offers = '[]'::jsonb, reply = ${entry.declineReply}, answered_by = ${people.userId}::uuid,
          answered_at = ${at.toISOString()}::timestamptz, version = version + 1
        WHERE contract_id = ${people.contractId}::uuid AND id = ${requestId}::uuid AND version = ${entry.version}`
      : 0;
    if (changed > 0 || (request.status === "declined" && request.reply === entry.declineReply)) return { ok: true };
    return request.version === entry.version
      ? { ok: false, reason: "notFound" }
      : { ok: false, reason: "stale", stands: request };
  });
}

export type OfferPicked =
  { ok: true; sessionId: string } | { ok: false; reason: "notFound" | "changed" | "past" | "taken" | "notSupervised" };

/** Picks one of the offered times: the session is made in the offering supervisor's name, once, and both are invited. */
export async function pickOffer(
  people: People,
  given: { requestId: string; version: number; choice: number },
  { today, at, mailing }: { today: Day } & Writing,
): Promise<OfferPicked> {
  return asPeople(people, async (tx) => {
    const request = await requestIn(tx, people, given.requestId);
    if (!request) return { ok: false, reason: "notFound" };
    const offer = request.offers[given.choice];
    if (request.status === "offered" && offer && !isPickable(offer, today)) return { ok: false, reason: "past" };
    const [row] = await tx.$queryRaw<{ outcome: string; picked: string | null }[]>`
      SELECT outcome, picked::text FROM app_pick_offer(${given.requestId}::uuid, ${given.choice}::int, ${given.version}::int,
        ${at.toISOString()}::timestamptz)`;
    if (row?.picked && row.outcome === "already") return { ok: true, sessionId: row.picked };
    if (!row?.picked) return { ok: false, reason: refusalOf(row?.outcome) };
    await recordDeed(tx, people, "worker", {
      action: "session.pick",
      subject: "supervision_session",
      subjectId: row.picked,
    });
    await queueInvitations(tx, people, [row.picked], "REQUEST", mailing);
    return { ok: true, sessionId: row.picked };
  });
}

function refusalOf(outcome: string | undefined) {
  return (["changed", "taken", "notSupervised"] as const).find((one) => one === outcome) ?? "notFound";
}
