/** Results of closed surveys for each side: what was published at closing, and nothing that was counted anew. */
import { z } from "zod";

import {
  asPeople,
  asTenant,
  asWard,
  Prisma,
  type People,
  type Tenant,
  type Tx,
  type WardView,
} from "~/db/scope.server";
import { definitionOf } from "../kpi/catalogue";
import { unitSchema } from "./campaign";
import { MINIMUM } from "./disclosure";
import { questionnaireSchema } from "./questionnaire";
import { trendPoint, type ClosedSurvey, type ResultPage, type TrendPoint } from "./result-page";
import { publishedSchema, scaleTrends, type Wave } from "./result-view";

type Row = Omit<ClosedSurvey, "questionnaire" | "units" | "cells" | "target" | "waves"> & {
  questionnaire: unknown;
  units: unknown;
  cells: unknown;
  target: number | null;
};

/** The result of a contract's closed survey in the scope of the transaction; null where none is closed under the id. */
async function readResult(tx: Tx, contractId: string, campaignId: string): Promise<ClosedSurvey | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id::text, c.title, c.title_en AS "titleEn", c.kind, c.fiscal_year AS "fiscalYear", c.questionnaire, c.free_text AS "freeText", c.units,
      c.opened_on::text AS "openedOn", r.closed_on::text AS "closedOn", r.eligible, r.answered, r.cells,
      (SELECT t.target::float8 FROM specification_target t
        WHERE t.contract_id = c.contract_id AND t.indicator = 'worthwhileShare' AND (t.fiscal_year, t.version) = (
          SELECT s.fiscal_year, s.version FROM specification s WHERE s.contract_id = c.contract_id AND s.fiscal_year <= c.fiscal_year
          ORDER BY s.fiscal_year DESC, s.version DESC LIMIT 1)) AS target
    FROM survey_campaign c JOIN survey_result r ON r.ward_id = c.ward_id AND r.contract_id = c.contract_id AND r.campaign_id = c.id
    WHERE c.contract_id = ${contractId}::uuid AND c.id = ${campaignId}::uuid`;
  if (!row) return null;
  return {
    ...row,
    questionnaire: questionnaireSchema.parse(row.questionnaire),
    units: z.array(unitSchema).parse(row.units),
    cells: publishedSchema.parse(row.cells),
    target: row.target ?? definitionOf("worthwhileShare").target,
    waves: await readWaves(tx, contractId),
  };
}

const cellOrNull = publishedSchema.shape.health.element.nullable();

async function readWaves(tx: Tx, contractId: string): Promise<Wave[]> {
  const whole = (family: "health" | "satisfaction") =>
    Prisma.sql`jsonb_path_query_first(r.cells, ${`$.${family}[*] ? (@.scope == "all")`}::jsonpath)`;
  const rows = await tx.$queryRaw<(Omit<Wave, "whole"> & { health: unknown; satisfaction: unknown })[]>`
    SELECT c.id::text AS "campaignId", c.title, c.title_en AS "titleEn", c.kind, r.closed_on::text AS "closedOn",
      ${whole("health")} AS health, ${whole("satisfaction")} AS satisfaction
    FROM survey_campaign c JOIN survey_result r ON r.ward_id = c.ward_id AND r.contract_id = c.contract_id AND r.campaign_id = c.id
    WHERE c.contract_id = ${contractId}::uuid ORDER BY r.closed_on, c.opened_on, c.id`;
  return rows.map(({ health, satisfaction, ...wave }) => ({
    ...wave,
    whole: { health: cellOrNull.parse(health ?? null), satisfaction: cellOrNull.parse(satisfaction ?? null) },
  }));
}

/** A closed survey's result as the contract's manager reads it. */
export function contractResult(tenant: Tenant, campaignId: string): Promise<ClosedSurvey | null> {
  return asTenant(tenant, (tx) => readResult(tx, tenant.contractId, campaignId));
}

/** A closed survey's result as the ward reads it. */
export function wardResult(view: WardView, contractId: string, campaignId: string): Promise<ClosedSurvey | null> {
  return asWard(view, (tx) => readResult(tx, contractId, campaignId));
}

/** A closed survey's result as a worker of the contract reads it. */
export function ownResult(people: People, campaignId: string): Promise<ClosedSurvey | null> {
  return asPeople(people, (tx) => readResult(tx, people.contractId, campaignId));
}

export type Participation = { campaignId: string; eligible: number; answered: number };

/** How many took part in each closed survey: nothing of open ones. */
export function participations(tenant: Tenant): Promise<Participation[]> {
  return asTenant(tenant, (tx) => readParticipations(tx, tenant.contractId));
}

function readParticipations(tx: Tx, contractId: string): Promise<Participation[]> {
  return tx.surveyResult.findMany({
    where: { contractId },
    select: { campaignId: true, eligible: true, answered: true },
  });
}

export type WardSurveys = {
  /** The closed surveys, the newest first, with who took part and the whole contract's headline figures. */
  list: (TrendPoint & Participation)[];
  trend: ResultPage["trend"];
  target: number;
};

/** The closed surveys of a contract as a ward reads them. Drafts, open ones and comments are not in it. */
export function wardSurveys(view: WardView, contractId: string): Promise<WardSurveys> {
  return asWard(view, async (tx) => {
    const waves = await readWaves(tx, contractId);
    const took = await readParticipations(tx, contractId);
    const target = await readTarget(tx, contractId);
    const points = waves.map((wave) => trendPoint(wave, target));
    const list = points.flatMap((point) => {
      const part = took.find(({ campaignId }) => campaignId === point.campaignId);
      return part ? [{ ...point, ...part }] : [];
    });
    return { list: list.reverse(), trend: { points, scales: scaleTrends(waves) }, target };
  });
}

/** The contract's latest target for worthwhile work in percent, or the catalogue's. */
async function readTarget(tx: Tx, contractId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ target: number }[]>`
    SELECT t.target::float8 AS target FROM specification_target t
    WHERE t.contract_id = ${contractId}::uuid AND t.indicator = 'worthwhileShare' AND (t.fiscal_year, t.version) = (
      SELECT s.fiscal_year, s.version FROM specification s WHERE s.contract_id = ${contractId}::uuid
      ORDER BY s.fiscal_year DESC, s.version DESC LIMIT 1)`;
  return row?.target ?? definitionOf("worthwhileShare").target;
}

/**
 * The comments of a closed survey, for the contractor alone: in the order of their random ids. None where fewer have answered
 * than satisfaction may be published of.
 */
export function surveyComments(tenant: Tenant, campaignId: string): Promise<string[]> {
  return asTenant(tenant, async (tx) => {
    const rows = await tx.$queryRaw<{ text: string }[]>`
      SELECT m.text FROM survey_comment m
        JOIN survey_result r ON r.ward_id = m.ward_id AND r.contract_id = m.contract_id AND r.campaign_id = m.campaign_id
      WHERE m.contract_id = ${tenant.contractId}::uuid AND m.campaign_id = ${campaignId}::uuid AND r.answered >= ${MINIMUM.satisfaction}
      ORDER BY m.id`;
    return rows.map(({ text }) => text);
  });
}
