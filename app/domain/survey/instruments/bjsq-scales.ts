/**
 * The scales of the Brief Job Stress Questionnaire and the conversion of raw scores to five columns. Source: manual of the
 * stress check programme (Ministry of Health, Labour and Welfare); the reference population has 15,933 men and 8,447 women.
 */
import type { Words } from "../instrument";

export type Sex = "male" | "female";
export const SEXES: readonly Sex[] = ["male", "female"];

/** raw = `base` + sum of `plus` - sum of `minus`, on the answers as printed (1 to 4). */
export type Scale = {
  key: string;
  name: Words;
  area: "A" | "B" | "C" | "D";
  /** Whether a high raw score burdens the person or does them good. */
  direction: "burden" | "resource";
  base: number;
  plus: readonly string[];
  minus: readonly string[];
  /** Upper bound of the raw score for columns 1 (low) to 5 (high); null is an empty column. */
  columns: Record<Sex, readonly (number | null)[]>;
};

export const SCALES: readonly Scale[] = [
  {
    key: "quant",
    name: { ja: "心理的な仕事の負担(量)", en: "Quantitative workload" },
    area: "A",
    direction: "burden",
    base: 15,
    plus: [],
    minus: ["A1", "A2", "A3"],
    columns: { male: [5, 7, 9, 11, 12], female: [4, 6, 9, 11, 12] },
  },
  {
    key: "qual",
    name: { ja: "心理的な仕事の負担(質)", en: "Qualitative workload" },
    area: "A",
    direction: "burden",
    base: 15,
    plus: [],
    minus: ["A4", "A5", "A6"],
    columns: { male: [5, 7, 9, 11, 12], female: [4, 6, 8, 10, 12] },
  },
  {
    key: "physical",
    name: { ja: "自覚的な身体的負担度", en: "Physical demands" },
    area: "A",
    direction: "burden",
    base: 5,
    plus: [],
    minus: ["A7"],
    columns: { male: [null, 1, 2, 3, 4], female: [null, 1, 2, 3, 4] },
  },
  {
    key: "interpersonal",
    name: { ja: "職場の対人関係でのストレス", en: "Interpersonal strain" },
    area: "A",
    direction: "burden",
    base: 10,
    plus: ["A14"],
    minus: ["A12", "A13"],
    columns: { male: [3, 5, 7, 9, 12], female: [3, 5, 7, 9, 12] },
  },
  {
    key: "environment",
    name: { ja: "職場環境によるストレス", en: "Poor working environment" },
    area: "A",
    direction: "burden",
    base: 5,
    plus: [],
    minus: ["A15"],
    columns: { male: [null, 1, 2, 3, 4], female: [1, null, 2, 3, 4] },
  },
  {
    key: "control",
    name: { ja: "仕事のコントロール度", en: "Control over work" },
    area: "A",
    direction: "resource",
    base: 15,
    plus: [],
    minus: ["A8", "A9", "A10"],
    columns: { male: [4, 6, 8, 10, 12], female: [3, 5, 8, 10, 12] },
  },
  {
    key: "skill",
    name: { ja: "技能の活用度", en: "Use of skills" },
    area: "A",
    direction: "resource",
    base: 0,
    plus: ["A11"],
    minus: [],
    columns: { male: [1, 2, 3, 4, null], female: [1, 2, 3, 4, null] },
  },
  {
    key: "aptitude",
    name: { ja: "仕事の適性度", en: "Suitability" },
    area: "A",
    direction: "resource",
    base: 5,
    plus: [],
    minus: ["A16"],
    columns: { male: [1, 2, 3, null, 4], female: [1, 2, 3, null, 4] },
  },
  {
    key: "meaning",
    name: { ja: "働きがい", en: "Meaningful work (働きがい)" },
    area: "A",
    direction: "resource",
    base: 5,
    plus: [],
    minus: ["A17"],
    columns: { male: [1, 2, 3, null, 4], female: [1, 2, 3, null, 4] },
  },
  {
    key: "vigor",
    name: { ja: "活気", en: "Vigour" },
    area: "B",
    direction: "resource",
    base: 0,
    plus: ["B1", "B2", "B3"],
    minus: [],
    columns: { male: [3, 5, 7, 9, 12], female: [3, 5, 7, 9, 12] },
  },
  {
    key: "irritability",
    name: { ja: "イライラ感", en: "Irritability" },
    area: "B",
    direction: "burden",
    base: 0,
    plus: ["B4", "B5", "B6"],
    minus: [],
    columns: { male: [3, 5, 7, 9, 12], female: [3, 5, 8, 10, 12] },
  },
  {
    key: "fatigue",
    name: { ja: "疲労感", en: "Fatigue" },
    area: "B",
    direction: "burden",
    base: 0,
    plus: ["B7", "B8", "B9"],
    minus: [],
    columns: { male: [3, 4, 7, 10, 12], female: [3, 5, 8, 11, 12] },
  },
  {
    key: "anxiety",
    name: { ja: "不安感", en: "Anxiety" },
    area: "B",
    direction: "burden",
    base: 0,
    plus: ["B10", "B11", "B12"],
    minus: [],
    columns: { male: [3, 4, 7, 9, 12], female: [3, 4, 7, 10, 12] },
  },
  {
    key: "depression",
    name: { ja: "抑うつ感", en: "Low mood" },
    area: "B",
    direction: "burden",
    base: 0,
    plus: ["B13", "B14", "B15", "B16", "B17", "B18"],
    minus: [],
    columns: { male: [6, 8, 12, 16, 24], female: [6, 8, 12, 17, 24] },
  },
  {
    key: "somatic",
    name: { ja: "身体愁訴", en: "Physical complaints" },
    area: "B",
    direction: "burden",
    base: 0,
    plus: ["B19", "B20", "B21", "B22", "B23", "B24", "B25", "B26", "B27", "B28", "B29"],
    minus: [],
    columns: { male: [11, 15, 21, 26, 44], female: [13, 17, 23, 29, 44] },
  },
  {
    key: "boss",
    name: { ja: "上司からのサポート", en: "Support from superiors" },
    area: "C",
    direction: "resource",
    base: 15,
    plus: [],
    minus: ["C1", "C4", "C7"],
    columns: { male: [4, 6, 8, 10, 12], female: [3, 5, 7, 10, 12] },
  },
  {
    key: "coworker",
    name: { ja: "同僚からのサポート", en: "Support from colleagues" },
    area: "C",
    direction: "resource",
    base: 15,
    plus: [],
    minus: ["C2", "C5", "C8"],
    columns: { male: [5, 7, 9, 11, 12], female: [5, 7, 9, 11, 12] },
  },
  {
    key: "family",
    name: { ja: "家族・友人からのサポート", en: "Support from family and friends" },
    area: "C",
    direction: "resource",
    base: 15,
    plus: [],
    minus: ["C3", "C6", "C9"],
    columns: { male: [6, 8, 9, 11, 12], female: [6, 8, 9, 11, 12] },
  },
  {
    key: "satisfaction",
    name: { ja: "仕事や生活の満足度", en: "Satisfaction with work and life" },
    area: "D",
    direction: "resource",
    base: 10,
    plus: [],
    minus: ["D1", "D2"],
    columns: { male: [3, 4, 6, 7, 8], female: [3, 4, 6, 7, 8] },
  },
];
