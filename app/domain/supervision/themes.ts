/** What a supervision session was about: themes of the work, never of a client. */
export const THEMES = ["support_difficulty", "emotional_burden", "ethics", "career", "workload"] as const;
export type Theme = (typeof THEMES)[number];
