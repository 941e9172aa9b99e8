import { describe, expect, test } from "vitest";

import { mailText } from "~/i18n/mail-text";
import { resources, type Locale } from "~/i18n/resources";

function flatten(node: object): string[] {
  return Object.values(node).flatMap((value) => (typeof value === "string" ? [value] : flatten(value as object)));
}
const LOCALES = ["ja", "en"] as const satisfies readonly Locale[];

describe("the words of results", () => {
  const texts = (locale: Locale) => flatten(resources[locale].translation.survey.results);

  test("name no illness and judge no person", () => {
    const judging =
      /うつ病|不調者|精神疾患|病気|高ストレス者|問題のある(人|職員|社員)|burnt?[- ]?out|patient|disorder|illness|sufferer/i;
    for (const locale of LOCALES) expect(texts(locale).filter((text) => judging.test(text))).toEqual([]);
  });

  test("speak of a diagnosis and of the statutory stress check only to say that this is neither", () => {
    const named = { ja: /診断|法定のストレスチェック/, en: /diagnos|statutory/i };
    const denied = { ja: /ありません|使えません/, en: /\b(no|not)\b/i };
    for (const locale of LOCALES) {
      const found = texts(locale).filter((text) => named[locale].test(text));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((text) => !denied[locale].test(text))).toEqual([]);
    }
  });
});

describe("the reminder's mail", () => {
  const content = {
    ...{ kind: "surveyReminder" as const, title: "年1回の調査", titleEn: "Annual survey", closesOn: "2026-12-10" },
    origin: "https://sasae.example.jp",
  };

  test("names the survey, its closing day and where to read about it, in the reader's language", () => {
    const [ja, en] = LOCALES.map((locale) => mailText(content, locale));
    expect(ja?.subject).toBe("【支え】匿名アンケートのお願い");
    expect(ja?.text).toContain("アンケート：年1回の調査\n締切日：令和8年12月10日");
    expect(en?.text).toContain("Survey: Annual survey\nCloses on: 10 Dec 2026");
    for (const mail of [ja, en]) expect(mail?.text).toContain("https://sasae.example.jp/me/surveys");
    expect(mailText({ ...content, titleEn: null }, "en").text).toContain("年1回の調査");
  });

  test("greets nobody by name, and does not say that the reader has not answered", () => {
    for (const locale of LOCALES) {
      const { subject, text } = mailText(content, locale);
      expect(subject + text).not.toMatch(/様|未回答|まだ回答|not (yet )?answered|you have not|Dear/i);
    }
  });
});
