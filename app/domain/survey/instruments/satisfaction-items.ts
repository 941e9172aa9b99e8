/** The annual work-satisfaction survey, our own: ten questions on five points, 働きがい the first. */
import type { Item, Words } from "../instrument";

export const SATISFACTION_ITEMS: readonly Item[] = [
  { id: "meaning", text: { ja: "今の仕事に働きがいを感じている", en: "I find my work worthwhile" } },
  { id: "workload", text: { ja: "今の仕事の量は無理なくこなせる", en: "My workload is manageable" } },
  { id: "control", text: { ja: "仕事の進め方を自分で決められる", en: "I can decide how I do my work" } },
  {
    id: "supervision",
    text: { ja: "スーパービジョンは仕事の助けになっている", en: "Supervision helps me in my work" },
  },
  {
    id: "consult",
    text: { ja: "困ったとき、職場ですぐ相談できる", en: "When I am stuck, I can ask somebody at work at once" },
  },
  {
    id: "training",
    text: { ja: "必要な研修を勤務時間内に受けられる", en: "I can take the training I need within working hours" },
  },
  { id: "fairPay", text: { ja: "仕事に見合った処遇を受けている", en: "My pay and conditions match my work" } },
  {
    id: "safety",
    text: { ja: "暴力やハラスメントから守られていると感じる", en: "I feel protected from violence and harassment" },
  },
  { id: "rest", text: { ja: "休みたいときに休みを取れる", en: "I can take leave when I want to" } },
  { id: "stay", text: { ja: "これからもこの仕事を続けたい", en: "I want to go on in this work" } },
];

/** 1 to 5; the top two count as agreement. */
export const SATISFACTION_ANSWERS: readonly Words[] = [
  { ja: "まったくそう思わない", en: "Strongly disagree" },
  { ja: "あまりそう思わない", en: "Disagree" },
  { ja: "どちらともいえない", en: "Neither" },
  { ja: "そう思う", en: "Agree" },
  { ja: "とてもそう思う", en: "Strongly agree" },
];
