import { gzipSync } from "node:zlib";

import iconv from "iconv-lite";
import { expect, test } from "vitest";

import { makeFile } from "~/domain/report/sheet.server";
import { formsFound } from "../setup/needles";

const TEXT = "秘ZQXV7印";
const around = (bytes: Buffer, before = "xy") => Buffer.concat([Buffer.from(before), bytes, Buffer.from("z")]);

test.each([
  ["utf-8", around(Buffer.from(TEXT))],
  ["utf-16le", around(Buffer.from(TEXT, "utf16le"))],
  ["cp932", around(iconv.encode(TEXT, "cp932"))],
  ["hex", Buffer.from(around(Buffer.from(TEXT)).toString("hex").toUpperCase())],
  ["base64", Buffer.from(around(Buffer.from(TEXT), "").toString("base64"))],
  ["base64", Buffer.from(around(Buffer.from(TEXT), "x").toString("base64url"))],
  ["base64", Buffer.from(around(Buffer.from(TEXT), "xy").toString("base64"))],
  ["address", Buffer.from(encodeURIComponent(`前${TEXT}後`))],
  ["packed utf-8", gzipSync(around(Buffer.from(TEXT)))],
])("a text is found as %s", (form, bytes) => {
  expect(formsFound(TEXT, bytes)).toContain(form);
});

test("a text is found inside a workbook, and another is not", async () => {
  const sheet = { name: "a", heading: "b", columns: [{ title: "c" }], rows: [[`前${TEXT}`]] };
  const { bytes } = await makeFile(sheet, "xlsx");
  expect(formsFound(TEXT, bytes)).toContain("packed utf-8");
  expect(formsFound("別の言葉", bytes)).toEqual([]);
});
