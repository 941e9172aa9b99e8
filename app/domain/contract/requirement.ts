/**
 * What a specification (仕様書) asks of supervision beyond the policy document's one session a quarter.
 * Presets: `policy`, the policy document's four a year; `ninteiShakaiFukushishi`, what 認定社会福祉士 need: six individual
 * sessions of 60 minutes or eight group sessions of 90 (jacsw.or.jp/ninteikikou, スーパービジョン実施要綱).
 */
import { z } from "zod";

import { SESSION_KINDS } from "../workforce/vocabulary";

export const PRESETS = ["policy", "ninteiShakaiFukushishi", "custom"] as const;
export type Preset = (typeof PRESETS)[number];

/** A contract may ask for more than the policy document, never for less than a session a quarter. */
export const FEWEST_SESSIONS = 4;
export const MOST_SESSIONS = 52;
export const MOST_MINUTES = 480;

const minutes = z.number().int().min(0).max(MOST_MINUTES);

/** The requirement as it stands in specification.supervision_requirement. */
export const requirementSchema = z.object({
  preset: z.enum(PRESETS),
  sessionsPerYear: z.number().int().min(FEWEST_SESSIONS).max(MOST_SESSIONS),
  /** Shorter sessions do not count. */
  minMinutes: minutes,
  /** Of the sessions required, the share that must be individual; null where any will do. */
  individualShare: z.number().min(0).max(1).nullable(),
  /** Of the sessions required, how many an external supervisor must hold. */
  externalNeeded: z.number().int().min(0).max(MOST_SESSIONS),
  /** Where given, any one of them suffices, and they stand in for number, minutes and share above. */
  alternatives: z
    .array(
      z.object({
        kind: z.enum(SESSION_KINDS),
        sessions: z.number().int().min(FEWEST_SESSIONS).max(MOST_SESSIONS),
        minMinutes: minutes,
      }),
    )
    .min(1)
    .optional(),
});
export type Requirement = z.output<typeof requirementSchema>;

export const PRESET_REQUIREMENTS: Record<Exclude<Preset, "custom">, Requirement> = {
  policy: { preset: "policy", sessionsPerYear: 4, minMinutes: 0, individualShare: null, externalNeeded: 0 },
  ninteiShakaiFukushishi: {
    ...{ preset: "ninteiShakaiFukushishi", sessionsPerYear: 6, minMinutes: 60, individualShare: null },
    externalNeeded: 0,
    alternatives: [
      { kind: "individual", sessions: 6, minMinutes: 60 },
      { kind: "group", sessions: 8, minMinutes: 90 },
    ],
  },
};

/** The stored requirement; a specification that is silent means the policy document's. */
export function requirementOf(stored: unknown): Requirement {
  return requirementSchema.nullish().parse(stored) ?? PRESET_REQUIREMENTS.policy;
}
