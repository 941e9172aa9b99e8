/** What a queued mail is about: facts, which become words in the reader's language when it is sent. */
import { z } from "zod";

import { isDay } from "../../lib/calendar";
import { SESSION_KINDS, SESSION_STATUSES } from "../workforce/vocabulary";
import { digestContent } from "./digest";

const sessionFacts = z.object({
  sessionId: z.uuid(),
  audience: z.enum(["participant", "supervisor"]),
  heldOn: z.string().refine(isDay),
  startTime: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  minutes: z.number().int().positive(),
  kind: z.enum(SESSION_KINDS),
  status: z.enum(SESSION_STATUSES),
  tentative: z.boolean(),
  place: z.string().nullable(),
  videoUrl: z.string().nullable(),
  sequence: z.number().int().min(0),
  changedAt: z.string(),
});

/** An invitation to a session (REQUEST), its change, or its cancellation (CANCEL). */
const invitation = z.object({
  kind: z.literal("invitation"),
  method: z.enum(["REQUEST", "CANCEL"]),
  session: sessionFacts,
  attendee: z.string(),
  /** Who holds the session; null where nobody is named. */
  supervisor: z.string().nullable(),
  origin: z.string(),
});

/** Shows an administrator that mail arrives. */
const test = z.object({ kind: z.literal("test"), origin: z.string() });

/** Asks those who may answer an anonymous survey and have not fetched their token. It says nothing of the person. */
const surveyReminder = z.object({
  kind: z.literal("surveyReminder"),
  title: z.string(),
  titleEn: z.string().nullable(),
  closesOn: z.string().refine(isDay),
  origin: z.string(),
});

export const mailContent = z.discriminatedUnion("kind", [invitation, test, surveyReminder, digestContent]);
export type MailContent = z.output<typeof mailContent>;
export type SurveyReminder = Extract<MailContent, { kind: "surveyReminder" }>;
export type Invitation = Extract<MailContent, { kind: "invitation" }>;
export type MailKind = MailContent["kind"];

export const MAIL_STATES = ["waiting", "sent", "failed"] as const;
export type MailState = (typeof MAIL_STATES)[number];
