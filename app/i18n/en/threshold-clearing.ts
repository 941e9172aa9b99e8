import type { Translated } from "../shape";
import type ja from "../ja/threshold-clearing";

/** What to do, how much of it and by when, for a flag to clear. */
export default {
  capNew_one:
    "At most {{count}} new case by {{by}}: {{fewer}} fewer than the {{upper}} at the upper end of the forecast",
  capNew_other:
    "At most {{count}} new cases by {{by}}: {{fewer}} fewer than the {{upper}} at the upper end of the forecast",
  capOver_one:
    "With {{count}} case this year the cap of {{cap}} is passed. Handing cases over does not lower the year's count, so this lasts until {{on}}, when counting starts again. Take no new cases, and talk to the ward about the cap or staffing",
  capOver_other:
    "With {{count}} cases this year the cap of {{cap}} is passed. Handing cases over does not lower the year's count, so this lasts until {{on}}, when counting starts again. Take no new cases, and talk to the ward about the cap or staffing",
  activeLoad_one:
    "{{less}} less weighted load: {{count}} case of weight 1 closed or handed over. It clears at the next evaluation with {{limit}} or less",
  activeLoad_other:
    "{{less}} less weighted load: {{count}} cases of weight 1 closed or handed over. It clears at the next evaluation with {{limit}} or less",
  overtimeMonth: "At most {{hours}} hours of overtime in {{month}}; it clears when that month is reported",
  supervisionPlan_one: "{{count}} session attended, or planned, by {{by}}",
  supervisionPlan_other: "{{count}} sessions attended, or planned, by {{by}}",
  supervisionAttend_one: "{{count}} session attended by {{by}} (a planned one does not clear it)",
  supervisionAttend_other: "{{count}} sessions attended by {{by}} (planned ones do not clear it)",
  trainingNow:
    "{{hours}} more hours of training reach {{percent}}% of what is due today (what is due grows by the day)",
  trainingYear: "{{hours}} more hours by {{by}} reach the year's target",
  trainingEnded: "Record {{hours}} more hours if they were attended by {{by}}; the year's judgement ends on {{on}}",
  qualificationRenew: "Renew {{kind}} by {{by}} and record it with the new date",
  qualificationExpired: "Renew {{kind}} and record it with the new date; it clears at the next evaluation",
  strainFewer_one: "{{count}} of the {{factors}} factors fewer. What ends each of them:",
  strainFewer_other: "{{count}} of the {{factors}} factors fewer. What ends each of them:",
  strainCaseload: "Caseload: no new cases (the year's count starts again on {{on}})",
  strainLoad_one: "Load: {{less}} less weighted load, to {{limit}} or below ({{count}} case of weight 1)",
  strainLoad_other: "Load: {{less}} less weighted load, to {{limit}} or below ({{count}} cases of weight 1)",
  strainSession_one: "Supervision: {{count}} session attended",
  strainSession_other: "Supervision: {{count}} sessions attended",
  strainOvertime: "Overtime: at most 45 hours in {{month}}",
  strainLeave: "Leave: 5 days or more in six months (now {{days}})",
  strainFirstYear: "First year in post: ends on {{on}}",
  strainIncident: "Critical incident: no longer counted after 60 days; give support until then",
  surveyNext: "In the next survey an index of {{bound}} or more, and above {{above}}",
  exitsFewer_one:
    "Nobody else leaves until {{count}} departure lies more than 365 days back (of {{of}} people, {{allowed}} may leave)",
  exitsFewer_other:
    "Nobody else leaves until {{count}} departures lie more than 365 days back (of {{of}} people, {{allowed}} may leave)",
  staffingFte_one: "{{count}} more FTE of support staff",
  staffingFte_other: "{{count}} more FTE of support staff",
  staffingOutreach_one: "{{count}} more dedicated outreach worker",
  staffingOutreach_other: "{{count}} more dedicated outreach workers",
  payBelow_one: "Pay {{count}} person the floor or more (¥{{floorJpy}} a year for full time)",
  payBelow_other: "Pay {{count}} people the floor or more (¥{{floorJpy}} a year for full time)",
  returnFile: "Hand in the return for {{month}} (due {{by}})",
  returnFurther_one: "Hand in the {{count}} other month that is late",
  returnFurther_other: "Hand in the {{count}} other months that are late",
} as const satisfies Translated<typeof ja>;
