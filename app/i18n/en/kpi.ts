import type ja from "../ja/kpi";
import type { Translated } from "../shape";
import cli from "./kpi-cli";
import names from "./kpi-names";

export default {
  ...names,
  level: {
    KGI: "KGI (goal)",
    KSI: "KSI (success factor)",
    "KPI-outcome": "KPI (outcome)",
    "KPI-output": "KPI (output)",
  },
  pillar: {
    1: "Measure 1: early contact and outreach",
    2: "Measure 2: support in the round, to independence",
    3: "Measure 3: a sustainable workforce",
  },
  distance: {
    noData: "No data yet",
    people: {
      shareMet: "{{have}} of {{of}}, target met",
      short_one: "{{have}} of {{of}}, one short of the target",
      short_other: "{{have}} of {{of}}, {{count}} short of the target",
    },
    items: {
      shareMet: "{{have}} of {{of}}, target met",
      short_one: "{{have}} of {{of}}, one short of the target",
      short_other: "{{have}} of {{of}}, {{count}} short of the target",
      withinShare: "{{have}} of {{of}}, within the target of at most {{allowed}}",
      tooMany_one: "{{have}} of {{of}}, one above the target",
      tooMany_other: "{{have}} of {{of}}, {{count}} above the target",
    },
    reached: "Target of {{target}} reached",
    below: "{{gap}} below the target of {{target}}",
    within: "Within the target of {{target}}",
    above: "{{gap}} above the target of {{target}}",
    gap: {
      percent: "{{value}} points",
      cases: "{{value}} cases",
      hours: "{{value}} h",
      count: "{{value}}",
      perMonth: "{{value}} a month",
    },
  },
  cli,
} satisfies Translated<typeof ja>;
