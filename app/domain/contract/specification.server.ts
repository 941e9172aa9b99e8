/** Specification versions: the one that holds, their history, and a new one written beside the old. */
import {
  asTenant,
  asPeople,
  asWard,
  Prisma,
  type People,
  type Tenant,
  type Tx,
  type WardView,
} from "~/db/scope.server";

import { recordAudit } from "../access/audit.server";
import { ordered } from "../flag/threshold-ladder";
import { storedThresholds } from "../flag/thresholds";
import { requirementOf, type Requirement } from "./requirement";
import { differences, standingIn, type Clauses, type SpecificationVersion } from "./specification";

type Subject = { wardId: string; contractId: string };
/** The clauses that supervision and training read. */
export type SupervisionTerms = { requirement: Requirement; trainingApproval: boolean };

/**
 * The supervision and training clauses for a fiscal year, in the scopes contract, people, facts and ward: the latest version of
 * the year, or of the newest year before it; the policy document's where there is none.
 */
export async function readSupervisionTerms(tx: Tx, of: Subject, fiscalYear: number): Promise<SupervisionTerms> {
  const [row] = await tx.$queryRaw<{ requirement: unknown; trainingApproval: boolean }[]>`
    SELECT supervision_requirement AS requirement, training_approval AS "trainingApproval" FROM specification
    WHERE ward_id = ${of.wardId}::uuid AND contract_id = ${of.contractId}::uuid AND fiscal_year <= ${fiscalYear}
    ORDER BY fiscal_year DESC, version DESC LIMIT 1`;
  return { requirement: requirementOf(row?.requirement), trainingApproval: row?.trainingApproval ?? false };
}

/** The clauses as the contract's own side reads them. */
export function getSupervisionTerms(tenant: Tenant, fiscalYear: number): Promise<SupervisionTerms> {
  return asTenant(tenant, (tx) => readSupervisionTerms(tx, tenant, fiscalYear));
}

/** The clauses as a worker or a supervisor reads them. */
export function getOwnSupervisionTerms(people: People, fiscalYear: number): Promise<SupervisionTerms> {
  return asPeople(people, (tx) => readSupervisionTerms(tx, people, fiscalYear));
}

type Row = Omit<SpecificationVersion, "clauses"> &
  Omit<Clauses, "requirement" | "thresholds"> & { requirement: unknown; thresholds: unknown };

/** All versions of a contract's specification, the newest year and version first. */
export function listSpecifications(view: WardView, contractId: string): Promise<SpecificationVersion[]> {
  return asWard(view, (tx) => listVersions(tx, { wardId: view.wardId, contractId }));
}

async function listVersions(tx: Tx, of: Subject): Promise<SpecificationVersion[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.fiscal_year AS "fiscalYear", s.version, to_char(s.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
      app_ward_member_name(s.created_by) AS "createdBy", s.supervision_requirement AS requirement, s.training_approval AS "trainingApproval",
      s.survey_free_text AS "surveyFreeText", s.cap::float8, s.full_time_hours::float8 AS "fullTimeHours", s.training_target_hours::float8 AS "trainingTargetHours",
      s.pay_floor_jpy AS "payFloorJpy", s.required_fte::float8 AS "requiredFte", s.required_outreach_workers AS "requiredOutreachWorkers",
      s.recognised_qualifications AS "recognisedQualifications", s.thresholds, s.return_due_day AS "returnDueDay"
    FROM specification s WHERE s.ward_id = ${of.wardId}::uuid AND s.contract_id = ${of.contractId}::uuid
    ORDER BY s.fiscal_year DESC, s.version DESC`;
  return rows.map(({ fiscalYear, version, createdAt, createdBy, requirement, thresholds, ...clauses }) => ({
    ...{ fiscalYear, version, createdAt, createdBy },
    clauses: {
      ...clauses,
      ...{ requirement: requirementOf(requirement), thresholds: ordered(storedThresholds.nullish().parse(thresholds)) },
    },
  }));
}

/** The clauses that are changed on screen. */
const CHANGEABLE = ["requirement", "trainingApproval", "surveyFreeText", "thresholds", "returnDueDay"] as const;
type Changeable = Pick<Clauses, (typeof CHANGEABLE)[number]>;

/** What is to change; what is not given stays as it holds. */
export type SpecificationChange = Partial<Changeable> & {
  fiscalYear: number;
  /** The version of the year that the change was made on; 0 where the year had none. */
  version: number;
};
export type SaveResult =
  | { saved: true; version: number }
  | { saved: false; reason: "unchanged" }
  | { saved: false; reason: "notFound" }
  | { saved: false; reason: "conflict"; version: number; clauses: Clauses };

/**
 * Writes a new version for the fiscal year: a copy of what holds, targets included, with the change. The old one stays.
 * Nothing is written where somebody else saved a version in the meantime, or where nothing would change.
 */
export function saveSpecification(
  view: WardView,
  contractId: string,
  change: SpecificationChange,
): Promise<SaveResult> {
  const { wardId } = view;
  const { fiscalYear } = change;
  return asWard(view, async (tx) => {
    // why: two people saving at once take their turn, so that the second is told of the first.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('specification ' || ${contractId}, 0))::text`;
    if (!(await tx.contract.findFirst({ where: { wardId, id: contractId } })))
      return { saved: false, reason: "notFound" };
    const { version, clauses } = standingIn(await listVersions(tx, { wardId, contractId }), fiscalYear);
    const given = Object.fromEntries(
      CHANGEABLE.flatMap((key) => (change[key] === undefined ? [] : [[key, change[key]]])),
    );
    const asked: Clauses = { ...clauses, ...given };
    const after = { ...asked, thresholds: ordered(asked.thresholds) };
    const changed = differences(clauses, after);
    // why: a form sent twice finds its own version there already.
    if (changed.length === 0 && version === change.version + 1) return { saved: true, version };
    if (version !== change.version) return { saved: false, reason: "conflict", version, clauses };
    if (changed.length === 0) return { saved: false, reason: "unchanged" };
    await copyVersion(tx, view, contractId, { ...after, fiscalYear, version: version + 1 });
    await recordAudit(tx, {
      ...{ wardId, contractId, actorId: view.userId, actorRole: "ward", action: "specification.write" },
      ...{ subject: "specification", subjectId: `${fiscalYear}.${version + 1}` },
      detail: { fiscalYear, version: version + 1, changed: changed.map(({ key }) => key).join(" ") },
    });
    return { saved: true, version: version + 1 };
  });
}

async function copyVersion(
  tx: Tx,
  view: WardView,
  contractId: string,
  change: Changeable & { fiscalYear: number; version: number },
): Promise<void> {
  const { wardId, userId: createdBy } = view;
  const { fiscalYear, version, requirement, trainingApproval, surveyFreeText, returnDueDay } = change;
  const latest = await tx.specification.findFirst({
    where: { wardId, contractId, fiscalYear: { lte: fiscalYear } },
    orderBy: [{ fiscalYear: "desc" }, { version: "desc" }],
    include: { targets: true },
  });
  const { targets = [], ...standing } = latest ?? {};
  const own = { wardId, contractId, fiscalYear, version };
  const supervisionRequirement: Prisma.InputJsonValue = requirement;
  const thresholds = Object.keys(change.thresholds).length > 0 ? change.thresholds : Prisma.DbNull;
  const asked = { supervisionRequirement, trainingApproval, surveyFreeText, thresholds, returnDueDay };
  const changed = { createdAt: undefined, createdBy, ...asked };
  await tx.specification.create({ data: { ...standing, ...own, ...changed } });
  await tx.specificationTarget.createMany({ data: targets.map((target) => ({ ...target, ...own })) });
}
