/**
 * The 23 further questions of the New Brief Job Stress Questionnaire (80 items, recommended short scales) and their national
 * means. Source: scoring sheet and national means of the questionnaire's research group (2012). A scale is the mean of its
 * items, 1 to 4, higher is better. The English is a working translation.
 */
import type { Item, Words } from "../instrument";

/** 58 to 80, answered as section A. */
export const FURTHER: readonly Item[] = [
  { id: "E58", text: { ja: "感情面で負担になる仕事だ", en: "My work is emotionally demanding" } },
  {
    id: "E59",
    text: {
      ja: "複数の人からお互いに矛盾したことを要求される",
      en: "Different people ask me to do things that contradict each other",
    },
  },
  {
    id: "E60",
    text: { ja: "自分の職務や責任が何であるか分かっている", en: "I know what my duties and responsibilities are" },
  },
  {
    id: "E61",
    text: { ja: "仕事で自分の長所をのばす機会がある", en: "I have chances to develop my strengths at work" },
  },
  {
    id: "E62",
    text: { ja: "自分の仕事に見合う給料やボーナスをもらっている", en: "I receive pay and bonuses that match my work" },
  },
  {
    id: "E63",
    text: { ja: "私は上司からふさわしい評価を受けている", en: "My superior gives me the recognition I deserve" },
  },
  { id: "E64", text: { ja: "職を失う恐れがある", en: "I may lose my job" } },
  {
    id: "E65",
    text: {
      ja: "上司は、部下が能力を伸ばす機会を持てるように、取り計らってくれる",
      en: "My superior makes sure that people have chances to develop their abilities",
    },
  },
  { id: "E66", text: { ja: "上司は誠実な態度で対応してくれる", en: "My superior treats me with sincerity" } },
  { id: "E67", text: { ja: "努力して仕事をすれば、ほめてもらえる", en: "When I make an effort I am praised" } },
  {
    id: "E68",
    text: {
      ja: "失敗しても挽回(ばんかい)するチャンスがある職場だ",
      en: "In this workplace a mistake can be made good",
    },
  },
  { id: "E69", text: { ja: "経営層からの情報は信頼できる", en: "Information from the management can be trusted" } },
  {
    id: "E70",
    text: {
      ja: "職場や仕事で変化があるときには、従業員の意見が聞かれている",
      en: "When the workplace or the work changes, employees are asked for their opinion",
    },
  },
  {
    id: "E71",
    text: { ja: "一人ひとりの価値観を大事にしてくれる職場だ", en: "This workplace respects each person's values" },
  },
  {
    id: "E72",
    text: { ja: "人事評価の結果について十分な説明がなされている", en: "The results of appraisals are explained well" },
  },
  {
    id: "E73",
    text: {
      ja: "職場では、(正規、非正規、アルバイトなど)いろいろな立場の人が職場の一員として尊重されている",
      en: "People in all kinds of positions (permanent, non-permanent, part-time) are respected as members of the workplace",
    },
  },
  {
    id: "E74",
    text: {
      ja: "意欲を引き出したり、キャリアに役立つ教育が行われている",
      en: "Training is given that motivates or helps careers",
    },
  },
  {
    id: "E75",
    text: {
      ja: "仕事のことを考えているため自分の生活を充実させられない",
      en: "Thinking about work keeps me from a full life of my own",
    },
  },
  {
    id: "E76",
    text: {
      ja: "仕事でエネルギーをもらうことで、自分の生活がさらに充実している",
      en: "The energy I get from work makes my life fuller",
    },
  },
  {
    id: "E77",
    text: {
      ja: "職場で自分がいじめにあっている(セクハラ、パワハラを含む)",
      en: "I am bullied at work (including sexual or power harassment)",
    },
  },
  {
    id: "E78",
    text: {
      ja: "私たちの職場では、お互いに理解し認め合っている",
      en: "In our workplace we understand and accept each other",
    },
  },
  {
    id: "E79",
    text: { ja: "仕事をしていると、活力がみなぎるように感じる", en: "When I work I feel bursting with energy" },
  },
  { id: "E80", text: { ja: "自分の仕事に誇りを感じる", en: "I am proud of my work" } },
];

export type FurtherScale = {
  key: string;
  name: Words;
  /** The items, and whether an answer counts as 5 minus itself. */
  items: readonly string[];
  reversed: boolean;
  /** National means: men, women, all. */
  norm: { male: number; female: number; all: number };
};

export const FURTHER_SCALES: readonly FurtherScale[] = [
  {
    key: "emotional",
    name: { ja: "情緒的負担", en: "Emotional demands" },
    items: ["E58"],
    reversed: false,
    norm: { male: 2.65, female: 2.66, all: 2.66 },
  },
  {
    key: "roleConflict",
    name: { ja: "役割葛藤", en: "Role conflict" },
    items: ["E59"],
    reversed: false,
    norm: { male: 2.73, female: 3.01, all: 2.87 },
  },
  {
    key: "roleClarity",
    name: { ja: "役割明確さ", en: "Role clarity" },
    items: ["E60"],
    reversed: true,
    norm: { male: 3.38, female: 3.44, all: 3.41 },
  },
  {
    key: "growth",
    name: { ja: "成長の機会", en: "Chances to grow" },
    items: ["E61"],
    reversed: true,
    norm: { male: 2.6, female: 2.64, all: 2.62 },
  },
  {
    key: "payReward",
    name: { ja: "経済・地位報酬", en: "Pay and standing" },
    items: ["E62"],
    reversed: true,
    norm: { male: 2.2, female: 2.31, all: 2.25 },
  },
  {
    key: "esteem",
    name: { ja: "尊重報酬", en: "Recognition" },
    items: ["E63"],
    reversed: true,
    norm: { male: 2.52, female: 2.67, all: 2.59 },
  },
  {
    key: "security",
    name: { ja: "安定報酬", en: "Job security" },
    items: ["E64"],
    reversed: false,
    norm: { male: 2.83, female: 2.85, all: 2.84 },
  },
  {
    key: "leadership",
    name: { ja: "上司のリーダーシップ", en: "Leadership of superiors" },
    items: ["E65"],
    reversed: true,
    norm: { male: 2.31, female: 2.19, all: 2.25 },
  },
  {
    key: "fairSuperior",
    name: { ja: "上司の公正な態度", en: "Fairness of superiors" },
    items: ["E66"],
    reversed: true,
    norm: { male: 2.61, female: 2.69, all: 2.65 },
  },
  {
    key: "praise",
    name: { ja: "ほめてもらえる職場", en: "Praise" },
    items: ["E67"],
    reversed: true,
    norm: { male: 2.55, female: 2.62, all: 2.59 },
  },
  {
    key: "secondChance",
    name: { ja: "失敗を認める職場", en: "Room for mistakes" },
    items: ["E68"],
    reversed: true,
    norm: { male: 2.46, female: 2.44, all: 2.45 },
  },
  {
    key: "trust",
    name: { ja: "経営層との信頼関係", en: "Trust in the management" },
    items: ["E69"],
    reversed: true,
    norm: { male: 2.53, female: 2.63, all: 2.58 },
  },
  {
    key: "change",
    name: { ja: "変化への対応", en: "Say in changes" },
    items: ["E70"],
    reversed: true,
    norm: { male: 2.33, female: 2.37, all: 2.35 },
  },
  {
    key: "respect",
    name: { ja: "個人の尊重", en: "Respect for individuals" },
    items: ["E71"],
    reversed: true,
    norm: { male: 2.1, female: 2.19, all: 2.14 },
  },
  {
    key: "appraisal",
    name: { ja: "公正な人事評価", en: "Fair appraisal" },
    items: ["E72"],
    reversed: true,
    norm: { male: 2.03, female: 2.05, all: 2.04 },
  },
  {
    key: "diversity",
    name: { ja: "多様な労働者への対応", en: "Respect for all positions" },
    items: ["E73"],
    reversed: true,
    norm: { male: 2.64, female: 2.81, all: 2.72 },
  },
  {
    key: "careers",
    name: { ja: "キャリア形成", en: "Career development" },
    items: ["E74"],
    reversed: true,
    norm: { male: 2.18, female: 2.28, all: 2.23 },
  },
  {
    key: "balanceNegative",
    name: { ja: "ワーク・セルフ・バランス（ネガティブ）", en: "Work taking from life" },
    items: ["E75"],
    reversed: false,
    norm: { male: 2.76, female: 2.92, all: 2.83 },
  },
  {
    key: "balancePositive",
    name: { ja: "ワーク・セルフ・バランス（ポジティブ）", en: "Work giving to life" },
    items: ["E76"],
    reversed: true,
    norm: { male: 1.98, female: 2.18, all: 2.07 },
  },
  {
    key: "harassment",
    name: { ja: "職場のハラスメント", en: "Freedom from harassment" },
    items: ["E77"],
    reversed: false,
    norm: { male: 3.69, female: 3.72, all: 3.7 },
  },
  {
    key: "cohesion",
    name: { ja: "職場の一体感", en: "Cohesion" },
    items: ["E78"],
    reversed: true,
    norm: { male: 2.58, female: 2.75, all: 2.66 },
  },
  {
    key: "engagement",
    name: { ja: "ワーク・エンゲイジメント", en: "Work engagement" },
    items: ["E79", "E80"],
    reversed: true,
    norm: { male: 2.45, female: 2.58, all: 2.52 },
  },
];
