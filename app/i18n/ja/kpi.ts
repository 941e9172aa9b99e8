import cli from "./kpi-cli";
import names from "./kpi-names";

export default {
  ...names,
  level: {
    KGI: "KGI（最終目標）",
    KSI: "KSI（成功要因）",
    "KPI-outcome": "KPI（成果）",
    "KPI-output": "KPI（活動）",
  },
  pillar: {
    1: "支援策①　早期発見・アウトリーチ",
    2: "支援策②　包括的支援・自立",
    3: "支援策③　持続可能な人材体制",
  },
  distance: {
    noData: "まだデータがありません",
    people: {
      shareMet: "{{of}}人中{{have}}人、目標を達成しています",
      short_one: "{{of}}人中{{have}}人、目標まであと{{count}}人",
      short_other: "{{of}}人中{{have}}人、目標まであと{{count}}人",
    },
    items: {
      shareMet: "{{of}}件中{{have}}件、目標を達成しています",
      short_one: "{{of}}件中{{have}}件、目標まであと{{count}}件",
      short_other: "{{of}}件中{{have}}件、目標まであと{{count}}件",
      withinShare: "{{of}}件中{{have}}件、目標の範囲内です（{{allowed}}件まで）",
      tooMany_one: "{{of}}件中{{have}}件、目標を{{count}}件超えています",
      tooMany_other: "{{of}}件中{{have}}件、目標を{{count}}件超えています",
    },
    reached: "目標の{{target}}に達しています",
    below: "目標の{{target}}まであと{{gap}}",
    within: "目標の{{target}}以内です",
    above: "目標の{{target}}を{{gap}}超えています",
    gap: {
      percent: "{{value}}ポイント",
      cases: "{{value}}件",
      hours: "{{value}}時間",
      count: "{{value}}件",
      perMonth: "月{{value}}回",
    },
  },
  cli,
} as const;
