import type ja from "../ja/flag";
import type { Translated } from "../shape";
import contract from "./flag-contract";
import survey from "./flag-survey";

export default {
  rule: {
    overload: {
      cap: {
        name: "Cases against the cap",
        words:
          "Critical when the year's cases pass the cap (the contract's cap x FTE x share of the year), a warning when the forecast for the year's end does, watch when the upper end of its 80% interval does. Being exactly at the cap is allowed.",
        clears:
          "Clears when the upper end of the forecast's 80% interval is at or below the cap of {{cap}}. Consider how new cases are shared out, or handing some over.",
      },
      active: {
        name: "Load of open cases",
        words:
          "Open cases weighted by complexity (each 1, plus 0.5 for every complexity tag beyond the first, at most 3): watch above {{activeWatch}} for one FTE, a warning above {{activeWarning}}, critical above {{activeCritical}}.",
        clears: "Clears when the weighted total is at or below {{clearedAt}}. Consider closing or handing over cases.",
      },
      overtime: contract.rule.overtime,
    },
    supervision: {
      due: {
        name: "Supervision",
        words:
          "Watch when a quarter ends within {{supervisionNotice}} days with no session held or planned, a warning when a quarter ended without one, critical after two quarters running. Quarters with fewer than 60 days in post do not count.",
        clears:
          "Clears when attendance at a session is recorded, or a session is planned within the quarter (for a quarter that has ended, when one is attended).",
      },
    },
    training: {
      pace: {
        name: "Pace of training",
        words:
          "From Q3: watch below {{trainingWatch}}% of the hours due pro rata (target x days in post so far / days of the year), a warning below {{trainingWarning}}%; critical on 31 March below the person's own target.",
        clears: "Clears when training hours reach {{trainingWatch}}% of the hours due pro rata.",
      },
    },
    qualification: {
      expiry: {
        name: "Qualification expiry",
        words:
          "Watch when a qualification expires within {{qualificationWatch}} days, a warning within {{qualificationWarning}} days, critical once it has expired. One superseded by a newer one of the same kind does not count.",
        clears: "Clears when a newer qualification of the same kind is recorded.",
      },
    },
    burnout: {
      conditions: {
        name: "Conditions that lead to burnout",
        words:
          "Of eight strain factors: {{strainWatch}} together are watch, {{strainWarning}} a warning, {{strainCritical}} or more, or {{strainWarning}} or more with a critical overload, critical. They are conditions of work and never health data. Overtime and leave count only where reported.",
        clears: "Clears when no more than {{strainCleared}} of the factors are left.",
      },
      survey: survey.rule,
    },
    retention: { exits: contract.rule.exits },
    staffing: { below: contract.rule.staffing },
    pay: { below: contract.rule.pay },
    return: { late: contract.rule.late },
  },
  finding: {
    cap: {
      watch:
        "{{count}} cases so far this year. With a forecast of {{mean}} (80% interval {{low}} to {{high}}) the cap of {{cap}} may be passed.",
      warning:
        "The forecast for the year, {{mean}} cases (80% interval {{low}} to {{high}}), is above the cap of {{cap}}. So far there are {{count}}.",
      critical:
        "{{count}} cases this year, {{over}} above the cap of {{cap}}. The forecast for the year is {{mean}} (80% interval {{low}} to {{high}}).",
      capSum:
        "Cap of {{cap}} = the contract's {{contractCap}} x FTE {{fte}} x {{presentDays}} of {{daysInYear}} days in post",
      forecastSum:
        "Forecast of {{mean}} = {{count}} so far + {{openDaysLeft}} open days left x {{newCases}} new cases in {{windowOpenDays}} open days since {{from}}",
    },
    active: {
      any: "The {{activeCases}} open cases weigh {{weightedLoad}}, above the limit of {{limit}}.",
      sum: "Limit of {{limit}} = {{limitPerFte}} for one FTE x FTE {{fte}}",
    },
    supervision: {
      watch: "{{quarter}} ends in {{daysLeft}} days, on {{end}}, with no supervision held or planned.",
      warning: "No supervision in {{quarter}} of {{year}}, which ended on {{end}}.",
      critical: "No supervision for two quarters running: {{fromQuarter}} of {{fromYear}} and {{quarter}} of {{year}}.",
      last: "Last attended on {{day}}.",
      never: "No attendance is recorded so far.",
      planned: "The next session is planned for {{day}}.",
    },
    training: {
      watch: "{{hours}} hours of training, below {{percent}}% ({{threshold}} h) of the {{hoursDue}} hours due by now.",
      warning:
        "{{hours}} hours of training, below {{percent}}% ({{threshold}} h) of the {{hoursDue}} hours due by now.",
      critical:
        "The year ended with {{hours}} hours of training, {{missing}} short of the person's own target of {{ownTarget}} hours.",
      sum: "{{hoursDue}} hours due = target of {{contractTarget}} hours x {{presentDays}} of {{daysInYear}} days in post",
    },
    qualification: {
      watch: "{{kind}} expires in {{daysLeft}} days, on {{end}}.",
      warning: "{{kind}} expires in {{daysLeft}} days, on {{end}}. Please check on its renewal.",
      critical: "{{kind}} expired {{daysExpired}} days ago, on {{end}}.",
    },
    burnout: {
      any_one: "{{count}} strain factor: {{factors}}.",
      any_other: "{{count}} strain factors together: {{factors}}.",
    },
    survey: survey.finding,
    ...contract.finding,
  },
  survey: survey.page,
  behind: contract.behind,
  factor: {
    caseload: "caseload above the cap",
    active_load: "heavy load of open cases",
    no_supervision: "no supervision for more than 120 days",
    overtime: "more than 45 hours of overtime last month",
    complex_cases: "several complex cases and no supervision since",
    little_leave: "fewer than 5 days of leave in 6 months",
    first_year: "first year in post",
    incident: "a critical incident within 60 days",
  },
  factorFigures: {
    caseload: "{{count}} this year, cap {{cap}}",
    active_load: "weighted total {{weightedLoad}}, limit {{loadLimit}}",
    no_supervision: "{{daysWithoutSupervision}} days since the last attendance or the hire",
    overtime: "{{overtimeHours}} hours last month, limit 45",
    complex_cases: "{{complexCases}} open cases with four or more tags, the newest led from {{newestComplexFrom}}",
    little_leave: "{{leaveDays}} days in 6 months, at least 5 expected",
    first_year: "hired on {{hiredOn}}",
    incident: "{{incidents}} within 60 days",
  },
  ward: {
    overload: {
      cap: {
        critical_one: "{{count}} of {{of}} is above the cap.",
        critical_other: "{{count}} of {{of}} are above the cap.",
        warning_one: "{{count}} of {{of}} is forecast to pass the cap by the year's end.",
        warning_other: "{{count}} of {{of}} are forecast to pass the cap by the year's end.",
        watch_one: "{{count}} of {{of}} may pass the cap by the year's end.",
        watch_other: "{{count}} of {{of}} may pass the cap by the year's end.",
      },
      active: {
        critical_one: "{{count}} of {{of}} has a weighted load above {{activeCritical}} for one FTE.",
        critical_other: "{{count}} of {{of}} have a weighted load above {{activeCritical}} for one FTE.",
        warning_one: "{{count}} of {{of}} has a weighted load above {{activeWarning}} for one FTE.",
        warning_other: "{{count}} of {{of}} have a weighted load above {{activeWarning}} for one FTE.",
        watch_one: "{{count}} of {{of}} has a weighted load above {{activeWatch}} for one FTE.",
        watch_other: "{{count}} of {{of}} have a weighted load above {{activeWatch}} for one FTE.",
      },
      overtime: contract.ward.overtime,
    },
    supervision: {
      due: {
        critical_one: "{{count}} of {{of}} went without supervision for two quarters running.",
        critical_other: "{{count}} of {{of}} went without supervision for two quarters running.",
        warning_one: "{{count}} of {{of}} had no supervision in the quarter that ended.",
        warning_other: "{{count}} of {{of}} had no supervision in the quarter that ended.",
        watch_one: "{{count}} of {{of}} has no supervision held or planned in this quarter.",
        watch_other: "{{count}} of {{of}} have no supervision held or planned in this quarter.",
      },
    },
    training: {
      pace: {
        critical_one: "{{count}} of {{of}} missed the year's training target.",
        critical_other: "{{count}} of {{of}} missed the year's training target.",
        warning_one: "{{count}} of {{of}} has less than {{trainingWarning}}% of the training hours due by now.",
        warning_other: "{{count}} of {{of}} have less than {{trainingWarning}}% of the training hours due by now.",
        watch_one: "{{count}} of {{of}} has less than {{trainingWatch}}% of the training hours due by now.",
        watch_other: "{{count}} of {{of}} have less than {{trainingWatch}}% of the training hours due by now.",
      },
    },
    qualification: {
      expiry: {
        critical_one: "{{count}} of {{of}} has an expired qualification.",
        critical_other: "{{count}} of {{of}} have an expired qualification.",
        warning_one: "{{count}} of {{of}} has a qualification that expires within {{qualificationWarning}} days.",
        warning_other: "{{count}} of {{of}} have a qualification that expires within {{qualificationWarning}} days.",
        watch_one: "{{count}} of {{of}} has a qualification that expires within {{qualificationWatch}} days.",
        watch_other: "{{count}} of {{of}} have a qualification that expires within {{qualificationWatch}} days.",
      },
    },
    burnout: {
      conditions: {
        critical_one:
          "{{count}} of {{of}} works under {{strainCritical}} or more strain factors, or {{strainWarning}} or more with a critical overload.",
        critical_other:
          "{{count}} of {{of}} work under {{strainCritical}} or more strain factors, or {{strainWarning}} or more with a critical overload.",
        warning_one: "{{count}} of {{of}} works under {{strainWarning}} or more strain factors.",
        warning_other: "{{count}} of {{of}} work under {{strainWarning}} or more strain factors.",
        watch_one: "{{count}} of {{of}} works under {{strainWatch}} or more strain factors.",
        watch_other: "{{count}} of {{of}} work under {{strainWatch}} or more strain factors.",
      },
    },
    pay: { below: contract.ward.pay },
    further: "Besides, {{sentence}}",
    highest: "The highest of those with a whole post all year is {{count}} of {{cap}}.",
    factor: "{{factor}}: {{people}}",
    withheld: "With fewer than five support staff, distribution and factors are not shown.",
    scope: {
      office: "By office",
      pooled: "Small offices together",
      contract: "The contract as a whole",
    },
    band: {
      upTo80: "up to 80% of the cap",
      upTo100: "over 80% to 100%",
      upTo120: "over 100% to 120%",
      over120: "over 120%",
    },
  },
  command: {
    unknownContract: "There is no contract {{code}}.",
    unknownView: "--view must be ward or contractor.",
    counts: "As of {{day}}: {{raised}} raised, {{changed}} changed, {{resolved}} resolved, {{open}} open",
    none: "No flags as of {{day}}.",
    notEvaluated: 'Nothing was evaluated on or before {{day}}. Run "job evaluate --as-of {{day}}" first.',
  },
} satisfies Translated<typeof ja>;
