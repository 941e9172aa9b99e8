/** A survey as screens and use cases know it. */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { questionnaireSchema, type Questionnaire } from "./questionnaire";

export const CAMPAIGN_KINDS = ["annual", "pulse"] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];
export type CampaignStatus = "draft" | "open" | "closed";

/** A group that people can say they belong to: an office, or small offices together. */
export const unitSchema = z.object({
  unit: z.string().min(1).max(40),
  officeIds: z.array(z.string()),
  name: z.string(),
  nameEn: z.string().nullable(),
  eligible: z.number().int().nonnegative(),
});
export type Unit = z.output<typeof unitSchema>;

export type Campaign = {
  id: string;
  title: string;
  titleEn: string | null;
  kind: CampaignKind;
  fiscalYear: number;
  questionnaire: Questionnaire;
  languages: string[];
  freeText: boolean;
  opensOn: Day;
  closesOn: Day;
  status: CampaignStatus;
  units: Unit[];
  eligible: number;
  openedOn: Day | null;
  closedOn: Day | null;
  remindedOn: Day | null;
  /** Whether a draft opens by itself on its opening day. */
  released: boolean;
  version: number;
};

/** The columns of a survey, with its stored JSON checked. */
export function campaignFrom(
  row: Omit<Campaign, "questionnaire" | "units"> & { questionnaire: unknown; units: unknown },
): Campaign {
  return {
    ...row,
    questionnaire: questionnaireSchema.parse(row.questionnaire),
    units: z.array(unitSchema).parse(row.units ?? []),
  };
}

export type OfficePeople = { officeId: string; name: string; nameEn: string | null; eligible: number };

/** Sheets of a group below this many eligible people would point to a person: small offices answer as one group. */
export const SMALLEST_UNIT = 5;

/**
 * The groups that can be claimed. Offices with fewer than five eligible people are one group; where that is still too
 * small, the smallest other office joins it; a contract of one group has that one.
 */
export function unitsOf(offices: readonly OfficePeople[]): Unit[] {
  const staffed = offices
    .filter(({ eligible }) => eligible > 0)
    .sort((a, b) => a.eligible - b.eligible || compare(a, b));
  const large = staffed.filter(({ eligible }) => eligible >= SMALLEST_UNIT);
  const small = staffed.filter(({ eligible }) => eligible < SMALLEST_UNIT);
  if (small.length > 0 && count(small) < SMALLEST_UNIT) small.push(...large.splice(0, 1));
  const units = large.map(({ officeId, name, nameEn, eligible }) => ({
    ...{ unit: officeId, officeIds: [officeId], name, nameEn, eligible },
  }));
  const [only] = small;
  if (!only) return units.sort(compareUnits);
  if (small.length === 1)
    return [
      ...units,
      {
        unit: only.officeId,
        officeIds: [only.officeId],
        name: only.name,
        nameEn: only.nameEn,
        eligible: only.eligible,
      },
    ];
  const together = {
    unit: "small",
    officeIds: small.map(({ officeId }) => officeId).sort(),
    name: small.map(({ name }) => name).join("・"),
    nameEn: small.map(({ name, nameEn }) => nameEn ?? name).join(" / "),
    eligible: count(small),
  };
  return [...units.sort(compareUnits), together];
}

function count(offices: readonly OfficePeople[]): number {
  return offices.reduce((sum, { eligible }) => sum + eligible, 0);
}

function compare(a: OfficePeople, b: OfficePeople): number {
  return a.officeId < b.officeId ? -1 : 1;
}

function compareUnits(a: Unit, b: Unit): number {
  return a.name < b.name ? -1 : 1;
}
