import type { Translated } from "../shape";
import type ja from "../ja/threshold-figure";

/** The figures of flags, and how each comes about. */
export default {
  count: {
    name: "Cases this year",
    value: "{{count}}",
    how: "Distinct cases led from 1 April to the day, closed and handed over ones included",
  },
  cap: {
    name: "Own cap",
    value: "{{cap}}",
    how: "the contract's {{contractCap}} x FTE {{fte}} x {{presentDays}} of {{daysInYear}} days present",
  },
  forecast: {
    name: "Forecast for 31 March",
    value: "{{forecastMean}}",
    how: "{{count}} cases so far + {{openDaysLeft}} open days x {{rate}} a day ({{newCases}} new since {{windowFrom}} / {{windowOpenDays}} open days)",
  },
  range: {
    name: "80% interval of the forecast",
    value: "{{forecastLow}}–{{forecastHigh}}",
    how: "{{count}} cases so far + the 10% and 90% points of a Poisson distribution with mean {{toCome}}",
  },
  load: {
    name: "Weighted load",
    value: "{{weightedLoad}}",
    how: "weights of the {{activeCases}} open cases: 1 each, 0.5 for each tag beyond the first, at most 3",
  },
  limit: { name: "Limit passed", value: "{{limit}}", how: "{{limitPerFte}} per FTE x FTE {{fte}}" },
  overtime: {
    name: "Overtime",
    value: "{{hours}} hours",
    how: "as reported for {{month}}; the limit is {{limit}} hours",
  },
  overtimeRun: {
    name: "Months running",
    value: "{{months}}",
    how: "months above {{clearedAt}} hours, counted back from {{month}}",
  },
  quarter: {
    name: "Quarter judged",
    value: "{{year}} {{quarter}} (to {{quarterEndsOn}})",
    how: "due with 60 days or more in post and not on leave; here {{presentDays}}",
  },
  attended: { name: "Attended in that quarter", value: "{{attended}}", how: "held sessions recorded as attended" },
  lastAttended: { name: "Last attended", value: "{{lastAttendedOn}}", how: "the latest attendance on record" },
  planned: { name: "Next planned", value: "{{plannedOn}}", how: "the earliest session to come" },
  hours: {
    name: "Training this year",
    value: "{{hours}} hours",
    how: "approved records from 1 April to the day, added up",
  },
  hoursDue: {
    name: "Due by now",
    value: "{{hoursDue}} hours",
    how: "the contract's {{contractTarget}} hours x {{presentDays}} of {{daysInYear}} days present",
  },
  hoursLimit: {
    name: "Limit fallen below",
    value: "{{threshold}} hours",
    how: "{{hoursDue}} hours due x {{percent}}%",
  },
  ownTarget: {
    name: "Own target for the year",
    value: "{{ownTarget}} hours",
    how: "the contract's {{contractTarget}} hours by days present; {{missing}} hours are missing",
  },
  expiry: { name: "Valid until", value: "{{expiresOn}}", how: "last valid day on record of {{kind}}" },
  daysLeft: {
    name: "Days left",
    value: "{{daysLeft}}",
    how: "from the day of the evaluation to {{expiresOn}}; negative once it has passed",
  },
  factors: { name: "Factors together", value: "{{factorCount}}", how: "the factors below that apply" },
  index: {
    name: "Wellbeing index",
    value: "{{index}}",
    how: "mean over the questions of (mean - 1) / 4 x 100, survey closed {{closedOn}}",
  },
  before: {
    name: "Index before",
    value: "{{before}}",
    how: "survey closed {{beforeClosedOn}}; the change is {{change}}",
  },
  response: { name: "Response rate", value: "{{responseRate}}%", how: "{{answered}} answered / {{eligible}} asked" },
  exits: {
    name: "Share of leavers",
    value: "{{percent}}%",
    how: "{{leavers}} leavers / {{of}} support staff employed, {{windowFrom}} to {{windowTo}}",
  },
  fte: {
    name: "FTE of support staff",
    value: "{{fte}}",
    how: "weekly hours of support staff not on leave / full-time hours; the specification asks for {{requiredFte}}",
  },
  outreach: {
    name: "Dedicated outreach workers",
    value: "{{outreachWorkers}}",
    how: "support staff marked as dedicated and not on leave; the specification asks for {{requiredOutreachWorkers}}",
  },
  since: { name: "Since", value: "{{belowSince}}", how: "the first of the unbroken days below" },
  pay: {
    name: "Below the pay floor",
    value: "{{below}}",
    how: "of {{known}} people whose pay is known, those below ¥{{floorJpy}} a year x FTE",
  },
  due: {
    name: "Due day of the oldest missing return",
    value: "{{dueOn}}",
    how: "for {{month}}: the specification's day of the following month",
  },
  late: {
    name: "Late returns",
    value: "{{lateMonths}}",
    how: "months of the last twelve that are past due and not handed in",
  },
} as const satisfies Translated<typeof ja>;
