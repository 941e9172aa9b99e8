/** The instruments that may be used, each complete in both languages. */
import type { Instrument, InstrumentKey, Item, Section, Words } from "../instrument";
import { AGREEMENT, CONTENT, EXTENT, FREQUENCY, SATISFACTION, SHORT_FORM, STATE, SUPPORT, WORK } from "./bjsq-items";
import { FURTHER } from "./bjsq80-items";
import { FATIGUE_SYMPTOMS, FATIGUE_WORK, HOW_HEAVY, HOW_OFTEN } from "./fatigue-items";
import { K6_ANSWERS, K6_ITEMS } from "./k6-items";
import { SATISFACTION_ANSWERS, SATISFACTION_ITEMS } from "./satisfaction-items";

const MINISTRY: Words = {
  ja: "出典：厚生労働省「ストレスチェック制度」職業性ストレス簡易調査票を加工して作成。法定のストレスチェックではありません。",
  en: "Source: Brief Job Stress Questionnaire of the Ministry of Health, Labour and Welfare, adapted. This is not the statutory stress check.",
};
const WORK_LEAD: Words = {
  ja: "あなたの仕事についてうかがいます。最もあてはまるものを選んでください。",
  en: "About your work: choose what fits best.",
};
const STATE_LEAD: Words = {
  ja: "最近1か月間のあなたの状態についてうかがいます。最もあてはまるものを選んでください。",
  en: "About how you have been in the last month: choose what fits best.",
};
const CONTENT_LEAD: Words = { ja: "満足度についてうかがいます。", en: "About your satisfaction." };

function section(id: string, lead: Words, answers: readonly Words[], items: readonly Item[], from: 0 | 1 = 1): Section {
  return { id, lead, answers, from, items };
}

function bjsq(keeps: (id: string) => boolean): Section[] {
  const sections = [
    section("A", WORK_LEAD, AGREEMENT, WORK),
    section("B", STATE_LEAD, FREQUENCY, STATE),
    ...SUPPORT.map(({ id, lead, items }) => section(id, lead, EXTENT, items)),
    section("D", CONTENT_LEAD, CONTENT, SATISFACTION),
  ];
  return sections
    .map((one) => ({ ...one, items: one.items.filter(({ id }) => keeps(id)) }))
    .filter(({ items }) => items.length > 0);
}

const ALL: Record<InstrumentKey, Instrument> = {
  bjsq57: {
    key: "bjsq57",
    version: 1,
    name: { ja: "職業性ストレス簡易調査票（57項目）", en: "Brief Job Stress Questionnaire (57 items)" },
    notice: MINISTRY,
    minutes: 8,
    sections: bjsq(() => true),
  },
  bjsq23: {
    key: "bjsq23",
    version: 1,
    name: {
      ja: "職業性ストレス簡易調査票 簡略版（23項目）",
      en: "Brief Job Stress Questionnaire, short form (23 items)",
    },
    notice: MINISTRY,
    minutes: 4,
    sections: bjsq((id) => SHORT_FORM.includes(id)),
  },
  bjsq80: {
    key: "bjsq80",
    version: 1,
    name: { ja: "新職業性ストレス簡易調査票（80項目）", en: "New Brief Job Stress Questionnaire (80 items)" },
    notice: MINISTRY,
    minutes: 11,
    sections: [...bjsq(() => true), section("E", WORK_LEAD, AGREEMENT, FURTHER)],
  },
  k6: {
    key: "k6",
    version: 1,
    name: { ja: "K6（こころの状態、6項目）", en: "K6 (psychological distress, 6 items)" },
    notice: {
      ja: "K6 © Ronald C. Kessler。Kessler et al. (2003) Arch Gen Psychiatry 60:184–189、日本語版 Furukawa et al. (2008)。診断ではありません。",
      en: "K6 © Ronald C. Kessler. Kessler et al. (2003) Arch Gen Psychiatry 60:184–189; Japanese version Furukawa et al. (2008). Not a diagnosis.",
    },
    minutes: 1,
    sections: [
      section(
        "K",
        {
          ja: "過去30日の間にどれくらいしばしば、次のことがありましたか。",
          en: "During the past 30 days, about how often did you feel …",
        },
        K6_ANSWERS,
        K6_ITEMS,
      ),
    ],
  },
  fatigue2023: {
    key: "fatigue2023",
    version: 1,
    name: {
      ja: "労働者の疲労蓄積度自己診断チェックリスト（2023年改正版）",
      en: "Self-check of accumulated fatigue (2023)",
    },
    notice: {
      ja: "出典：厚生労働省「労働者の疲労蓄積度自己診断チェックリスト（2023年改正版）」を加工して作成。",
      en: "Source: self-check of accumulated fatigue (2023) of the Ministry of Health, Labour and Welfare, adapted.",
    },
    minutes: 4,
    sections: [
      section(
        "S",
        { ja: "最近1か月間の自覚症状についてうかがいます。", en: "About signs you noticed in the last month." },
        HOW_OFTEN,
        FATIGUE_SYMPTOMS,
        0,
      ),
      section(
        "W",
        { ja: "最近1か月間の勤務の状況についてうかがいます。", en: "About your work in the last month." },
        HOW_HEAVY,
        FATIGUE_WORK,
        0,
      ),
    ],
  },
  satisfaction: {
    key: "satisfaction",
    version: 1,
    name: { ja: "働きがいアンケート（年1回、10項目）", en: "Work satisfaction survey (annual, 10 items)" },
    notice: {
      ja: "支え独自の設問です。職員満足度・職場環境の匿名調査であり、法定のストレスチェックではありません。",
      en: "Sasae's own questions: an anonymous survey of satisfaction and the workplace, not the statutory stress check.",
    },
    minutes: 2,
    sections: [
      section(
        "W",
        { ja: "今の仕事と職場についてうかがいます。", en: "About your work and workplace today." },
        SATISFACTION_ANSWERS,
        SATISFACTION_ITEMS,
      ),
    ],
  },
};

/** An instrument by its key. */
export function instrumentOf(key: InstrumentKey): Instrument {
  return ALL[key];
}
