/** A staffing and fee what-if as it is kept: what it was worked out from, and what came of it. Money is whole yen. */
import { z } from "zod";

import { LOAD_BANDS } from "../flag/disclosure";
import { STAFF_ROLES } from "../workforce/vocabulary";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const yen = z.number().int();

/** New staff begin on the first day of the month; leavers' last day is the last of theirs. */
export const staffingInput = z.object({
  hires: z.array(z.object({ fte: z.number().positive(), month, role: z.enum(STAFF_ROLES) })),
  departures: z.array(z.object({ fte: z.number().positive(), month })),
  /** Yearly cases for one FTE. */
  cap: z.number().positive(),
  /** By how much the intake still to come is larger or smaller, in percent. */
  demandPercent: z.number(),
  /** How much of the intake new staff take, in percent; null by the room that each side has left. */
  newSharePercent: z.number().nullable(),
  /** For one FTE and year, the employer's social insurance included. */
  costPerFteJpy: yen.nullable(),
  overheadPercent: z.number(),
  /** A year's commissioning fee. */
  currentFeeJpy: yen.nullable(),
  /** From when on staff are searched for; null where no month of the fiscal year is left. */
  searchMonth: month.nullable(),
});
export type StaffingInput = z.output<typeof staffingInput>;

/** A figure on 31 March with its 80 % interval. */
const interval = z.object({ low: z.number(), expected: z.number(), high: z.number() });
export type Interval = z.output<typeof interval>;

const outcome = z.object({
  /** Support staff of the day, and new staff who take cases. */
  people: z.number(),
  newcomers: z.number(),
  /** Of both: how many end above their cap. Null where the reader may not know. */
  above: interval.nullable(),
  cases: interval,
  averageFte: z.number(),
  /** Cases / average FTE of the year; null without any FTE. */
  casesPerFte: interval.nullable(),
});
export type Outcome = z.output<typeof outcome>;

const money = z.object({
  thisYearJpy: yen.nullable(),
  fullYearJpy: yen.nullable(),
  feeThisYearJpy: yen.nullable(),
  feeFullYearJpy: yen.nullable(),
});
export type Money = z.output<typeof money>;

/** The least FTE that does, or why there is none: nothing that begins then can help, or no month is left. */
const needed = z.union([
  z.object({ fte: z.number() }).extend(money.shape),
  z.object({ reason: z.enum(["tooLate", "noMonth", "withheld"]) }),
]);
export type Needed = z.output<typeof needed>;

const bands = z.object(Object.fromEntries(LOAD_BANDS.map((band) => [band, z.number()])) as BandShape);
type BandShape = Record<(typeof LOAD_BANDS)[number], z.ZodNumber>;

const officeName = z.object({ name: z.string().nullable(), nameEn: z.string().nullable() });
const group = z.object({
  scope: z.enum(["office", "pooled", "contract"]),
  offices: z.array(officeName.nullable()),
  supportStaff: z.number(),
  /** Expected cases on 31 March against the own cap. */
  before: bands,
  after: bands,
});
export type StaffingGroup = z.output<typeof group>;

const forecast = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const worker = z.object({
  staffCode: z.string(),
  soFar: z.number(),
  cap: z.number(),
  before: forecast,
  after: forecast,
});
export type StaffingWorker = z.output<typeof worker>;

export const staffingResult = z.object({
  fiscalYear: z.number(),
  specificationCap: z.number(),
  /** As it is: under the specification's cap, without any of the assumptions. */
  before: outcome,
  after: outcome,
  money,
  /** Instead of the hires: until nobody is expected above the cap, nobody even at the upper bound, the KPI is at the cap. */
  needed: z.object({ expected: needed, upper: needed, kpi: needed }),
  caps: z.array(z.object({ cap: z.number(), above: interval.nullable(), needed, kpiNeeded: needed })),
  /** For a ward, by group of offices large enough to be published; empty for a contractor. */
  groups: z.array(group),
  /** For a contractor, by person; null for a ward. */
  workers: z.array(worker).nullable(),
});
export type StaffingResult = z.output<typeof staffingResult>;
