/**
 * What of one contract's records belongs to the person themselves (研修受講・スーパービジョン記録): the post, training
 * attended and approved, supervision attended, verified qualifications. Of supervision it holds that it took place, with
 * whom and for how long: no note, no agreed action, no theme. Nothing about cases, flags, pay, leave or the survey enters it.
 */
import { z } from "zod";

import { isDay } from "../../lib/calendar";
import {
  QUALIFICATION_KINDS,
  SESSION_KINDS,
  STAFF_ROLES,
  TRAINING_FORMATS,
  TRAINING_TOPICS,
} from "../workforce/vocabulary";

const day = z.string().refine(isDay);
const text = z.string().nullable();

const post = z.object({
  name: z.string(),
  contractor: z.string(),
  contractorEn: text,
  contract: text,
  contractEn: text,
  office: text,
  officeEn: text,
  employedFrom: day,
  employedTo: day.nullable(),
  /** Whether the person is employed there on the day of the record. */
  isCurrent: z.boolean(),
  roles: z.array(z.object({ role: z.enum(STAFF_ROLES), from: day, to: day.nullable() })),
});
const training = z.object({
  attendedOn: day,
  title: z.string(),
  provider: text,
  topic: z.enum(TRAINING_TOPICS),
  format: z.enum(TRAINING_FORMATS),
  hours: z.number().positive(),
  inWorkingTime: z.boolean().nullable(),
  publiclyFunded: z.boolean().nullable(),
});
const session = z.object({
  heldOn: day,
  minutes: z.number().int().positive(),
  kind: z.enum(SESSION_KINDS),
  external: z.boolean(),
  supervisor: text,
});
const qualification = z.object({
  kind: z.enum(QUALIFICATION_KINDS),
  number: text,
  obtainedOn: day,
  expiresOn: day.nullable(),
});

/** What of one contract's records belongs to the person; rows in the order of their days. Also how a transfer is stored. */
export const recordContent = z.object({
  post,
  /** The fiscal years covered, each with the own target in hours, unrounded. */
  years: z.array(z.object({ fiscalYear: z.number().int(), target: z.number().nonnegative(), isReached: z.boolean() })),
  training: z.array(training),
  sessions: z.array(session),
  qualifications: z.array(qualification),
});
export type RecordContent = z.infer<typeof recordContent>;
export type RecordTraining = RecordContent["training"][number];
export type RecordSession = RecordContent["sessions"][number];
export type RecordQualification = RecordContent["qualifications"][number];
