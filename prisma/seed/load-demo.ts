/** Writes the demo into an empty database and lets the rules of the last months run over it. */
import pg from "pg";

import { hashPassword } from "../../app/auth/password.server";
import { tenantOf, type Tenant } from "../../app/db/scope.server";
import { evaluateContract } from "../../app/domain/flag/evaluate-contract.server";
import { kpiTrend } from "../../app/domain/kpi/kpi-trend.server";
import { addCampaign, openCampaign } from "../../app/domain/survey/campaigns.server";
import {
  addDays,
  addMonths,
  daysBetween,
  fiscalYearOf,
  lastDayOfMonth,
  monthOf,
  type Day,
} from "../../app/lib/calendar";
import { noteKeys } from "../../app/lib/note-keys.server";
import { generateDemo } from "./generate-demo";
import { addImprovementPlans } from "./improvement-plans";
import { DEMO_TABLES, type DemoRows, type Row } from "./rows";
import { stream } from "./random";
import { DEMO_PASSWORD } from "./sign-ins";
import { DEMO_QUESTIONNAIRE, surveyTitle } from "./surveys";

/** Rows written, and flags open today, over all contracts. */
export type DemoLoaded = { rows: number; openFlags: number };

const BATCH = 2_000;
const MONTHS_OF_FLAGS = 6;
const DAYS_OF_FLAGS = 7;
/** Contracts with a survey open today, and for how long it stays so. */
const SURVEYED = ["SJ-1", "SG-1"];
const OPEN_DAYS = 14;

/** Whether the database holds no ward and no account. */
export async function isEmptyDatabase(ownerUrl: string): Promise<boolean> {
  return withOwner(ownerUrl, isEmpty);
}

/**
 * Loads the demo as of a day.
 * @returns null, with nothing written, where the database is not empty
 */
export async function loadDemo(
  ownerUrl: string,
  today: Day,
  progress: (step: "records" | "flags") => void = () => {},
): Promise<DemoLoaded | null> {
  progress("records");
  const rows = generateDemo(today);
  const written = await withOwner(ownerUrl, (owner) => writeRows(owner, rows));
  if (written === null) return null;
  await openSurveys(rows, today);
  progress("flags");
  const open = await Promise.all(
    rows.contract.map(({ ward_id, id }) => lookBack(tenantOf(String(ward_id), String(id)), today)),
  );
  await withOwner(ownerUrl, (owner) => acknowledgeSome(owner, today));
  await addImprovementPlans(rows, today);
  return { rows: written, openFlags: open.reduce((sum, count) => sum + count, 0) };
}

/** Opens a pulse survey today where people can sign in to answer it; its key is the only thing in the demo left to chance. */
async function openSurveys(rows: DemoRows, today: Day): Promise<void> {
  for (const { ward_id, id, code } of rows.contract) {
    if (!SURVEYED.includes(String(code))) continue;
    const tenant = tenantOf(String(ward_id), String(id));
    const { title, title_en: titleEn } = surveyTitle("pulse", today);
    const campaignId = await addCampaign(tenant, stream(`open survey ${String(code)}`).uuid(), {
      ...{ title, titleEn, kind: "pulse", fiscalYear: fiscalYearOf(today), questionnaire: DEMO_QUESTIONNAIRE },
      ...{ freeText: false, opensOn: today, closesOn: addDays(today, OPEN_DAYS) },
    });
    const opened = await openCampaign(tenant, campaignId, noteKeys(), today);
    if (!opened.ok) throw new Error(`The demo's survey of ${String(code)} does not open: ${opened.reason}`);
  }
}

/** Lets the rules and the trend run over the last months of a contract; of the last days people hear. Gives the flags open today. */
async function lookBack(tenant: Tenant, today: Day): Promise<number> {
  let openFlags = 0;
  for (const day of evaluatedDays(today)) {
    const telling = daysBetween(day, today) < DAYS_OF_FLAGS;
    openFlags = (await evaluateContract(tenant, day, { telling })).open;
  }
  // why: reading the trend once keeps its month ends, so that the first look at a chart is as quick as the next.
  await kpiTrend(tenant, tenant.contractId, null, today);
  return openFlags;
}

/** Month ends of the last half year and the days up to today. */
export function evaluatedDays(today: Day): Day[] {
  const monthEnds = Array.from({ length: MONTHS_OF_FLAGS }, (_, index) =>
    lastDayOfMonth(monthOf(addMonths(today, index - MONTHS_OF_FLAGS))),
  );
  const days = Array.from({ length: DAYS_OF_FLAGS }, (_, index) => addDays(today, index + 1 - DAYS_OF_FLAGS));
  return [...new Set([...monthEnds, ...days])].sort();
}

async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function isEmpty(owner: pg.Client): Promise<boolean> {
  const found = await owner.query("SELECT FROM ward UNION ALL SELECT FROM user_account LIMIT 1");
  return found.rowCount === 0;
}

async function writeRows(owner: pg.Client, rows: DemoRows): Promise<number | null> {
  await owner.query("BEGIN");
  try {
    // why: two loads at once would both see an empty database.
    await owner.query("SELECT pg_advisory_xact_lock(hashtext('sasae demo'))");
    if (!(await isEmpty(owner))) {
      await owner.query("ROLLBACK");
      return null;
    }
    for (const account of rows.user_account) account.password_hash = await hashPassword(DEMO_PASSWORD);
    let written = 0;
    for (const table of DEMO_TABLES) {
      for (let start = 0; start < rows[table].length; start += BATCH)
        await insert(owner, table, rows[table].slice(start, start + BATCH));
      written += rows[table].length;
    }
    await owner.query("COMMIT");
    await owner.query("ANALYZE");
    return written;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

/** One statement a batch; columns that the rows do not name keep their defaults. */
async function insert(owner: pg.Client, table: string, rows: Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(pg.escapeIdentifier).join(", ");
  await owner.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Managers have seen what has been open for more than two weeks, but for the contract in trouble. */
async function acknowledgeSome(owner: pg.Client, today: Day): Promise<void> {
  await owner.query(
    `WITH seen AS (
       UPDATE flag f SET status = 'acknowledged', acknowledged_at = (f.raised_on + 3)::timestamptz, acknowledged_by = m.user_id
       FROM membership m JOIN contract c ON c.ward_id = m.ward_id AND c.id = m.contract_id
       WHERE m.role = 'manager' AND m.contract_id = f.contract_id AND c.code <> 'SJ-1' AND f.status = 'open' AND f.raised_on < $1::date - 14
       RETURNING f.ward_id, f.contract_id, f.id, f.raised_on, m.user_id)
     INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, actor_id)
     SELECT ward_id, contract_id, id, raised_on + 3, 'acknowledged', user_id FROM seen`,
    [today],
  );
}
