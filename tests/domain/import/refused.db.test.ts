import iconv from "iconv-lite";
import { beforeEach, describe, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import type { FileKey } from "~/domain/import/columns";
import { importFiles, type ImportResult } from "~/domain/import/import-files.server";
import { LISTED_PROBLEMS } from "~/domain/import/problems";
import type { Source } from "~/domain/import/source.server";
import { translator } from "~/i18n/i18n";
import { messageText, placeText } from "~/i18n/import-messages";

import { aContract, asOwner } from "../../setup/factories";
import { bytes, csv, everything, source, VALID } from "./valid-files";

let tenant: Tenant & { code: string };
beforeEach(async () => {
  tenant = await aContract();
});

const run = (sources: Source[]) => importFiles(tenant, sources, { dryRun: false, actorRole: "cli" });

async function rowsWritten(): Promise<number> {
  const tables = [
    "office",
    "staff",
    "staff_identity",
    "support_case",
    "case_assignment",
    "training_record",
    "supervision_session",
    "audit_entry",
  ];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table} WHERE contract_id = $1)`).join(" + ");
  return asOwner(async (owner) => Number((await owner.query(`SELECT ${counts} AS n`, [tenant.contractId])).rows[0]?.n));
}

/** The problems as a person reads them, in both languages. */
const sentences = ({ problems }: ImportResult, locale: "ja" | "en") =>
  problems.map((problem) => placeText(problem, translator(locale)) + messageText(problem, translator(locale)));

type Bad = {
  what: string;
  file: FileKey;
  rows: string[];
  code: string;
  row: number;
  column: string;
  value: string;
  ja: string;
  en: string;
};

const BAD: Bad[] = [
  {
    ...{ what: "an unknown topic", file: "training", rows: ["T1,S1,2025-05-01,研修,kindness,lecture,2,true,true"] },
    ...{ code: "choice", row: 2, column: "topic", value: "kindness" },
    ja: "training.csv 2行目「topic」の「kindness」：使えない語です。次のどれかにしてください：basic, mental_health,",
    en: "training.csv row 2, topic, “kindness”: Not one of the words that may stand here. Use one of: basic, mental_health,",
  },
  {
    ...{ what: "hours of 0", file: "training", rows: ["T1,S1,2025-05-01,研修,basic,lecture,0,true,true"] },
    ...{ code: "too_small_above", row: 2, column: "hours", value: "0" },
    ja: "training.csv 2行目「hours」の「0」：小さすぎます。0より大きく24以下で入力してください。",
    en: "training.csv row 2, hours, “0”: Too small. Must be more than 0 and at most 24.",
  },
  {
    ...{
      what: "hours of 25",
      file: "training",
      rows: [...VALID.training, "T3,S1,2025-05-01,研修,basic,lecture,25,true,true"],
    },
    ...{ code: "too_large_above", row: 4, column: "hours", value: "25" },
    ja: "training.csv 4行目「hours」の「25」：大きすぎます。0より大きく24以下で入力してください。",
    en: "training.csv row 4, hours, “25”: Too large. Must be more than 0 and at most 24.",
  },
  {
    ...{ what: "31 June", file: "cases", rows: [...VALID.cases, "K4,O1,2026/6/31,,"] },
    ...{ code: "day_unknown", row: 5, column: "opened_on", value: "2026/6/31" },
    ja: "cases.csv 5行目「opened_on」の「2026/6/31」：実在しない日付です。",
    en: "cases.csv row 5, opened_on, “2026/6/31”: There is no such date.",
  },
  {
    ...{
      what: "a case closed before its opening",
      file: "cases",
      rows: [...VALID.cases, "K4,O1,2025-06-01,2025-05-31,"],
    },
    ...{ code: "closed_before_opened", row: 5, column: "closed_on", value: "2025-05-31" },
    ja: "cases.csv 5行目「closed_on」の「2025-05-31」：終結日が開始日（2025-06-01）より前です。",
    en: "cases.csv row 5, closed_on, “2025-05-31”: The case closes before it opens (2025-06-01).",
  },
  {
    ...{
      what: "an overlapping assignment",
      file: "assignments",
      rows: ["K1,S1,2025-04-01,2025-09-01", "K1,S2,2025-09-01,"],
    },
    ...{ code: "overlap", row: 3, column: "from", value: "K1" },
    ja: "assignments.csv 3行目「from」の「K1」：ケース K1 の担当が2行目（S1、2025-04-01～2025-09-01）と重なっています。",
    en: "assignments.csv row 3, from, “K1”: The lead of case K1 overlaps with row 2 (S1, 2025-04-01 to 2025-09-01).",
  },
  {
    ...{ what: "an attendance without session", file: "attendance", rows: [...VALID.attendance, "V9,S1,attended"] },
    ...{ code: "session_unknown", row: 5, column: "session_ref", value: "V9" },
    ja: "attendance.csv 5行目「session_ref」の「V9」：このスーパービジョンは sessions.csv にも登録済みのデータにもありません。",
    en: "attendance.csv row 5, session_ref, “V9”: This supervision session is neither in sessions.csv nor already recorded.",
  },
  {
    ...{ what: "a duplicate key within a file", file: "cases", rows: [...VALID.cases, "K2,O1,2025-06-01,,"] },
    ...{ code: "key_twice", row: 5, column: "case_ref", value: "K2" },
    ja: "cases.csv 5行目「case_ref」の「K2」：3行目と同じキーです。",
    en: "cases.csv row 5, case_ref, “K2”: The same key as in row 3.",
  },
  {
    ...{ what: "more than 24 hours of training on one day", file: "training" },
    rows: ["T1,S1,2025-05-01,午前,basic,lecture,14,true,true", "T2,S1,2025-05-01,午後,basic,lecture,10.25,true,true"],
    ...{ code: "training_day", row: 3, column: "hours", value: "24.25" },
    ja: "training.csv 3行目「hours」の「24.25」：職員 S1 の2025-05-01の研修が合計24.25時間になります。",
    en: "training.csv row 3, hours, “24.25”: The training of S1 on 2025-05-01 adds up to 24.25 hours.",
  },
  {
    ...{ what: "an unknown office", file: "staff", rows: [...VALID.staff, "S4,O9,,clerk,,40,2025-04-01,,,,,"] },
    ...{ code: "office_unknown", row: 5, column: "office_code", value: "O9" },
    ja: "staff.csv 5行目「office_code」の「O9」：この事業所は offices.csv にも登録済みのデータにもありません。",
    en: "staff.csv row 5, office_code, “O9”: This office is neither in offices.csv nor already recorded.",
  },
  {
    ...{
      what: "a person who left before being hired",
      file: "staff",
      rows: [...VALID.staff, "S4,O1,,clerk,,40,2025-04-01,2025-03-31,,,,"],
    },
    ...{ code: "left_before_hired", row: 5, column: "left_on", value: "2025-03-31" },
    ja: "staff.csv 5行目「left_on」の「2025-03-31」：退職日が採用日（2025-04-01）より前です。",
    en: "staff.csv row 5, left_on, “2025-03-31”: The last day of employment is before the day of hire (2025-04-01).",
  },
];

describe("one bad row in otherwise valid files", () => {
  test.each(BAD)(
    "$what is named in both languages, and nothing is written",
    async ({ file, rows, code, row, column, value, ja, en }) => {
      const result = await run(everything({ [file]: rows }));
      expect(result).toMatchObject({
        ok: false,
        problemCount: 1,
        problems: [{ file: `${file}.csv`, row, column, value, code }],
      });
      expect(sentences(result, "ja")[0]).toContain(ja);
      expect(sentences(result, "en")[0]).toContain(en);
      expect(await rowsWritten()).toBe(0);
    },
  );

  test("every problem of every file is listed at once", async () => {
    const wrong = Object.fromEntries(BAD.slice(0, 8).map(({ file, rows }) => [file, rows]));
    const result = await run(everything(wrong));
    expect(result.problems.map(({ file }) => file).sort()).toEqual([
      "assignments.csv",
      "attendance.csv",
      "cases.csv",
      "training.csv",
    ]);
  });
});

describe("overlaps with what is recorded", () => {
  test("name the recorded assignment", async () => {
    await run(everything());
    const result = await run([source("assignments", ["K2,S1,2025-06-01,"])]);
    expect(sentences(result, "en")).toEqual([
      "assignments.csv row 2, from, “K2”: The lead of case K2 overlaps with an assignment already recorded (S2, 2025-05-10 to …). A case has one lead a day: give that assignment’s end in this file too.",
    ]);
  });

  test("are found where the recorded one begins later", async () => {
    await run(everything());
    const result = await run([source("assignments", ["K1,S1,2025-03-01,2025-04-01"])]);
    expect(result.problems).toMatchObject([
      { code: "overlap_stored", row: 2, params: { staff: "S1", since: "2025-04-01", until: "2025-08-31" } },
    ]);
  });

  test("count the same day at both ends, and not the day after", async () => {
    const pair = (second: string) => everything({ assignments: ["K1,S1,2025-04-01,2025-05-31", `K1,S2,${second},`] });
    expect((await run(pair("2025-05-31"))).problems).toMatchObject([{ code: "overlap", row: 3, params: { other: 2 } }]);
    expect(await run(pair("2025-06-01"))).toMatchObject({ ok: true });
  });

  test("look past the neighbour: a long span covers what comes after a short one", async () => {
    const rows = ["K1,S1,2025-04-01,", "K1,S2,2025-05-01,2025-05-02", "K1,S3,2025-07-01,2025-07-02"];
    expect(
      (await run(everything({ assignments: rows }))).problems.map(({ row, params }) => [row, params.other]),
    ).toEqual([
      [3, 2],
      [4, 2],
    ]);
  });

  test("training of one day adds up with what is recorded", async () => {
    await run(everything());
    const result = await run([source("training", ["T9,S1,2025-05-01,夜間,basic,lecture,16.75,true,true"])]);
    expect(result.problems).toMatchObject([{ code: "training_day", row: 2, value: "24.25" }]);
  });
});

describe("whole files that cannot be read", () => {
  const one = async (name: string, content: Uint8Array | string) => {
    const result = await run([bytes(name, typeof content === "string" ? Buffer.from(content) : content)]);
    expect(await rowsWritten()).toBe(0);
    return result.problems.map(({ code, row }) => [code, row]);
  };
  const nonsense = Buffer.from(Array.from({ length: 50_000 }, (_, index) => ((index * 7919) % 223) + 32));

  test.each([
    { what: "an empty file", name: "staff.csv", content: "", problem: ["file_empty", null] },
    { what: "blank lines only", name: "staff.csv", content: "\n\n  \n", problem: ["file_empty", null] },
    {
      what: "UTF-16",
      name: "staff.csv",
      content: iconv.encode("staff_code\n", "utf-16le", { addBOM: true }),
      problem: ["encoding_utf16", null],
    },
    {
      what: "neither UTF-8 nor CP932",
      name: "staff.csv",
      content: Buffer.from([0x61, 0xff, 0xfe, 0x0a]),
      problem: ["encoding", null],
    },
    {
      what: "a character cut off at the end",
      name: "staff.csv",
      content: Buffer.from([0x61, 0x0a, 0xe3]),
      problem: ["encoding", null],
    },
    { what: "zero bytes", name: "staff.csv", content: Buffer.from("a,b\0c"), problem: ["not_text", null] },
    { what: "random bytes", name: "staff.csv", content: nonsense, problem: ["encoding", null] },
    {
      what: "a quotation mark left open",
      name: "assignments.csv",
      content: `${csv("assignments", [])}\nK1,"S1,2025-04-01,\n`,
      problem: ["quote_open", 2],
    },
    { what: "an unknown name", name: "clients.csv", content: "a\n", problem: ["file_unknown", null] },
    { what: "a tab-separated file", name: "cases.csv", content: "case_ref\topened_on\n", problem: ["separator", 1] },
  ])("$what is one clear problem", async ({ name, content, problem }) => {
    expect(await one(name, content)).toEqual([problem]);
  });

  test("50 MB without a line break are refused after the first megabyte", async () => {
    let given = 0;
    const piece = Buffer.alloc(256 * 1024, "abc ");
    const flood: Source = {
      ...{ name: "cases.csv", bytes: 50 * 1024 * 1024 },
      open: async function* () {
        given = 0;
        for (; given < 200; given += 1) yield piece;
      },
    };
    expect((await run([flood])).problems).toMatchObject([{ code: "row_too_long", row: 1 }]);
    expect(given).toBeLessThan(10);
  });

  test("thousands of bad rows are counted, and the first of them listed", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `K${index},O1,yesterday,,`);
    const result = await run([source("offices", VALID.offices), source("cases", rows)]);
    expect(result.problemCount).toBe(3_000);
    expect(result.problems).toHaveLength(LISTED_PROBLEMS);
    expect(result.files).toMatchObject([{ added: null }, { rows: 3_000, added: null, changed: null, unchanged: null }]);
  });

  test("thousands of unknown references are counted too", async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `K${index},S1,2025-04-01,`);
    const result = await run([
      ...everything({ assignments: [] }).filter(({ name }) => name !== "assignments.csv"),
      source("assignments", rows),
    ]);
    // K1, K2 and K3 exist.
    expect(result.problemCount).toBe(1_497);
    expect(result.problems).toHaveLength(LISTED_PROBLEMS);
  });

  test("a file that cannot be read is not blamed on the files that refer to it", async () => {
    const sources = everything().map((each) =>
      each.name === "cases.csv" ? bytes("cases.csv", Buffer.from([0x61, 0xff])) : each,
    );
    const result = await run(sources);
    expect(result.problems.map(({ file, code }) => [file, code])).toEqual([["cases.csv", "encoding"]]);
  });

  test("columns that look like a client's data are refused before any row is read", async () => {
    const result = await run([bytes("cases.csv", Buffer.from("case_ref,opened_on,氏名\nK1,2025-04-01,山田 太郎\n"))]);
    expect(result.problems).toMatchObject([{ code: "column_private", row: 1, column: "氏名" }]);
    expect(JSON.stringify(result)).not.toContain("山田");
    expect(sentences(result, "ja")[0]).toContain("支えには相談者の情報を入れられません");
  });

  test("the same kind of file twice is refused", async () => {
    const result = await run([
      source("cases", VALID.cases),
      bytes("ケース.csv", Buffer.from(csv("cases", VALID.cases))),
    ]);
    expect(result.problems.map(({ file, code }) => [file, code])).toContainEqual(["ケース.csv", "file_twice"]);
  });

  test("no file at all is a problem, not a success", async () => {
    expect((await run([])).problems).toMatchObject([{ code: "no_files" }]);
  });

  test("a second import beside one under way is refused at once", async () => {
    const result = await asOwner(async (owner) => {
      await owner.query("BEGIN");
      await owner.query("SELECT pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))", [tenant.contractId]);
      return run(everything());
    });
    expect(result).toMatchObject({ ok: false, problems: [{ code: "busy" }] });
  });
});
