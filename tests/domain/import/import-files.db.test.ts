import iconv from "iconv-lite";
import { beforeEach, describe, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import { FILE_KEYS } from "~/domain/import/columns";
import { importFiles, type ImportOptions } from "~/domain/import/import-files.server";
import type { Source } from "~/domain/import/source.server";

import { aContract, asOwner } from "../../setup/factories";
import { bytes, csv, everything, source, VALID } from "./valid-files";

let tenant: Tenant & { code: string };
beforeEach(async () => {
  tenant = await aContract();
});

const run = (sources: Source[], options: Partial<ImportOptions> = {}) =>
  importFiles(tenant, sources, { dryRun: false, actorRole: "cli", ...options });

async function stored(table: string, columns = "*", order = "1"): Promise<Record<string, unknown>[]> {
  const sql = `SELECT ${columns} FROM ${table} WHERE contract_id = $1 ORDER BY ${order}`;
  return asOwner(async (owner) => (await owner.query(sql, [tenant.contractId])).rows as Record<string, unknown>[]);
}
const counts = (result: Awaited<ReturnType<typeof run>>) =>
  result.files.map(({ file, added, changed, unchanged }) => [file, added, changed, unchanged]);

describe("a valid set of files", () => {
  test("is added; a second time it changes nothing", async () => {
    const first = await run(everything());
    expect(first).toMatchObject({ ok: true, dryRun: false, problems: [], problemCount: 0 });
    expect(counts(first)).toEqual(FILE_KEYS.map((file) => [`${file}.csv`, VALID[file].length, 0, 0]));
    expect(counts(await run(everything()))).toEqual(FILE_KEYS.map((file) => [`${file}.csv`, 0, 0, VALID[file].length]));
  });

  test("is stored as it was meant", async () => {
    await run(everything());
    expect(
      await stored(
        "staff",
        "staff_code, role, employment, weekly_hours, hired_on::text, left_on::text, dedicated_outreach",
      ),
    ).toEqual([
      {
        staff_code: "S1",
        role: "support_worker",
        employment: "full_time",
        weekly_hours: "40.00",
        hired_on: "2022-04-01",
        left_on: null,
        dedicated_outreach: true,
      },
      {
        staff_code: "S2",
        role: "support_worker",
        employment: "part_time",
        weekly_hours: "20.50",
        hired_on: "2024-07-01",
        left_on: "2026-06-30",
        dedicated_outreach: true,
      },
      {
        staff_code: "S3",
        role: "supervisor",
        employment: "full_time",
        weekly_hours: "38.75",
        hired_on: "2015-10-01",
        left_on: null,
        dedicated_outreach: false,
      },
    ]);
    expect(await stored("staff_identity", "name, email", "name")).toEqual([
      { name: "佐藤 次郎", email: null },
      { name: "山田 花子", email: "hanako@example.jp" },
      { name: "鈴木 三郎", email: null },
    ]);
    expect(await stored("staff_pay", "annual_pay_jpy, qualification_allowance_jpy")).toEqual([
      { annual_pay_jpy: 3_600_000, qualification_allowance_jpy: 10_000 },
    ]);
    expect(await stored("support_case", "case_ref, tags, closed_on::text")).toEqual([
      { case_ref: "K1", tags: ["debt", "illness"], closed_on: "2025-12-20" },
      { case_ref: "K2", tags: [], closed_on: null },
      { case_ref: "K3", tags: ["mental_health"], closed_on: null },
    ]);
    expect(await stored("training_record", "record_ref, title, hours, in_working_time, publicly_funded")).toEqual([
      { record_ref: "T1", title: "=SUM(A1)", hours: "7.50", in_working_time: true, publicly_funded: true },
      { record_ref: "T2", title: "多重債務の基礎", hours: "0.25", in_working_time: false, publicly_funded: false },
    ]);
    expect(await stored("supervision_session", "session_ref, start_time, status, external")).toEqual([
      { session_ref: "V1", start_time: "13:30", status: "held", external: false },
      { session_ref: "V2", start_time: null, status: "planned", external: true },
      { session_ref: "V3", start_time: "09:05", status: "cancelled", external: false },
    ]);
    expect(await stored("overtime_month", "month::text, overtime_hours, leave_days_taken")).toEqual([
      { month: "2025-05-01", overtime_hours: "12.50", leave_days_taken: "1.125" },
      { month: "2025-06-01", overtime_hours: null, leave_days_taken: "0.000" },
    ]);
    expect(await stored("case_assignment", "from_on::text, to_on::text", "1, 2")).toHaveLength(4);
  });

  test("mentions a supervisor who is not on the staff list, and imports all the same", async () => {
    expect((await run(everything())).notices).toEqual([
      { file: "sessions.csv", row: 3, column: "supervisor_code", value: "X9", code: "supervisor_unknown", params: {} },
    ]);
  });

  test("leaves a word in the audit log, which a dry run does not", async () => {
    await run(everything(), { dryRun: true });
    expect(await stored("audit_entry")).toEqual([]);
    await run([source("offices", VALID.offices)], { actorRole: "manager" });
    expect(await stored("audit_entry", "actor_role, action, detail")).toEqual([
      { actor_role: "manager", action: "import", detail: { offices: { added: 2, changed: 0, unchanged: 0 } } },
    ]);
  });

  test("in a dry run shows the same counts and writes nothing", async () => {
    const result = await run(everything(), { dryRun: true });
    expect(result).toMatchObject({ ok: true, dryRun: true });
    expect(counts(result)).toEqual(FILE_KEYS.map((file) => [`${file}.csv`, VALID[file].length, 0, 0]));
    for (const table of ["office", "staff", "support_case", "training_record"]) expect(await stored(table)).toEqual([]);
  });

  test("may come in any order", async () => {
    expect(await run(everything().reverse())).toMatchObject({ ok: true });
  });

  test("reports its progress up to the last row", async () => {
    const seen: string[] = [];
    await run(everything(), { onProgress: ({ phase, done, total }) => void seen.push(`${phase} ${done}/${total}`) });
    const rows = FILE_KEYS.reduce((sum, file) => sum + VALID[file].length, 0);
    expect(seen.at(-1)).toBe(`write ${rows}/${rows}`);
    expect(seen.some((line) => line.startsWith("read"))).toBe(true);
  });
});

describe("the monthly return", () => {
  const filed = () =>
    stored("return_filing", "to_char(month, 'YYYY-MM') || ' ' || status || ' ' || submitted_on AS filed");
  const returned = (day: string, ...months: string[]) =>
    run(
      [
        source(
          "returns",
          months.map((month) => `outreachVisits,${month},51,`),
        ),
      ],
      { day },
    );

  test("hands in the months in it that have ended; a month handed in earlier stays so", async () => {
    await returned("2025-06-09", "2025-05", "2025-06");
    await returned("2025-07-05", "2025-05", "2025-06");
    expect(await filed()).toEqual([
      { filed: "2025-05 submitted 2025-06-09" },
      { filed: "2025-06 submitted 2025-07-05" },
    ]);
    await returned("2025-08-01", "2025-06");
    expect(await filed()).toHaveLength(2);
  });
});

describe("what is recorded already", () => {
  beforeEach(async () => void (await run(everything())));

  test("is changed where a cell differs, emptied by an empty cell and kept by an absent column", async () => {
    const changed = await run([
      source(
        "staff",
        ["S2,support_worker,30,2024-07-01,"],
        ["staff_code", "role", "weekly_hours", "hired_on", "left_on"],
      ),
    ]);
    expect(counts(changed)).toEqual([["staff.csv", 0, 1, 0]]);
    expect(
      (
        await stored(
          "staff",
          "staff_code, weekly_hours, left_on, employment, dedicated_outreach, office_id IS NULL AS no_office",
        )
      )[1],
    ).toEqual({
      ...{
        staff_code: "S2",
        weekly_hours: "30.00",
        left_on: null,
        employment: "part_time",
        dedicated_outreach: true,
        no_office: false,
      },
    });
    expect(await stored("staff_identity", "name")).toHaveLength(3);
  });

  test("keeps a name that the file leaves empty, and takes a new one", async () => {
    const headings = ["staff_code", "name", "role", "weekly_hours", "hired_on"];
    const result = await run([
      source("staff", ["S1,,support_worker,40,2022-04-01", "S3,鈴木 四郎,supervisor,38.75,2015-10-01"], headings),
    ]);
    expect(counts(result)).toEqual([["staff.csv", 0, 1, 1]]);
    expect(await stored("staff_identity", "name", "name")).toEqual([
      { name: "佐藤 次郎" },
      { name: "山田 花子" },
      { name: "鈴木 四郎" },
    ]);
  });

  test("changes when only pay differs", async () => {
    const headings = ["staff_code", "role", "weekly_hours", "hired_on", "annual_pay_jpy"];
    const result = await run([source("staff", ["S1,support_worker,40,2022-04-01,3700000"], headings)]);
    expect(counts(result)).toEqual([["staff.csv", 0, 1, 0]]);
    expect(await stored("staff_pay", "annual_pay_jpy, qualification_allowance_jpy")).toEqual([
      { annual_pay_jpy: 3_700_000, qualification_allowance_jpy: 10_000 },
    ]);
  });

  test("is not deleted by a file that leaves it out", async () => {
    await run([source("cases", ["K1,O1,2025-04-01,2025-12-20,debt;illness"])]);
    expect(await stored("support_case")).toHaveLength(3);
  });

  test("lets a handover move to another day when both spans are in the file", async () => {
    // The stored spans are S1 to 31 August and S2 from 1 September; S1's end moves to 15 August and a third span fills the gap.
    const result = await run([source("assignments", ["K1,S1,2025-04-01,2025-08-15", "K1,S1,2025-08-16,2025-08-31"])]);
    expect(counts(result)).toEqual([["assignments.csv", 1, 1, 0]]);
  });

  test("can be referred to without being in the files", async () => {
    expect(await run([source("attendance", ["V3,S2,absent"])])).toMatchObject({ ok: true });
  });

  test("is checked with what an absent column keeps: a case cannot open after its recorded end", async () => {
    const result = await run([source("cases", ["K1,2026-01-01"], ["case_ref", "opened_on"])]);
    expect(result.problems).toMatchObject([
      { code: "closed_before_opened", row: 2, column: "closed_on", value: "2025-12-20" },
    ]);
  });
});

describe("encodings and headings", () => {
  const heading = "case_ref,staff_code,from,to";

  test.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["CP932", (text: string) => iconv.encode(text, "cp932")],
  ] as const)("%s is recognised over the whole file and named", async (encoding, encode) => {
    const text = csv("offices", ["O1,㈱髙島屋前事業所①,"]);
    const result = await run([bytes("offices.csv", encode(text))]);
    expect(result.files).toMatchObject([{ encoding, rows: 1, added: 1 }]);
    expect(await stored("office", "name")).toEqual([{ name: "㈱髙島屋前事業所①" }]);
  });

  test("Windows line ends, Japanese headings and the template's headings are read", async () => {
    await run(everything());
    const text = "ケース番号,staff_code／職員コード,担当開始日\r\nK2,S2,2025/5/10\r\n";
    expect(counts(await run([bytes("担当.csv", iconv.encode(text, "cp932"))]))).toEqual([["担当.csv", 0, 0, 1]]);
  });

  test("headings without rows are an import of nothing", async () => {
    expect(await run([bytes("assignments.csv", Buffer.from(heading))])).toMatchObject({
      ok: true,
      files: [{ rows: 0, added: 0 }],
    });
  });
});

describe("tenants", () => {
  test("two contracts may use the same references, and neither sees the other's", async () => {
    const other = await aContract();
    await run(everything());
    await importFiles(other, everything(), { dryRun: false, actorRole: "cli" });
    await importFiles(other, [source("cases", ["K2,O2,2025-05-10,2025-06-30,"])], { dryRun: false, actorRole: "cli" });
    expect(await stored("support_case", "case_ref, closed_on::text")).toEqual([
      { case_ref: "K1", closed_on: "2025-12-20" },
      { case_ref: "K2", closed_on: null },
      { case_ref: "K3", closed_on: null },
    ]);
  });

  test("a reference to another contract's records is unknown", async () => {
    await run(everything());
    const stranger = await aContract();
    const result = await importFiles(stranger, [source("assignments", ["K2,S2,2025-05-10,"])], {
      dryRun: false,
      actorRole: "cli",
    });
    expect(result.problems.map(({ code }) => code).sort()).toEqual(["case_unknown", "staff_unknown"]);
  });
});
