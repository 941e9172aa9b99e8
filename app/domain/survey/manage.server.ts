/** The steps of a survey's life that its manager takes by hand. */
import { z } from "zod";

import type { Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { checkboxField, dayField } from "~/lib/form-fields";
import type { KeyRing } from "~/lib/key-ring";

import {
  getCampaign,
  moveClosing,
  openCampaign,
  releaseCampaign,
  removeCampaign,
  type OpeningProblem,
} from "./campaigns.server";
import { closeCampaign } from "./close-campaign.server";

const version = z.coerce.number().int();

export const stepForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("release"), version }),
  z.object({ intent: z.literal("holdBack"), version }),
  z.object({ intent: z.literal("remove") }),
  z.object({ intent: z.literal("open"), version, confirmed: checkboxField() }),
  z.object({ intent: z.literal("move"), closesOn: dayField() }),
  z.object({ intent: z.literal("close"), confirmed: checkboxField() }),
]);
export type Step = z.output<typeof stepForm>;

export type StepTaken =
  | { done: "released" | "heldBack" | "removed" | "opened" | "moved" | "closed" }
  | { refused: OpeningProblem | "stale" | "notFound" | "notOpen" | "tooEarly" | "unconfirmed" };

/** Takes a step, or says why it cannot be taken. A step taken twice is refused the second time and changes nothing. */
export async function takeStep(
  tenant: Tenant,
  campaignId: string,
  step: Step,
  { ring, day }: { ring: () => KeyRing; day: Day },
): Promise<StepTaken> {
  switch (step.intent) {
    case "release":
    case "holdBack": {
      const changed = await releaseCampaign(tenant, campaignId, step.version, step.intent === "release");
      if (changed !== "changed") return { refused: changed };
      return { done: step.intent === "release" ? "released" : "heldBack" };
    }
    case "remove":
      if (await removeCampaign(tenant, campaignId)) return { done: "removed" };
      return { refused: (await getCampaign(tenant, campaignId)) ? "notDraft" : "notFound" };
    case "open": {
      if (!step.confirmed) return { refused: "unconfirmed" };
      const stands = await getCampaign(tenant, campaignId);
      if (!stands) return { refused: "notFound" };
      if (stands.status === "draft" && stands.version !== step.version) return { refused: "stale" };
      const opened = await openCampaign(tenant, campaignId, ring(), day);
      return opened.ok ? { done: "opened" } : { refused: opened.reason };
    }
    case "move":
      if (step.closesOn < day) return { refused: "tooEarly" };
      return (await moveClosing(tenant, campaignId, step.closesOn, day)) ? { done: "moved" } : { refused: "notOpen" };
    case "close": {
      if (!step.confirmed) return { refused: "unconfirmed" };
      return (await closeCampaign(tenant, campaignId, day)).ok ? { done: "closed" } : { refused: "notOpen" };
    }
  }
}
