/** The Japanese words that an import accepts beside the exchange format's English keys. */
import type {
  Attendance,
  ComplexityTag,
  QualificationKind,
  SessionKind,
  SessionStatus,
  StaffRole,
  TrainingFormat,
  TrainingTopic,
} from "../workforce/vocabulary";

/** For each key the words that mean it; the first one is what templates show. */
export type Labels<K extends string = string> = Readonly<Record<K, readonly string[]>>;

export const ROLE_LABELS: Labels<StaffRole> = {
  support_worker: ["相談支援員", "支援員"],
  chief_support_worker: ["主任相談支援員"],
  employment_support_worker: ["就労支援員"],
  outreach_worker: ["アウトリーチ支援員"],
  supervisor: ["スーパーバイザー"],
  manager: ["管理者"],
  clerk: ["事務員"],
};

export const EMPLOYMENT_LABELS: Labels<"full_time" | "part_time"> = {
  full_time: ["常勤"],
  part_time: ["非常勤"],
};

export const LEAVE_LABELS: Labels<"parental" | "sick" | "care" | "other"> = {
  parental: ["産前産後・育児休業", "育児休業", "産休", "育休"],
  sick: ["病気休職", "病休"],
  care: ["介護休業"],
  other: ["その他の休職", "その他"],
};

export const QUALIFICATION_LABELS: Labels<QualificationKind> = {
  certified_social_worker: ["社会福祉士"],
  mental_health_social_worker: ["精神保健福祉士"],
  certified_psychologist: ["公認心理師"],
  career_consultant: ["キャリアコンサルタント"],
  public_health_nurse: ["保健師"],
  care_worker: ["介護福祉士"],
  other: ["その他の資格", "その他"],
};

export const TAG_LABELS: Labels<ComplexityTag> = {
  debt: ["債務"],
  illness: ["病気"],
  mental_health: ["メンタルヘルス"],
  disability: ["障害"],
  family: ["家族関係"],
  isolation: ["孤立"],
  housing: ["住まい"],
  violence: ["暴力・虐待"],
  addiction: ["依存症"],
  foreign_resident: ["在留外国人"],
  hikikomori: ["ひきこもり"],
  legal: ["法的課題"],
};

export const TOPIC_LABELS: Labels<TrainingTopic> = {
  basic: ["基礎研修"],
  mental_health: ["メンタルヘルス"],
  developmental_disorder: ["発達障害"],
  addiction: ["依存症"],
  multiple_debt: ["多重債務"],
  foreign_resident: ["在留外国人支援"],
  other: ["その他"],
};

export const FORMAT_LABELS: Labels<TrainingFormat> = {
  lecture: ["座学", "講義"],
  case_study: ["事例検討"],
  role_play: ["ロールプレイ"],
  e_learning: ["eラーニング"],
  ojt: ["OJT"],
};

export const SESSION_LABELS: Labels<SessionKind> = { individual: ["個人"], group: ["グループ"] };

export const STATUS_LABELS: Labels<SessionStatus> = {
  planned: ["予定"],
  held: ["実施済み", "実施"],
  cancelled: ["中止"],
};

export const ATTENDANCE_LABELS: Labels<Attendance> = {
  attended: ["出席"],
  absent: ["欠席"],
  excused: ["事前連絡あり欠席"],
};

/** The figures of the monthly return (事業実績報告), by indicator key. */
export const RETURN_LABELS: Readonly<Partial<Record<string, readonly string[]>>> = {
  utilisationRate: ["利用率"],
  earlyConsultationRate: ["早期相談率"],
  outreachIntakeShare: ["アウトリーチ経由の割合"],
  offHoursConsultations: ["時間外相談件数"],
  publicAwareness: ["認知度"],
  outreachVisits: ["訪問支援件数"],
  mobileConsultations: ["出張相談会"],
  independenceRate: ["自立達成率"],
  welfareTransitionRate: ["生活保護移行率"],
  multiAgencyRate: ["多機関連携支援率"],
  jobRetention6m: ["就労6か月定着率"],
  problemResolutionRate: ["課題解決率"],
  coordinationMeetings: ["支援調整会議"],
  certifiedEmployers: ["認定就労訓練事業所"],
};
