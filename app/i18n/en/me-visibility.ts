import type ja from "../ja/me-visibility";
import type { Translated } from "../shape";

export default {
  title: "What my employer and the ward can see",
  lead: "Who can see your records, and how much of them.",
  principle:
    "The ward commissions a service: it may neither direct nor assess you. Its screens show no names, no staff codes and no figures of a single person.",
  who: {
    you: "You",
    supervisor: "Your supervisor",
    manager: "The contractor's manager",
    ward: "The ward",
  },
  items: {
    caseload: {
      title: "Caseload, forecast and load",
      you: "Everything",
      supervisor: "Cases, cap and load",
      manager: "Everything, by name",
      ward: "Totals and distributions per office only; offices with fewer than five support staff are pooled with others",
    },
    training: {
      title: "Training records",
      you: "Everything",
      supervisor: "Nothing",
      manager: "Everything, by name",
      ward: "Average hours and shares only",
    },
    supervision: {
      title: "Dates, attendance and themes of supervision",
      you: "Your own",
      supervisor: "Those of the supervisees",
      manager: "Dates and attendance, by name",
      ward: "The completion rate and numbers per quarter only",
    },
    content: {
      title: "What was said in supervision",
      you: "Not written down here",
      supervisor: "Not written down here",
      manager: "Nothing",
      ward: "Nothing",
    },
    qualification: {
      title: "Qualifications",
      you: "Everything",
      supervisor: "Nothing",
      manager: "Everything, by name",
      ward: "The share of qualified staff only",
    },
    carried: {
      title: "A record carried from an earlier contract",
      you: "Everything; you can withdraw it at any time",
      supervisor: "Nothing",
      manager: "What you agreed to, by name",
      ward: "Nothing",
    },
    conditions: {
      title: "Overtime, leave and critical incidents",
      you: "As the records behind your own flags",
      supervisor: "Nothing",
      manager: "Everything, by name",
      ward: "Numbers of people per factor, in groups of five or more only",
    },
    pay: {
      title: "Pay and qualification allowance",
      you: "Not shown here",
      supervisor: "Nothing",
      manager: "Everything, by name",
      ward: "Whether the specification is met, never an amount",
    },
    flags: {
      title: "Flags about you",
      you: "What they say, what they rest on, their history and who has looked",
      supervisor: "Their number and severity only",
      manager: "What they say and rest on, by name; you see that the manager has looked",
      ward: "Numbers of people per office only",
    },
    comments: {
      title: "Comments on flags",
      you: "Everything",
      supervisor: "Nothing",
      manager: "Everything",
      ward: "Nothing",
    },
    clients: {
      title: "Anything about clients",
      you: "Not recorded here",
      supervisor: "Nothing",
      manager: "Nothing",
      ward: "Nothing",
    },
  },
} satisfies Translated<typeof ja>;
