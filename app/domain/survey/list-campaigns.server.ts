import type { Tenant } from "~/db/scope.server";

import type { Campaign } from "./campaign";
import { listCampaigns } from "./campaigns.server";
import { participations } from "./read-results.server";

/** A survey as its manager's list shows it: who may answer once that is fixed, who has answered once it is closed. */
export type ListedCampaign = Pick<
  Campaign,
  "id" | "title" | "titleEn" | "kind" | "opensOn" | "closesOn" | "status" | "released"
> & { eligible: number | null; answered: number | null };

/** The surveys of a contract, the newest first. */
export async function listForManager(tenant: Tenant): Promise<ListedCampaign[]> {
  const [campaigns, closed] = await Promise.all([listCampaigns(tenant), participations(tenant)]);
  return campaigns.map(({ id, title, titleEn, kind, opensOn, closesOn, status, released, eligible }) => ({
    ...{ id, title, titleEn, kind, opensOn, closesOn, status, released },
    eligible: status === "draft" ? null : eligible,
    answered: closed.find(({ campaignId }) => campaignId === id)?.answered ?? null,
  }));
}
