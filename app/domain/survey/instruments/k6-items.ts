/** The questions of K6. © Ronald C. Kessler; free to use with this notice. Japanese: Furukawa et al. 2008, as published by Harvard. */
import type { Item, Words } from "../instrument";

export const K6_ITEMS: readonly Item[] = [
  { id: "K1", text: { ja: "神経過敏に感じましたか", en: "nervous" } },
  { id: "K2", text: { ja: "絶望的だと感じましたか", en: "hopeless" } },
  { id: "K3", text: { ja: "そわそわしたり、落ち着きなく感じましたか", en: "restless or fidgety" } },
  {
    id: "K4",
    text: {
      ja: "気分が沈みこんで、何が起こっても気が晴れないように感じましたか",
      en: "so depressed that nothing could cheer you up",
    },
  },
  { id: "K5", text: { ja: "何をするのも骨折りだと感じましたか", en: "that everything was an effort" } },
  { id: "K6", text: { ja: "自分は価値のない人間だと感じましたか", en: "worthless" } },
];

/** 1 to 5, as the official form prints them. */
export const K6_ANSWERS: readonly Words[] = [
  { ja: "いつも", en: "All of the time" },
  { ja: "たいてい", en: "Most of the time" },
  { ja: "ときどき", en: "Some of the time" },
  { ja: "少しだけ", en: "A little of the time" },
  { ja: "全くない", en: "None of the time" },
];
