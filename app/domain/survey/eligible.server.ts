/** Who may answer a survey that opens on a day, and in which groups: counted before opening, frozen by it. */
import { asTenant, Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { SUPPORT_ROLES } from "../workforce/vocabulary";
import { unitsOf, type OfficePeople, type Unit } from "./campaign";

/** The condition on staff `s` of those who may answer: support staff employed on the day and not on leave. */
export function isEligible(day: Day): Prisma.Sql {
  return Prisma.sql`s.role = ANY (${[...SUPPORT_ROLES]}::text[]) AND s.hired_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on >= ${day}::date)
    AND NOT EXISTS (SELECT FROM staff_leave l WHERE l.contract_id = s.contract_id AND l.staff_id = s.id
      AND l.starts_on <= ${day}::date AND (l.ends_on IS NULL OR l.ends_on >= ${day}::date))`;
}

/** The offices with how many of their people may answer; those without an office together. */
export function eligibleByOffice(tx: Tx, contractId: string, day: Day): Promise<OfficePeople[]> {
  return tx.$queryRaw<OfficePeople[]>`
    SELECT coalesce(s.office_id::text, 'none') AS "officeId", coalesce(o.name, '（事業所なし）') AS name,
      CASE WHEN o.id IS NULL THEN 'No office' ELSE o.name_en END AS "nameEn",
      count(*)::int AS eligible
    FROM staff s LEFT JOIN office o ON o.contract_id = s.contract_id AND o.id = s.office_id
    WHERE s.contract_id = ${contractId}::uuid AND ${isEligible(day)} GROUP BY 1, 2, 3`;
}

/** Whether the ward allows comments: the specification that holds in the fiscal year says so. */
export async function allowsFreeText(tx: Tx, contractId: string, fiscalYear: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ allowed: boolean }[]>`
    SELECT survey_free_text AS allowed FROM specification WHERE contract_id = ${contractId}::uuid AND fiscal_year <= ${fiscalYear}
    ORDER BY fiscal_year DESC, version DESC LIMIT 1`;
  return row?.allowed ?? false;
}

export type Outlook = {
  /** Who could answer if it opened on the day. */
  eligible: number;
  units: Unit[];
  /** Another survey of the kind is open: two at once would ask people twice. */
  openKinds: string[];
};

/** What opening on a day would freeze. */
export function openingOutlook(tenant: Tenant, day: Day): Promise<Outlook> {
  return asTenant(tenant, async (tx) => {
    const offices = await eligibleByOffice(tx, tenant.contractId, day);
    const open = await tx.surveyCampaign.findMany({
      where: { contractId: tenant.contractId, status: "open" },
      select: { kind: true },
    });
    return {
      eligible: offices.reduce((sum, { eligible }) => sum + eligible, 0),
      units: unitsOf(offices),
      openKinds: open.map(({ kind }) => kind),
    };
  });
}

/** In which fiscal years the ward allows comments, as the contract's manager reads it. */
export async function commentYears(tenant: Tenant): Promise<(fiscalYear: number) => boolean> {
  const rows = await asTenant(tenant, (tx) =>
    tx.specification.findMany({
      where: { contractId: tenant.contractId },
      select: { fiscalYear: true, surveyFreeText: true },
      orderBy: [{ fiscalYear: "desc" }, { version: "desc" }],
    }),
  );
  return (fiscalYear) => rows.find((row) => row.fiscalYear <= fiscalYear)?.surveyFreeText ?? false;
}
