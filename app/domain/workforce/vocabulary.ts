/**
 * The closed lists of the exchange format: roles, kinds, topics, tags. One list each, read by
 * the import, the forms, the rules and the database's checks.
 */
export const STAFF_ROLES = [
  "support_worker",
  "chief_support_worker",
  "employment_support_worker",
  "outreach_worker",
  "supervisor",
  "manager",
  "clerk",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** The roles that make a member of staff support staff (支援員). */
export const SUPPORT_ROLES = [
  "support_worker",
  "chief_support_worker",
  "employment_support_worker",
  "outreach_worker",
] as const satisfies readonly StaffRole[];

export const EMPLOYMENTS = ["full_time", "part_time"] as const;
export const LEAVE_KINDS = ["parental", "sick", "care", "other"] as const;

export const QUALIFICATION_KINDS = [
  "certified_social_worker",
  "mental_health_social_worker",
  "certified_psychologist",
  "career_consultant",
  "public_health_nurse",
  "care_worker",
  "other",
] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

export const TRAINING_TOPICS = [
  "basic",
  "mental_health",
  "developmental_disorder",
  "addiction",
  "multiple_debt",
  "foreign_resident",
  "other",
] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

/** The five topics of the annual training plan (研修計画). */
export const PLAN_TOPICS = [
  "mental_health",
  "developmental_disorder",
  "addiction",
  "multiple_debt",
  "foreign_resident",
] as const satisfies readonly TrainingTopic[];

export const TRAINING_FORMATS = ["lecture", "case_study", "role_play", "e_learning", "ojt"] as const;
export type TrainingFormat = (typeof TRAINING_FORMATS)[number];
export const PRACTICAL_FORMATS = ["case_study", "role_play"] as const satisfies readonly TrainingFormat[];

export const SESSION_KINDS = ["individual", "group"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const SESSION_STATUSES = ["planned", "held", "cancelled"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];
export const ATTENDANCES = ["attended", "absent", "excused"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const COMPLEXITY_TAGS = [
  "debt",
  "illness",
  "mental_health",
  "disability",
  "family",
  "isolation",
  "housing",
  "violence",
  "addiction",
  "foreign_resident",
  "hikikomori",
  "legal",
] as const;
export type ComplexityTag = (typeof COMPLEXITY_TAGS)[number];

export const INCIDENT_KINDS = ["violence", "suicide", "threat", "other"] as const;

export const SEVERITIES = ["watch", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];
