/**
 * The questions of the self-check of accumulated fatigue (2023). Source: Ministry of Health, Labour and Welfare; public data,
 * usable with the source named. The English is a working translation.
 */
import type { Item, Words } from "../instrument";

/** Signs noticed in the last month. */
export const FATIGUE_SYMPTOMS: readonly Item[] = [
  { id: "S1", text: { ja: "イライラする", en: "I am irritable" } },
  { id: "S2", text: { ja: "不安だ", en: "I am anxious" } },
  { id: "S3", text: { ja: "落ち着かない", en: "I am restless" } },
  { id: "S4", text: { ja: "ゆううつだ", en: "I am depressed" } },
  { id: "S5", text: { ja: "よく眠れない", en: "I do not sleep well" } },
  { id: "S6", text: { ja: "体の調子が悪い", en: "I do not feel well" } },
  { id: "S7", text: { ja: "物事に集中できない", en: "I cannot concentrate" } },
  { id: "S8", text: { ja: "することに間違いが多い", en: "I make many mistakes" } },
  { id: "S9", text: { ja: "仕事中、強い眠気に襲われる", en: "I get very sleepy at work" } },
  { id: "S10", text: { ja: "やる気が出ない", en: "I have no drive" } },
  { id: "S11", text: { ja: "へとへとだ（運動後を除く）", en: "I am exhausted (other than after exercise)" } },
  {
    id: "S12",
    text: { ja: "朝、起きた時、ぐったりした疲れを感じる", en: "I feel worn out when I get up in the morning" },
  },
  { id: "S13", text: { ja: "以前とくらべて、疲れやすい", en: "I tire more easily than before" } },
  { id: "S14", text: { ja: "食欲がないと感じる", en: "I have no appetite" } },
];

/** Conditions of work in the last month. */
export const FATIGUE_WORK: readonly Item[] = [
  {
    id: "W1",
    text: {
      ja: "1か月の労働時間（時間外・休日労働を含む）",
      en: "Hours worked in the month, overtime and work on days off included",
    },
  },
  {
    id: "W2",
    text: { ja: "不規則な勤務（予定の変更、突然の仕事）", en: "Irregular work: changed plans, sudden tasks" },
  },
  { id: "W3", text: { ja: "出張に伴う負担", en: "Strain of business trips" } },
  { id: "W4", text: { ja: "深夜勤務に伴う負担", en: "Strain of night work" } },
  { id: "W5", text: { ja: "休憩・仮眠の時間数及び施設", en: "Breaks and naps: time and rooms" } },
  { id: "W6", text: { ja: "仕事についての身体的負担", en: "Physical strain of the work" } },
  { id: "W7", text: { ja: "仕事についての精神的負担", en: "Mental strain of the work" } },
  { id: "W8", text: { ja: "職場・顧客等の人間関係による負担", en: "Strain from people at work or clients" } },
  { id: "W9", text: { ja: "時間内に処理しきれない仕事", en: "Work that cannot be finished in time" } },
  { id: "W10", text: { ja: "自分のペースでできない仕事", en: "Work that cannot be done at the own pace" } },
  {
    id: "W11",
    text: { ja: "勤務時間外でも仕事のことが気にかかって仕方ない", en: "Work on my mind outside working hours" },
  },
  { id: "W12", text: { ja: "勤務日の睡眠時間", en: "Sleep on working days" } },
  {
    id: "W13",
    text: {
      ja: "終業時刻から次の始業時刻の間にある休息時間",
      en: "Rest between the end of work and its next beginning",
    },
  },
];

/** Of a symptom, 0 to 2. */
export const HOW_OFTEN: readonly Words[] = [
  { ja: "ほとんどない", en: "Almost never" },
  { ja: "時々ある", en: "Sometimes" },
  { ja: "よくある", en: "Often" },
];

/** Of a condition of work, 0 to 2. */
export const HOW_HEAVY: readonly Words[] = [
  { ja: "適当・小さい・十分", en: "Fitting, small or enough" },
  { ja: "多い・大きい・やや足りない", en: "Much, large or somewhat short" },
  { ja: "非常に多い・非常に大きい・足りない", en: "Very much, very large or too short" },
];
