/**
 * The glossary: one word per concept in each language, the same in screens, exports, messages and docs.
 * The keys are the exchange format's and the code's own words.
 */
const GLOSSARY = {
  product: { ja: "支え", en: "Sasae" },
  role: {
    support_worker: { ja: "相談支援員", en: "Support worker" },
    chief_support_worker: { ja: "主任相談支援員", en: "Chief support worker" },
    employment_support_worker: { ja: "就労支援員", en: "Employment support worker" },
    outreach_worker: { ja: "アウトリーチ支援員", en: "Outreach worker" },
    supervisor: { ja: "スーパーバイザー", en: "Supervisor" },
    manager: { ja: "管理者", en: "Manager" },
    clerk: { ja: "事務員", en: "Clerk" },
  },
  access: {
    worker: { ja: "支援員", en: "Support worker" },
    supervisor: { ja: "スーパーバイザー", en: "Supervisor" },
    manager: { ja: "受託事業者管理者", en: "Contractor manager" },
    ward: { ja: "区の委託契約担当", en: "Ward contract manager" },
    admin: { ja: "システム管理者", en: "Platform administrator" },
  },
  employment: {
    full_time: { ja: "常勤", en: "Full time" },
    part_time: { ja: "非常勤", en: "Part time" },
  },
  leave: {
    parental: { ja: "産前産後・育児休業", en: "Parental leave" },
    sick: { ja: "病気休職", en: "Sick leave" },
    care: { ja: "介護休業", en: "Care leave" },
    other: { ja: "その他の休職", en: "Other leave" },
  },
  qualification: {
    certified_social_worker: { ja: "社会福祉士", en: "Certified social worker" },
    mental_health_social_worker: { ja: "精神保健福祉士", en: "Mental health social worker" },
    certified_psychologist: { ja: "公認心理師", en: "Certified psychologist" },
    career_consultant: { ja: "キャリアコンサルタント", en: "Career consultant" },
    public_health_nurse: { ja: "保健師", en: "Public health nurse" },
    care_worker: { ja: "介護福祉士", en: "Certified care worker" },
    other: { ja: "その他の資格", en: "Other qualification" },
  },
  topic: {
    basic: { ja: "基礎研修", en: "Basics" },
    mental_health: { ja: "メンタルヘルス", en: "Mental health" },
    developmental_disorder: { ja: "発達障害", en: "Developmental disorders" },
    addiction: { ja: "依存症", en: "Addiction" },
    multiple_debt: { ja: "多重債務", en: "Multiple debts" },
    foreign_resident: { ja: "在留外国人支援", en: "Foreign residents" },
    other: { ja: "その他", en: "Other" },
  },
  format: {
    lecture: { ja: "座学", en: "Lecture" },
    case_study: { ja: "事例検討", en: "Case study" },
    role_play: { ja: "ロールプレイ", en: "Role play" },
    e_learning: { ja: "eラーニング", en: "E-learning" },
    ojt: { ja: "OJT", en: "On the job" },
  },
  session: {
    individual: { ja: "個人", en: "Individual" },
    group: { ja: "グループ", en: "Group" },
    planned: { ja: "予定", en: "Planned" },
    held: { ja: "実施済み", en: "Held" },
    cancelled: { ja: "中止", en: "Cancelled" },
    internal: { ja: "内部", en: "Internal" },
    external: { ja: "外部", en: "External" },
  },
  attendance: {
    attended: { ja: "出席", en: "Attended" },
    absent: { ja: "欠席", en: "Absent" },
    excused: { ja: "事前連絡あり欠席", en: "Excused" },
  },
  tag: {
    debt: { ja: "債務", en: "Debt" },
    illness: { ja: "病気", en: "Illness" },
    mental_health: { ja: "メンタルヘルス", en: "Mental health" },
    disability: { ja: "障害", en: "Disability" },
    family: { ja: "家族関係", en: "Family" },
    isolation: { ja: "孤立", en: "Isolation" },
    housing: { ja: "住まい", en: "Housing" },
    violence: { ja: "暴力・虐待", en: "Violence" },
    addiction: { ja: "依存症", en: "Addiction" },
    foreign_resident: { ja: "在留外国人", en: "Foreign resident" },
    hikikomori: { ja: "ひきこもり", en: "Social withdrawal" },
    legal: { ja: "法的課題", en: "Legal" },
  },
  incident: {
    violence: { ja: "暴力", en: "Violence" },
    suicide: { ja: "自死・自死未遂", en: "Suicide or attempt" },
    threat: { ja: "脅迫・ハラスメント", en: "Threat or harassment" },
    other: { ja: "その他の重大な出来事", en: "Other grave event" },
  },
  verification: {
    pending: { ja: "確認待ち", en: "To verify" },
    verified: { ja: "確認済み", en: "Verified" },
    rejected: { ja: "差し戻し", en: "Sent back" },
  },
  careerField: {
    welfare: { ja: "福祉・保健・医療・就労・教育等の業務", en: "Work in welfare, health, employment or education" },
    consultation: { ja: "相談支援業務", en: "Consultation support" },
    recognised: { ja: "自治体の長が認めた業務", en: "Work recognised by the municipality's head" },
  },
  renewalPart: {
    knowledge: { ja: "知識講習", en: "Knowledge course" },
    skill: { ja: "技能講習", en: "Skill course" },
  },
  rank: {
    support: { ja: "支援員", en: "Support worker" },
    chief: { ja: "主任相談支援員", en: "Chief support worker" },
    supervisor: { ja: "スーパーバイザー", en: "Supervisor" },
  },
  severity: {
    watch: { ja: "参考", en: "Watch" },
    warning: { ja: "注意", en: "Warning" },
    critical: { ja: "重要", en: "Critical" },
  },
  flagStatus: {
    open: { ja: "未確認", en: "Open" },
    acknowledged: { ja: "確認済み", en: "Acknowledged" },
    plan_agreed: { ja: "改善計画あり", en: "Plan agreed" },
    resolved: { ja: "解消", en: "Resolved" },
  },
  term: {
    ward: { ja: "区（委託者）", en: "Ward (commissioner)" },
    contractor: { ja: "受託事業者", en: "Contractor" },
    contract: { ja: "委託契約", en: "Service contract" },
    specification: { ja: "仕様書", en: "Specification" },
    office: { ja: "事業所", en: "Office" },
    staff: { ja: "職員", en: "Staff" },
    supportStaff: { ja: "支援員", en: "Support staff" },
    caseload: { ja: "担当ケース数", en: "Caseload" },
    cap: { ja: "上限", en: "Cap" },
    fte: { ja: "常勤換算", en: "FTE" },
    supervision: { ja: "スーパービジョン", en: "Supervision" },
    supervisee: { ja: "スーパーバイジー", en: "Supervisee" },
    supervisor: { ja: "スーパーバイザー", en: "Supervisor" },
    training: { ja: "研修", en: "Training" },
    trainingHours: { ja: "研修時間", en: "Training hours" },
    qualification: { ja: "資格", en: "Qualification" },
    flag: { ja: "注意喚起", en: "Flag" },
    return: { ja: "事業実績報告", en: "Monthly return" },
    target: { ja: "目標", en: "Target" },
    baseline: { ja: "参考値（政策文書・未検証）", en: "Policy document, unverified" },
    forecast: { ja: "見込み", en: "Forecast" },
    overtime: { ja: "時間外労働", en: "Overtime" },
    quarter: { ja: "四半期", en: "Quarter" },
    fiscalYear: { ja: "年度", en: "Fiscal year" },
  },
} as const;

type Pick<T, L extends "ja" | "en"> = T extends { ja: string; en: string } ? string : { [K in keyof T]: Pick<T[K], L> };

/** The glossary in one language, with the same keys. */
export function glossaryIn<L extends "ja" | "en">(locale: L): Pick<typeof GLOSSARY, L> {
  const walk = (node: object): unknown =>
    "ja" in node && typeof node.ja === "string"
      ? (node as Record<string, string>)[locale]
      : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value as object)]));
  return walk(GLOSSARY) as Pick<typeof GLOSSARY, L>;
}
