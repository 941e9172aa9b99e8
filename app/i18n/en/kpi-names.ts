import type ja from "../ja/kpi-names";
import type { Translated } from "../shape";

export default {
  name: {
    retention3y: "Retention after three years",
    caseloadPerWorker: "Cases a year per support worker",
    qualifiedShare: "Share with a professional qualification",
    worthwhileShare: "Share who find the work worthwhile",
    trainingHours: "Training hours a year per worker",
    supervisionRate: "Supervision rate",
    utilisationRate: "Utilisation (of the estimated people in hardship)",
    earlyConsultationRate: "Consultation within six months of hardship",
    outreachIntakeShare: "Intake through outreach and partners",
    offHoursConsultations: "Online, night and holiday consultations",
    publicAwareness: "Residents who know the service",
    outreachVisits: "Outreach visits",
    mobileConsultations: "Mobile consultation sessions",
    independenceRate: "Reached independence",
    welfareTransitionRate: "Moved on to public assistance",
    multiAgencyRate: "Supported by several agencies",
    jobRetention6m: "Still in work after six months",
    problemResolutionRate: "Problems solved",
    coordinationMeetings: "Coordination conferences",
    certifiedEmployers: "Certified training employers newly won",
  },
  definition: {
    retention3y:
      "Of the support workers whose third anniversary of hire fell in the past 365 days, the share still employed on it. A hire on 29 February has it on 1 March.",
    caseloadPerWorker:
      "Distinct cases led by support staff from 1 April to the day, divided by the average support FTE over the same days (0 while on leave).",
    qualifiedShare:
      "Of the support staff employed on the day, the share with at least one recognised qualification in force.",
    worthwhileShare:
      "Share of answers in the top two of five in the latest anonymous survey’s question on worthwhile work. Shown from five answers up.",
    trainingHours: "Mean training hours attended since 1 April by the support staff employed on the day.",
    supervisionRate:
      "Of the support staff with a session due, the share who attended as many as were due: one for each quarter that has ended and in which they worked at least 60 days.",
    utilisationRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share of the estimated people in hardship who use the service.",
    earlyConsultationRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share who came within six months of falling into hardship.",
    outreachIntakeShare:
      "Monthly return: sum of numerators ÷ sum of denominators. Share of intake through outreach and community partners.",
    offHoursConsultations: "Monthly return: sum of the fiscal year. Consultations online, at night and on holidays.",
    publicAwareness:
      "Monthly return: sum of numerators ÷ sum of denominators. Residents in the yearly survey who know the service.",
    outreachVisits: "Monthly return: sum of the fiscal year. Outreach visits made.",
    mobileConsultations: "Monthly return: sum of the fiscal year. Mobile consultation sessions held.",
    independenceRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share who reached economic, daily-life or social independence.",
    welfareTransitionRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share who moved on to public assistance.",
    multiAgencyRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share supported by several agencies through the coordination conference.",
    jobRetention6m:
      "Monthly return: sum of numerators ÷ sum of denominators. Share still in work six months after starting.",
    problemResolutionRate:
      "Monthly return: sum of numerators ÷ sum of denominators. Share of the problems found at assessment that were solved.",
    coordinationMeetings: "Monthly return: sum ÷ months reported. Coordination conferences held a month.",
    certifiedEmployers: "Monthly return: sum of the fiscal year. Certified training employers newly won.",
  },
  derived: {
    overCapShare: "Workers over the cap",
    activePerWorker: "Open cases per worker",
    weightedPerWorker: "Weighted load per worker",
    averageTenure: "Average tenure",
    leavers12m: "Leavers in 12 months",
    trainingReachedShare: "Workers who reached their training target",
    practicalShare: "Practical training (case study, role play)",
    workingTimeShare: "Training inside working time",
    publicShare: "Publicly paid training",
    topicCoverage: "Topics of the training plan covered",
    individualShare: "Individual sessions",
    groupShare: "Group sessions",
    externalShare: "Sessions by an external supervisor",
    payFloorShare: "Workers paid at least the specification’s floor",
    allowanceShare: "Qualified workers paid an allowance",
    staffingFte: "Support staffing (FTE)",
    outreachWorkers: "Dedicated outreach workers",
  },
} satisfies Translated<typeof ja>;
