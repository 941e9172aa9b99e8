/** Whether a manager has seen the evidence of a qualification or a post; only what is verified counts. */
export const VERIFICATIONS = ["pending", "verified", "rejected"] as const;
export type Verification = (typeof VERIFICATIONS)[number];
