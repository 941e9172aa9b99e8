/** The texts of flags that rest on a survey. */
import type ja from "../ja/flag-survey";
import type { Translated } from "../shape";

export default {
  rule: {
    name: "Conditions of work as the survey tells them",
    words:
      "The wellbeing index is the mean of the work-satisfaction questions (five points, all worded positively) on a scale of 0 to 100, of the latest survey against the one before. Down {{surveyDrop}} points or more, or below {{surveyBand}}, is watch; both together a warning; both, with {{surveyResponse}}% or more having answered and somebody of the same office (for a whole contract, of the contract) under a flag of overload of warning or graver, critical. Only published figures are used. They tell of conditions at work and judge nobody's health.",
    clears:
      "Clears when in the next survey the index is down less than {{fall}} points and is {{bound}} or more. Write down in a comment what was changed, and see in the next survey whether it helped.",
  },
  finding: {
    fallen: "The wellbeing index is {{index}}, {{down}} points down from {{before}} in the survey before.",
    unfavourable: "The wellbeing index is {{index}}, below {{bound}}.",
    both: "The wellbeing index is {{index}}, {{down}} points down from {{before}} in the survey before, and below {{bound}}.",
    critical: "{{responseRate}}% answered, and somebody in the same place is under a flag of overload.",
    sum: "Survey closed on {{closedOn}}: {{answered}} of {{eligible}} answered ({{responseRate}}%), index {{index}}",
    before: "The survey before, closed on {{closedOn}}: index {{index}}",
  },
  page: {
    whole: "Whole contract",
    title: "What the survey says",
    link: "See the results",
    linkBefore: "See the results of the survey before",
    again: "Asked again in the next survey, closed on {{day}}: index then {{again}}, against {{then}} at the time.",
    notYet: "The index at the time was {{then}}. Once the next survey has closed, it is compared here.",
    commentNote: "Write down what was changed in the conditions of work. Only managers of the contract can read it.",
  },
} satisfies Translated<typeof ja>;
