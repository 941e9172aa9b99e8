/** Invented people. Any likeness with a living person is chance. */
import { stream } from "./random";

const FAMILY =
  `佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川
山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 岡本 金子 藤原 三浦 中野 原田 松田 竹内 小野 田村 中山
和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 比嘉 玉城 工藤 菅原 早川 仲宗根`.split(/\s+/);

const GIVEN =
  `美咲 翔太 陽子 健一 直美 拓也 恵子 大輔 由美子 誠 彩香 浩二 真由美 亮 智子 隆 沙織 和也 久美子 剛 麻衣 修 裕子 淳 千尋 悟 優子 学 里奈 徹
明日香 雄太 典子 達也 香織 進 葵 康平 真理子 蓮 理恵 幸一 舞 啓介 博美 望 純子 翼 文子 勝 奈緒 光 美穂 俊介 早苗 秀樹 桃子 慎吾 遥 賢治 綾乃 武 沙也加 豊 絵里
晶 詩織 哲也 郁子 渉 結衣 茂 佳奈 宏 千春 薫 泉 聡 弥生 直樹`.split(/\s+/);

/** People whose names are not of the common stock, as in any Tokyo workplace. */
const OTHERS = [
  "金 美英",
  "李 俊浩",
  "グエン ティ ラン",
  "サントス マリア",
  "陳 雅婷",
  "朴 成民",
  "シン アニタ",
  "ロドリゲス ケン",
];

/** So many different names, always the same. */
export function peopleNames(count: number): string[] {
  const random = stream("names");
  const names = new Set<string>();
  while (names.size < count) {
    const other = OTHERS[names.size % 19 === 7 ? Math.floor(names.size / 19) : -1];
    names.add(other ?? `${random.pick(FAMILY)} ${random.pick(GIVEN)}`);
  }
  return [...names];
}
