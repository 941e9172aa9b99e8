/** A redistribution what-if: what it is worked out from, and what comes of it. The same shapes are shown and kept. */
import { z } from "zod";

import { SEVERITIES } from "../workforce/vocabulary";

/** How many days of one lead make a relationship that stays. */
export const KEEP_DAYS = [90, 180, 365] as const;
/** Which end of the year-end forecast has to fit under a receiver's cap. */
export const ROOMS = ["mean", "high"] as const;

/** What the manager may choose; what is not in the address counts as the first of each. */
export const settingsSchema = z.object({
  /** The threshold of the weighted load that those above it are brought down to. */
  goal: z.enum(SEVERITIES).catch("watch"),
  room: z.enum(ROOMS).catch("mean"),
  keepDays: z.coerce
    .number()
    .refine((days) => KEEP_DAYS.some((one) => one === days))
    .catch(180),
});
export type Settings = z.output<typeof settingsSchema>;

const day = z.string();
const count = z.number();

const forecast = z.object({ mean: z.number(), low: z.number(), high: z.number() });

/** A worker of the day; who it is says the id, never a name: a kept what-if must not outlive a person's record. */
export const whatIfWorker = z.object({
  staffId: z.string(),
  staffCode: z.string(),
  officeId: z.string().nullable(),
  fte: z.number(),
  /** Cases a year, one decimal. */
  cap: z.number(),
  annualCases: count,
  forecast,
  activeCases: count,
  weightedLoad: z.number(),
  /** The thresholds of the weighted load for the worker's FTE. */
  limits: z.object({ watch: z.number(), warning: z.number(), critical: z.number() }),
  /** Not at work on some of the coming days: leave, or the end of the employment. */
  isAway: z.boolean(),
  /** Open days until 31 March on which the worker is at work. */
  openDaysLeft: count,
  lastSupervisedOn: day.nullable(),
});
export type WhatIfWorker = z.output<typeof whatIfWorker>;

export const openCase = z.object({
  caseId: z.string(),
  caseRef: z.string(),
  /** The lead of the day. */
  staffId: z.string(),
  tagCount: count,
  weight: z.number(),
  openedOn: day,
  ledSince: day,
  /** Others who have led it in this fiscal year: for them it is counted already. */
  ledBy: z.array(z.string()),
});
export type OpenCase = z.output<typeof openCase>;

/** A case that another worker is to lead. */
export type Move = { caseId: string; to: string };

/** A contract as of a day: its support staff, and the open cases that may move. */
export type Situation = { day: string; settings: Settings; workers: WhatIfWorker[]; cases: OpenCase[] };

export const standing = z.object({
  activeCases: count,
  weightedLoad: z.number(),
  annualCases: count,
  forecast,
  /** Whether the weighted load is above the goal. */
  isAboveLoad: z.boolean(),
  /** Whether the year's cases so far are above the cap. */
  isAboveCap: z.boolean(),
  /** Whether the cases expected by 31 March are. */
  isExpectedAboveCap: z.boolean(),
});
export type Standing = z.output<typeof standing>;

export const workerOutcome = z.object({
  staffId: z.string(),
  gives: count,
  takes: count,
  before: standing,
  after: standing,
});
export type WorkerOutcome = z.output<typeof workerOutcome>;

export const summarySchema = z.object({
  moves: count,
  sameOffice: count,
  aboveLoadBefore: count,
  aboveLoadAfter: count,
  aboveCap: count,
  /** Weighted load above the goal, summed over those above it. */
  excessBefore: z.number(),
  excessAfter: z.number(),
  /** Excess that no moves whatever could take away: nobody could take it. */
  unavoidable: z.number(),
  /** With fewer moves nobody could relieve the same workers as much. */
  leastMoves: count,
});
export type Summary = z.output<typeof summarySchema>;

export const intakeShare = z.object({
  staffId: z.string(),
  /** New cases expected until 31 March at the present rate. */
  expected: z.number(),
  /** New cases until 31 March with which the cap is still kept. */
  most: count,
  proposed: count,
  /** Cases on 31 March with the proposed number of new ones. */
  forecast,
});
export const intakeSchema = z.object({
  /** New cases expected of all together, whole. */
  total: count,
  /** Of them, those that nobody can take without crossing a cap. */
  unplaced: count,
  shares: z.array(intakeShare),
});
export type Intake = z.output<typeof intakeSchema>;

/** What is kept of the situation; of the cases, the result keeps those that move. */
export const redistributionInput = z.object({
  settings: settingsSchema,
  openCases: count,
  workers: z.array(whatIfWorker),
});
const movedCase = openCase.omit({ ledBy: true }).extend({ to: z.string() });
export type MovedCase = z.output<typeof movedCase>;

export const redistributionResult = z.object({
  moves: z.array(movedCase),
  workers: z.array(workerOutcome),
  summary: summarySchema,
  intake: intakeSchema,
});
export type RedistributionInput = z.output<typeof redistributionInput>;
export type RedistributionResult = z.output<typeof redistributionResult>;

/** What a screen calls people (by staff id) and places. */
export type Names = {
  people: Record<string, string>;
  offices: { officeId: string; name: string; nameEn: string | null }[];
};
