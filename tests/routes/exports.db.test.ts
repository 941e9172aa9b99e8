import { randomUUID } from "node:crypto";
import path from "node:path";

import exceljs from "exceljs";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, test } from "vitest";

import type { Role } from "~/domain/access/policy";
import { csvReader } from "~/lib/csv";

import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, anOffice, aWorker, asOwner } from "../setup/factories";
import { aRow } from "../setup/rows";

type Loader = (given: { request: Request; params: Record<string, string>; context: object }) => Promise<Response>;
type Browser = ReturnType<typeof aBrowser>;

const browsers = new Map<Role, Browser>();
const staff: string[] = [];
let contractId: string;

/** A contract with six workers, a flag on each, sixty log entries and a supervisor. */
beforeAll(async () => {
  const tenant = await aContract();
  const { wardId } = tenant;
  ({ contractId } = tenant);
  const officeId = await anOffice(tenant, "A");
  for (let number = 0; number < 6; number += 1) {
    const staffId = await aWorker(tenant, { staffCode: `=S${number}`, officeId });
    staff.push(staffId);
    const flag = {
      rule: "supervision.due",
      rule_version: 1,
      subject_kind: "staff",
      subject_id: staffId,
      staff_id: staffId,
    };
    const figures = {
      fiscalYear: 2026,
      quarter: 2,
      quarterEndsOn: "2026-09-30",
      missedQuarters: 1,
      lastAttendedOn: null,
    };
    const id = randomUUID();
    const stored = JSON.stringify({ ...figures, plannedOn: null });
    await aRow(tenant, "flag", {
      ...{ ...flag, id, severity: "warning", raised_on: "2026-10-01", due_on: "2026-10-15", figures: stored },
    });
    const raised = { flag_id: id, day: "2026-10-01", kind: "raised", severity: "warning", figures: stored };
    await aRow(tenant, "flag_event", raised);
  }
  await asOwner((owner) =>
    owner.query(
      "INSERT INTO audit_entry (ward_id, actor_role, action) SELECT $1, 'system', 'jobs.evaluate' FROM generate_series(1, 60)",
      [wardId],
    ),
  );
  await aRow(tenant, "import_batch", {
    ...{ created_by: randomUUID(), status: "confirmed" },
    summary: JSON.stringify({ ok: true, files: [], problems: [], problemCount: 0, notices: [], sizes: {} }),
  });
  await asOwner((owner) =>
    owner.query("INSERT INTO job_run (job, scheduled_for, outcome, counts) VALUES ('evaluate', now(), 'done', $1)", [
      { raised: 6 },
    ]),
  );
  const places = { manager: { wardId, contractId }, supervisor: { wardId, contractId }, ward: { wardId }, admin: {} };
  for (const [role, place] of Object.entries(places) as [Role, object][]) {
    const browser = aBrowser();
    const { userId, membershipId } = await aPerson(role, place);
    if (role === "supervisor")
      for (const staffId of staff.slice(0, 2))
        await aRow(tenant, "supervisee", { membership_id: membershipId, staff_id: staffId });
    await browser.signInAs(userId);
    browsers.set(role, browser);
  }
});

async function download(role: Role, file: string, query: string): Promise<Response> {
  const { loader } = (await import(path.resolve(import.meta.dirname, "../../app/routes", file))) as { loader: Loader };
  const request = browsers.get(role)?.request(`/export?${query}`);
  if (!request) throw new Error(`Nobody signed in as ${role}.`);
  return loader({ request, params: { contractId }, context: {} });
}

async function csvRows(response: Response): Promise<string[][]> {
  const reader = csvReader();
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return [...reader.push(text), ...reader.end()].map((row) => row.cells);
}

/** Each list's file, who downloads it and how many rows it must hold. */
const LISTS: [file: string, role: Role, rows: number][] = [
  ["_app.contractor.flags.export.ts", "manager", 6],
  ["_app.contractor.people.export.ts", "manager", 2],
  ["_app.contractor.import.export.ts", "manager", 1],
  ["_app.contractor.supervision.export.ts", "manager", 6],
  ["_app.supervision.coverage.export.ts", "supervisor", 2],
  ["_app.ward.flags.export.ts", "ward", 1],
  // three requirements in the three quarters that have begun by 24 November 2026
  ["_app.ward.contracts_.$contractId.export.ts", "ward", 9],
  ["_app.ward.contracts_.$contractId.supervision.export.ts", "ward", 1],
  ["_app.admin.users.export.ts", "admin", 4],
  ["_app.admin.audit.export.ts", "admin", 60],
  ["_app.admin.jobs.export.ts", "admin", 1],
  ["_app.admin.export.ts", "admin", 1],
];
const PAST = "asOf=2026-11-24";

describe.each(LISTS)("%s", (file, role, rows) => {
  test("holds the whole list in all three formats, with nothing that a spreadsheet would run", async () => {
    const utf8 = await download(role, file, `format=csv&${PAST}&action=jobs.evaluate`);
    expect(utf8.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(utf8.headers.get("Content-Disposition")).toMatch(/^attachment; .*\.csv$/);
    const cells = await csvRows(utf8);
    expect(cells).toHaveLength(1 + rows);
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);

    const old = await download(role, file, `format=csv-cp932&${PAST}&action=jobs.evaluate`);
    expect(iconv.decode(Buffer.from(await old.arrayBuffer()), "cp932")).toContain(cells[0]?.[0]);

    const xlsx = await download(role, file, `format=xlsx&${PAST}&action=jobs.evaluate`);
    const book = new exceljs.Workbook();
    await book.xlsx.load(await xlsx.arrayBuffer());
    expect(book.worksheets[0]?.rowCount).toBe(2 + rows);
  });
});

test("the ward's files name no worker", async () => {
  for (const [file] of LISTS.filter(([, role]) => role === "ward")) {
    const text = (await csvRows(await download("ward", file, `format=csv&${PAST}`))).flat().join("\n");
    for (const trace of [...staff, "=S", "支援 "]) expect([file, text.includes(trace)]).toEqual([file, false]);
  }
});

test("a filter of the screen is a filter of its file", async () => {
  const of = async (query: string) =>
    (await csvRows(await download("manager", "_app.contractor.flags.export.ts", query))).length - 1;
  expect([await of("format=csv&severity=warning"), await of("format=csv&severity=critical")]).toEqual([6, 0]);
  const users = await csvRows(
    await download("admin", "_app.admin.users.export.ts", "format=csv&q=nobody-of-this-name"),
  );
  expect(users).toHaveLength(1);
  const year = await csvRows(
    await download("manager", "_app.contractor.supervision.export.ts", "format=csv&state=met"),
  );
  expect(year).toHaveLength(1);
});
