/** The texts of flags about overtime, and about offices and contracts. */
import type ja from "../ja/flag-contract";
import type { Translated } from "../shape";

export default {
  rule: {
    overtime: {
      name: "Overtime",
      words:
        "Of the latest month reported, at most three months back: watch above {{overtimeWatch}} hours of overtime, a warning above {{overtimeWarning}}, or above {{overtimeWatch}} in each of {{overtimeMonths}} months running up to it, critical above {{overtimeCritical}}. Nothing is said where nothing is reported.",
      clears:
        "Clears when the next month reported has {{clearedAt}} hours of overtime or fewer. Consider sharing cases and tasks out differently.",
    },
    exits: {
      name: "Support staff leaving",
      words:
        "Of the support staff employed on any of the 365 days up to the day, the share who left in them: watch above {{exitsWatch}}%, a warning above {{exitsWarning}}%, critical above {{exitsCritical}}%. Asked of each office with at least five support staff and of the contract; nothing is said of fewer than five.",
      clears: "Clears when the share who left is {{clearedAt}}% or less.",
    },
    staffing: {
      name: "Staffing against the specification",
      words:
        "A warning when the FTE of support staff not on leave, or the number of dedicated outreach workers, is below the specification; critical when it was on every day of the last {{staffingMonths}} months. Nothing is said of a contract without a specification.",
      clears: "Clears when both FTE and dedicated outreach workers reach the specification.",
    },
    pay: {
      name: "Pay against the specification",
      words:
        "A warning when any of the support staff whose pay is known is below the specification's floor, in proportion to working hours; critical when somebody was on every day of the last {{payMonths}} months. Nothing is said without a floor. Only the contractor sees amounts.",
      clears: "Clears when all support staff whose pay is known are paid the floor or more.",
    },
    late: {
      name: "Monthly return",
      words:
        "A return is due on the specification's day of the following month: watch when it is due within {{returnNotice}} days and not handed in, a warning once it is late, critical when late by {{returnLate}} days or more. The last twelve months since the contract began are looked at. Nothing is said where the specification names no day.",
      clears: "Clears when the returns of all months that are late or due soon are handed in.",
    },
  },
  finding: {
    overtime: {
      watch: "{{hours}} hours of overtime in {{month}}, above {{limit}}.",
      warning: "{{hours}} hours of overtime in {{month}}, above {{limit}}.",
      running: "Overtime above {{limit}} hours for {{months}} months running; {{hours}} in {{month}}.",
      critical: "{{hours}} hours of overtime in {{month}}, above {{limit}}.",
    },
    exits: {
      any: "{{leavers}} of {{of}} support staff ({{percent}}%) left within a year, above {{limit}}%.",
      sum: "{{of}} support staff were employed between {{windowFrom}} and {{windowTo}}; for {{leavers}} of them the last day of employment is among these days",
    },
    staffing: {
      fte: "Support staff make up {{fte}} FTE, below the specification's {{requiredFte}}.",
      outreach:
        "{{outreachWorkers}} dedicated outreach workers, below the specification's {{requiredOutreachWorkers}}.",
      since: "Below the specification on every day since {{belowSince}}.",
      months: "That is {{months}} months or more.",
    },
    pay: {
      any: "{{below}} of the {{known}} support staff whose pay is known are paid below the specification's floor.",
      sum: "Floor = {{floorJpy}} yen a year x FTE",
      since: "Somebody was on every day since {{belowSince}}.",
      months: "That is {{months}} months or more.",
    },
    late: {
      watch: "The monthly return for {{month}} is due on {{dueOn}} and has not been handed in.",
      warning: "The monthly return for {{month}} was due on {{dueOn}} and has not been handed in.",
      critical:
        "The monthly return for {{month}} was due on {{dueOn}} and has not been handed in {{limit}} days or more later.",
      further: "Returns of {{lateMonths}} months are late altogether.",
    },
  },
  ward: {
    overtime: {
      critical_one: "{{count}} of {{of}} worked more than {{overtimeCritical}} hours of overtime in a month.",
      critical_other: "{{count}} of {{of}} worked more than {{overtimeCritical}} hours of overtime in a month.",
      warning_one:
        "{{count}} of {{of}} worked more than {{overtimeWarning}} hours of overtime in a month, or more than {{overtimeWatch}} for {{overtimeMonths}} months running.",
      warning_other:
        "{{count}} of {{of}} worked more than {{overtimeWarning}} hours of overtime in a month, or more than {{overtimeWatch}} for {{overtimeMonths}} months running.",
      watch_one: "{{count}} of {{of}} worked more than {{overtimeWatch}} hours of overtime in a month.",
      watch_other: "{{count}} of {{of}} worked more than {{overtimeWatch}} hours of overtime in a month.",
    },
    pay: {
      warning: "Pay does not meet the specification's floor.",
      critical: "Pay has not met the specification's floor for {{payMonths}} months or more.",
    },
  },
  behind: {
    leavers: "Support staff who left",
    posts: "Posts of support staff",
    pay: "Support staff below the floor",
    filings: "Monthly returns handed in",
    from: "hired on {{day}}",
    to: "left on {{day}}",
    fte: "FTE {{fte}}",
    outreach: "dedicated outreach",
    leave: "on leave",
    yen: "{{amount}} yen a year",
    due: "due on {{day}}",
    submitted: "handed in on {{day}}",
    missing: "not handed in",
  },
} satisfies Translated<typeof ja>;
