import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { dayInYear, decimal, fiscalYearName, longDay, quarterName, shortDay } from "~/i18n/format";
import { i18nFor, translator } from "~/i18n/i18n";
import { resources } from "~/i18n/resources";

function flatten(node: object, prefix = ""): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : flatten(value as object, `${prefix}${key}.`),
  );
}

const ja = new Map(flatten(resources.ja.translation));
const en = new Map(flatten(resources.en.translation));
const variables = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort();

describe("texts", () => {
  test("stand in both languages under the same keys", () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
    expect(ja.size).toBeGreaterThan(300);
  });

  test("are never empty", () => {
    expect([...ja, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("take the same figures in both languages", () => {
    const different = [...ja].filter(([key, text]) => {
      // why: a singular may leave its number out: "one short of the target".
      if (key.endsWith("_one")) return false;
      return variables(text).join() !== variables(en.get(key) ?? "").join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("have a plural for every singular", () => {
    const lonely = [...ja.keys()].filter((key) => key.endsWith("_one") && !ja.has(key.replace(/_one$/, "_other")));
    expect(lonely).toEqual([]);
  });

  test("that code asks for by a fixed key exist", () => {
    const sources = ["app", "jobs"].flatMap((dir) =>
      readdirSync(dir, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("db/generated"))
        .map((name) => readFileSync(path.join(dir, name), "utf8")),
    );
    const asked = sources.flatMap((text) =>
      [...text.matchAll(/\bt\(\s*"([a-zA-Z0-9_.]+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => !i18nFor("ja").exists(key) && !ja.has(`${key}_other`))).toEqual([]);
  });

  test("have no Japanese character in English, but for the name of the language and of the product", () => {
    const japanese = [...en].filter(([, text]) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text));
    expect(
      japanese.map(([key]) => key).filter((key) => !/japanese$|^import\.|^common\.japanese|^kpi\.|^auth\./.test(key)),
    ).toEqual([]);
  });

  test("count people in both languages", () => {
    expect(translator("en")("common.people", { count: 1 })).toBe("1 person");
    expect(translator("en")("common.people", { count: 3 })).toBe("3 people");
    expect(translator("ja")("common.people", { count: 1 })).toBe("1人");
  });
});

describe("days and years", () => {
  test.each([
    { day: "2019-04-30", long: "平成31年4月30日" },
    { day: "2019-05-01", long: "令和元年5月1日" },
    { day: "1989-01-07", long: "昭和64年1月7日" },
    { day: "2026-11-24", long: "令和8年11月24日" },
  ])("$day is $long", ({ day, long }) => {
    expect(longDay(day, "ja")).toBe(long);
  });

  test("are written as each language does", () => {
    expect(longDay("2026-11-24", "en")).toBe("24 Nov 2026");
    expect(shortDay("2026-11-24", "ja")).toBe("2026/11/24");
    expect(dayInYear("2026-03-01", "ja")).toBe("3月1日");
    expect(dayInYear("2026-03-01", "en")).toBe("1 Mar");
    expect(fiscalYearName(2026, "ja")).toBe("令和8年度");
    expect(fiscalYearName(2026, "en")).toBe("FY2026");
    expect(quarterName(3, "ja")).toBe("第3四半期");
    expect(decimal(1234.56, "ja")).toBe("1,234.6");
  });
});
