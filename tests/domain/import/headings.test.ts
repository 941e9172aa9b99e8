import { describe, expect, test } from "vitest";

import { FILE_KEYS, fileKeyOf, FILES } from "~/domain/import/columns";
import { looksPrivate, readHeadings, templateHeading } from "~/domain/import/headings";

const keys = (file: (typeof FILE_KEYS)[number], headings: string[]) =>
  readHeadings(file, `${file}.csv`, headings).columns.map((column) => column?.key ?? null);
const codes = (file: (typeof FILE_KEYS)[number], headings: string[]) =>
  readHeadings(file, `${file}.csv`, headings).problems.map(({ code, column }) => [code, column]);

describe("headings", () => {
  test.each(FILE_KEYS)("of %s are known in English, in Japanese and as the template writes them", (file) => {
    const { columns } = FILES[file];
    const expected = columns.map(({ key }) => key);
    expect(keys(file, expected)).toEqual(expected);
    expect(
      keys(
        file,
        columns.map(({ ja }) => ja[0] ?? ""),
      ),
    ).toEqual(expected);
    expect(keys(file, columns.map(templateHeading))).toEqual(expected);
  });

  test("may have a byte order mark, capitals, blanks, full-width letters or a mark for required ones", () => {
    expect(keys("assignments", ["\uFEFFCase Ref", " STAFF_CODE", "Ｆｒｏｍ※", "to"])).toEqual([
      "case_ref",
      "staff_code",
      "from",
      "to",
    ]);
  });

  test("may stand in any order, with empty ones between", () => {
    expect(keys("attendance", ["attendance", "", "staff_code", "session_ref"])).toEqual([
      "attendance",
      null,
      "staff_code",
      "session_ref",
    ]);
  });

  test("that are missing, unknown or there twice are named", () => {
    expect(codes("assignments", ["case_ref", "staff_code", "staff_code", "note"])).toEqual([
      ["column_twice", "staff_code"],
      ["column_unknown", "note"],
      ["column_missing", "from"],
    ]);
  });

  test("with semicolons or tabs between them are one mistake, not many", () => {
    expect(codes("cases", ["case_ref;opened_on;tags"])).toEqual([["separator", null]]);
  });
});

describe("columns that look like a client's personal data", () => {
  const suspicious = [
    ...[
      "氏名",
      "名前",
      "相談者氏名",
      "フリガナ",
      "ﾌﾘｶﾞﾅ",
      "住所",
      "郵便番号",
      "電話番号",
      "携帯",
      "生年月日",
      "誕生日",
      "マイナンバー",
      "個人番号",
    ],
    ...[
      "name",
      "Client Name",
      "client_name",
      "last-name",
      "address",
      "home_address",
      "phone",
      "tel",
      "Mobile Phone",
      "email",
      "birth_date",
      "DOB",
      "birthday",
      "mynumber",
    ],
  ];
  test.each(suspicious)("%s is refused in cases.csv with a word of its own", (heading) => {
    expect(codes("cases", ["case_ref", "opened_on", heading])).toEqual([["column_private", heading]]);
  });

  test("are refused in every file, but for the staff's own name and e-mail and what the format itself calls a name", () => {
    for (const file of FILE_KEYS) {
      const required = FILES[file].columns.filter((column) => column.required).map(({ key }) => key);
      expect(codes(file, [...required, "client_name"])).toEqual([["column_private", "client_name"]]);
      const name = readHeadings(file, file, [...required, "name"]).problems.map(({ code }) => code);
      expect(name).toEqual(file === "staff" || file === "offices" ? [] : ["column_private"]);
    }
    expect(codes("staff", ["staff_code", "role", "weekly_hours", "hired_on", "氏名", "メールアドレス"])).toEqual([]);
    expect(codes("staff", ["staff_code", "role", "weekly_hours", "hired_on", "住所"])).toEqual([
      ["column_private", "住所"],
    ]);
  });

  test("are not confused with ordinary unknown columns", () => {
    expect(["備考", "note", "color", "優先度"].filter(looksPrivate)).toEqual([]);
  });
});

describe("a file's name", () => {
  test.each([
    ["staff.csv", "staff"],
    ["STAFF.CSV", "staff"],
    ["職員.csv", "staff"],
    ["ケース", "cases"],
    ["ケース.csv".normalize("NFD"), "cases"],
    ["clients.csv", null],
  ])("%s means %s", (name, expected) => expect(fileKeyOf(name)).toBe(expected));
});
