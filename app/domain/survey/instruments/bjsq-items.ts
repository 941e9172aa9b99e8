/**
 * The questions of the Brief Job Stress Questionnaire (職業性ストレス簡易調査票), 57 items. Source: Ministry of Health, Labour
 * and Welfare, stress check programme; public data, usable with the source named (PDL 1.0). The English is a working translation.
 */
import type { Item, Words } from "../instrument";

/** A: the work. */
export const WORK: readonly Item[] = [
  {
    id: "A1",
    text: { ja: "非常にたくさんの仕事をしなければならない", en: "I have an extremely large amount of work to do" },
  },
  { id: "A2", text: { ja: "時間内に仕事が処理しきれない", en: "I cannot finish my work within the time I have" } },
  { id: "A3", text: { ja: "一生懸命働かなければならない", en: "I have to work as hard as I can" } },
  { id: "A4", text: { ja: "かなり注意を集中する必要がある", en: "I have to pay very careful attention" } },
  {
    id: "A5",
    text: {
      ja: "高度の知識や技術が必要なむずかしい仕事だ",
      en: "My work is difficult and needs a high level of knowledge and skill",
    },
  },
  {
    id: "A6",
    text: {
      ja: "勤務時間中はいつも仕事のことを考えていなければならない",
      en: "I have to think about work all through working hours",
    },
  },
  { id: "A7", text: { ja: "からだを大変よく使う仕事だ", en: "My work is physically very demanding" } },
  { id: "A8", text: { ja: "自分のペースで仕事ができる", en: "I can work at my own pace" } },
  {
    id: "A9",
    text: {
      ja: "自分で仕事の順番・やり方を決めることができる",
      en: "I can decide the order and the way in which I work",
    },
  },
  {
    id: "A10",
    text: {
      ja: "職場の仕事の方針に自分の意見を反映できる",
      en: "I can bring my opinion into how work is done in my workplace",
    },
  },
  {
    id: "A11",
    text: { ja: "自分の技能や知識を仕事で使うことが少ない", en: "I seldom use my skills and knowledge at work" },
  },
  {
    id: "A12",
    text: { ja: "私の部署内で意見のくい違いがある", en: "There are differences of opinion within my department" },
  },
  {
    id: "A13",
    text: {
      ja: "私の部署と他の部署とはうまが合わない",
      en: "My department does not get on well with other departments",
    },
  },
  { id: "A14", text: { ja: "私の職場の雰囲気は友好的である", en: "The atmosphere in my workplace is friendly" } },
  {
    id: "A15",
    text: {
      ja: "私の職場の作業環境（騒音、照明、温度、換気など）はよくない",
      en: "The working environment in my workplace (noise, light, temperature, ventilation) is poor",
    },
  },
  { id: "A16", text: { ja: "仕事の内容は自分にあっている", en: "My work suits me" } },
  { id: "A17", text: { ja: "働きがいのある仕事だ", en: "My work is worth doing" } },
];

/** B: the last month. */
export const STATE: readonly Item[] = [
  { id: "B1", text: { ja: "活気がわいてくる", en: "I have been very active" } },
  { id: "B2", text: { ja: "元気がいっぱいだ", en: "I have been full of energy" } },
  { id: "B3", text: { ja: "生き生きする", en: "I have been lively" } },
  { id: "B4", text: { ja: "怒りを感じる", en: "I have felt angry" } },
  { id: "B5", text: { ja: "内心腹立たしい", en: "I have been inwardly annoyed" } },
  { id: "B6", text: { ja: "イライラしている", en: "I have felt irritable" } },
  { id: "B7", text: { ja: "ひどく疲れた", en: "I have been extremely tired" } },
  { id: "B8", text: { ja: "へとへとだ", en: "I have been exhausted" } },
  { id: "B9", text: { ja: "だるい", en: "I have felt weary" } },
  { id: "B10", text: { ja: "気がはりつめている", en: "I have felt tense" } },
  { id: "B11", text: { ja: "不安だ", en: "I have felt worried" } },
  { id: "B12", text: { ja: "落着かない", en: "I have felt restless" } },
  { id: "B13", text: { ja: "ゆううつだ", en: "I have been depressed" } },
  { id: "B14", text: { ja: "何をするのも面倒だ", en: "I have thought that doing anything was a bother" } },
  { id: "B15", text: { ja: "物事に集中できない", en: "I have been unable to concentrate" } },
  { id: "B16", text: { ja: "気分が晴れない", en: "I have felt gloomy" } },
  { id: "B17", text: { ja: "仕事が手につかない", en: "I have been unable to get on with work" } },
  { id: "B18", text: { ja: "悲しいと感じる", en: "I have felt sad" } },
  { id: "B19", text: { ja: "めまいがする", en: "I have felt dizzy" } },
  { id: "B20", text: { ja: "体のふしぶしが痛む", en: "I have had pain in my joints" } },
  { id: "B21", text: { ja: "頭が重かったり頭痛がする", en: "I have had a heavy head or headaches" } },
  { id: "B22", text: { ja: "首筋や肩がこる", en: "I have had a stiff neck or shoulders" } },
  { id: "B23", text: { ja: "腰が痛い", en: "I have had lower back pain" } },
  { id: "B24", text: { ja: "目が疲れる", en: "I have had tired eyes" } },
  { id: "B25", text: { ja: "動悸や息切れがする", en: "I have had palpitations or been short of breath" } },
  { id: "B26", text: { ja: "胃腸の具合が悪い", en: "I have had stomach or bowel trouble" } },
  { id: "B27", text: { ja: "食欲がない", en: "I have had no appetite" } },
  { id: "B28", text: { ja: "便秘や下痢をする", en: "I have had constipation or diarrhoea" } },
  { id: "B29", text: { ja: "よく眠れない", en: "I have not slept well" } },
];

/** C: the people around, by what is asked of them. */
export const SUPPORT: readonly { id: string; lead: Words; items: readonly Item[] }[] = [
  {
    id: "C1-3",
    lead: { ja: "次の人たちはどのくらい気軽に話ができますか？", en: "How freely can you talk with" },
    items: [
      { id: "C1", text: { ja: "上司", en: "your superiors" } },
      { id: "C2", text: { ja: "職場の同僚", en: "your colleagues" } },
      { id: "C3", text: { ja: "配偶者、家族、友人等", en: "your partner, family or friends" } },
    ],
  },
  {
    id: "C4-6",
    lead: {
      ja: "あなたが困った時、次の人たちはどのくらい頼りになりますか？",
      en: "When you are in trouble, how far can you rely on",
    },
    items: [
      { id: "C4", text: { ja: "上司", en: "your superiors" } },
      { id: "C5", text: { ja: "職場の同僚", en: "your colleagues" } },
      { id: "C6", text: { ja: "配偶者、家族、友人等", en: "your partner, family or friends" } },
    ],
  },
  {
    id: "C7-9",
    lead: {
      ja: "あなたの個人的な問題を相談したら、次の人たちはどのくらいきいてくれますか？",
      en: "If you ask about a personal problem, how well do they listen:",
    },
    items: [
      { id: "C7", text: { ja: "上司", en: "your superiors" } },
      { id: "C8", text: { ja: "職場の同僚", en: "your colleagues" } },
      { id: "C9", text: { ja: "配偶者、家族、友人等", en: "your partner, family or friends" } },
    ],
  },
];

/** D: satisfaction. */
export const SATISFACTION: readonly Item[] = [
  { id: "D1", text: { ja: "仕事に満足だ", en: "I am satisfied with my work" } },
  { id: "D2", text: { ja: "家庭生活に満足だ", en: "I am satisfied with my family life" } },
];

/** 1 to 4. */
export const AGREEMENT: readonly Words[] = [
  { ja: "そうだ", en: "Very much so" },
  { ja: "まあそうだ", en: "Moderately so" },
  { ja: "ややちがう", en: "Somewhat not" },
  { ja: "ちがう", en: "Not at all" },
];

/** 1 to 4. */
export const FREQUENCY: readonly Words[] = [
  { ja: "ほとんどなかった", en: "Almost never" },
  { ja: "ときどきあった", en: "Sometimes" },
  { ja: "しばしばあった", en: "Often" },
  { ja: "ほとんどいつもあった", en: "Almost always" },
];

/** 1 to 4. */
export const EXTENT: readonly Words[] = [
  { ja: "非常に", en: "Extremely" },
  { ja: "かなり", en: "Very much" },
  { ja: "多少", en: "Somewhat" },
  { ja: "全くない", en: "Not at all" },
];

/** 1 to 4. */
export const CONTENT: readonly Words[] = [
  { ja: "満足", en: "Satisfied" },
  { ja: "まあ満足", en: "Somewhat satisfied" },
  { ja: "やや不満足", en: "Somewhat dissatisfied" },
  { ja: "不満足", en: "Dissatisfied" },
];

/** The 23 items of the short form. */
export const SHORT_FORM: readonly string[] = [
  "A1",
  "A2",
  "A3",
  "A8",
  "A9",
  "A10",
  "B7",
  "B8",
  "B9",
  "B10",
  "B11",
  "B12",
  "B13",
  "B14",
  "B16",
  "B27",
  "B29",
  "C1",
  "C2",
  "C4",
  "C5",
  "C7",
  "C8",
];
