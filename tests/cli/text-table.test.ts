import { expect, test } from "vitest";

import { displayWidth, textTable } from "~/cli/text-table";

test.each([
  { text: "abc", width: 3 },
  { text: "新宿区", width: 6 },
  { text: "ｶﾅ", width: 2 },
  { text: "カナ（SJ-1）", width: 12 },
])("$text takes $width columns of a terminal", ({ text, width }) => {
  expect(displayWidth(text)).toBe(width);
});

test("Japanese and Latin cells line up, numbers flush right", () => {
  expect(
    textTable(
      ["項目", "s"],
      [
        ["取込", "1.5"],
        ["abcdef", "10.25"],
      ],
      [1],
    ),
  ).toBe(["項目        s", "------  -----", "取込      1.5", "abcdef  10.25"].join("\n"));
});

test("a missing cell is empty, and no line ends in blanks", () => {
  expect(textTable(["a", "bb"], [["x"]])).toBe("a  bb\n-  --\nx");
});
