import { describe, expect, test } from "vitest";

import { MAX_CODE_LENGTH, MAX_TEXT_LENGTH, parseCell, type CellKind } from "~/domain/import/cells";
import { FILES } from "~/domain/import/columns";
import { glossaryIn } from "~/i18n/glossary";

const value = (kind: CellKind, cell: string) => {
  const parsed = parseCell(kind, cell);
  return "value" in parsed ? parsed.value : parsed.problem.code;
};

describe("a day", () => {
  test.each([
    ["2026-04-01", "2026-04-01"],
    ["2026/4/1", "2026-04-01"],
    [" 2026/04/01 ", "2026-04-01"],
    ["２０２６/４/１", "2026-04-01"],
    ["2026/4/1 0:00:00", "2026-04-01"],
    ["2024-02-29", "2024-02-29"],
    ["2025-02-29", "day_unknown"],
    ["2026-06-30", "2026-06-30"],
    ["2026-06-31", "day_unknown"],
    ["2026-6/3", "day"],
    ["2026/4/1 9:00", "day"],
    ["45000", "day"],
    ["令和8年4月1日", "day"],
    ["", ""],
  ])("%j is %j", (cell, expected) => expect(value({ type: "day" }, cell)).toBe(expected));
});

describe("a month becomes its first day", () => {
  test.each([
    ["2026-04", "2026-04-01"],
    ["2026/4", "2026-04-01"],
    ["2026-04-01", "2026-04-01"],
    ["2026-04-02", "month"],
    ["2026-13", "month"],
    ["April", "month"],
  ])("%j is %j", (cell, expected) => expect(value({ type: "month" }, cell)).toBe(expected));
});

describe("a time of day", () => {
  test.each([
    ["9:05", "09:05"],
    ["23:59:00", "23:59"],
    ["24:00", "time"],
    ["9.05", "time"],
  ])("%j is %j", (cell, expected) => expect(value({ type: "time" }, cell)).toBe(expected));
});

describe("yes or no", () => {
  test.each([
    ["true", "true"],
    ["TRUE", "true"],
    ["1", "true"],
    ["はい", "true"],
    ["False", "false"],
    ["0", "false"],
    ["いいえ", "false"],
    ["yes", "bool"],
    ["2", "bool"],
  ])("%j is %j", (cell, expected) => expect(value({ type: "bool" }, cell)).toBe(expected));
});

describe("hours of training: more than 0, at most 24, in quarters", () => {
  const hours = FILES.training.columns.find(({ key }) => key === "hours")?.kind ?? { type: "text" };
  test.each([
    ["0", "too_small_above"],
    ["0.25", "0.25"],
    ["0.3", "step"],
    ["7.50", "7.5"],
    ["24", "24"],
    ["24.25", "too_large_above"],
    ["25", "too_large_above"],
    ["-1", "too_small_above"],
    ["七", "number"],
    ["７．５", "7.5"],
  ])("%j is %j", (cell, expected) => expect(value(hours, cell)).toBe(expected));
});

describe("numbers", () => {
  const yen: CellKind = { type: "integer", min: 0, max: 1_000_000_000 };
  const decimal: CellKind = { type: "number", min: 0, max: 744, decimals: 2 };
  test.each([
    ["3,600,000", "3600000"],
    ["3,60,000", "number"],
    ["1200.5", "integer"],
    ["1200.0", "1200"],
    ["-5", "too_small"],
    ["1000000001", "too_large"],
    ["1e3", "number"],
    [".", "number"],
  ])("yen %j is %j", (cell, expected) => expect(value(yen, cell)).toBe(expected));
  test.each([
    [".5", "0.5"],
    ["12.345", "decimals"],
    ["12.340", "12.34"],
  ])("overtime %j is %j", (cell, expected) => expect(value(decimal, cell)).toBe(expected));
});

describe("words of a list", () => {
  const role = FILES.staff.columns.find(({ key }) => key === "role")?.kind ?? { type: "text" };
  const tags = FILES.cases.columns.find(({ key }) => key === "tags")?.kind ?? { type: "text" };
  test.each([
    ["support_worker", "support_worker"],
    ["Support_Worker", "support_worker"],
    ["主任相談支援員", "chief_support_worker"],
    ["ｽｰﾊﾟｰﾊﾞｲｻﾞｰ", "supervisor"],
    ["boss", "choice"],
  ])("role %j is %j", (cell, expected) => expect(value(role, cell)).toBe(expected));
  test.each([
    ["debt", "debt"],
    ["illness; debt ;debt", "debt;illness"],
    ["債務；病気", "debt;illness"],
    ["debt;cats", "tag"],
    [";", ""],
  ])("tags %j are %j", (cell, expected) => expect(value(tags, cell)).toBe(expected));

  test("what is wrong names the words that may stand", () => {
    expect(parseCell(role, "boss")).toEqual({
      problem: {
        code: "choice",
        params: { allowed: expect.stringContaining("support_worker, chief_support_worker") as string },
      },
    });
  });

  test("every Japanese word of the glossary is accepted", () => {
    const words = glossaryIn("ja");
    const lists = [
      [FILES.staff, "role", words.role],
      [FILES.staff, "employment", words.employment],
      [FILES.leave, "kind", words.leave],
      [FILES.qualifications, "kind", words.qualification],
      [FILES.training, "topic", words.topic],
      [FILES.training, "format", words.format],
      [FILES.cases, "tags", words.tag],
      [FILES.attendance, "attendance", words.attendance],
    ] as const;
    for (const [file, key, list] of lists) {
      const kind = file.columns.find((column) => column.key === key)?.kind ?? { type: "text" };
      for (const [word, label] of Object.entries(list)) expect([label, value(kind, label)]).toEqual([label, word]);
    }
  });
});

describe("text", () => {
  test.each(["=HYPERLINK(1)", "+81", "-x", "@a", "\tb", "\rc"])("%j is stored as it is, not run", (cell) => {
    expect(value({ type: "text" }, cell)).toBe(cell);
  });
  test("loses the apostrophe that an export put before a formula", () => {
    expect(value({ type: "text" }, "'=1+1")).toBe("=1+1");
    expect(value({ type: "text" }, "'quoted'")).toBe("'quoted'");
  });
  test("has a length, and so has a code", () => {
    expect(value({ type: "text" }, "あ".repeat(MAX_TEXT_LENGTH))).toHaveLength(MAX_TEXT_LENGTH);
    expect(value({ type: "text" }, "あ".repeat(MAX_TEXT_LENGTH + 1))).toBe("text_too_long");
    expect(value({ type: "code" }, "a".repeat(MAX_CODE_LENGTH + 1))).toBe("text_too_long");
  });
  test("a code keeps leading zeros and loses the blanks around it", () => {
    expect(value({ type: "code" }, "　007 ")).toBe("007");
    expect(value({ type: "code" }, "a\nb")).toBe("code");
  });
});
