import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { type Tenant } from "~/db/scope.server";
import { listFlagRegister } from "~/domain/flag/flag-register.server";
import { registerQuery } from "~/domain/flag/register-query";
import { getContractorHome } from "~/domain/kpi/contractor-home.server";
import { listWorkerRows } from "~/domain/kpi/list-worker-rows.server";
import { logIncident } from "~/domain/workforce/log-incident.server";
import { getWorkerRecord, recordWorkerViewed } from "~/domain/workforce/worker-record.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const DAY = "2026-03-31";
let tenant: Tenant & { code: string };
let staffId: string;
let officeId: string;
let prefix: string;

const caseId = (number: number) => prefix + String(number).padStart(2, "0");

beforeEach(async () => {
  // why: one lead a day is a rule over all contracts of the database that these tests share.
  prefix = randomUUID().slice(0, -2);
  tenant = await aContract();
  officeId = await anOffice(tenant, "O1");
  staffId = await aWorker(tenant, { staffCode: "S1", officeId });
});

async function aCase(
  number: number,
  openedOn: string,
  closedOn: string | null,
  from = openedOn,
  to: string | null = null,
) {
  await aRow(tenant, "support_case", {
    ...{ id: caseId(number), case_ref: `K${number}`, opened_on: openedOn, closed_on: closedOn },
  });
  await aRow(tenant, "case_assignment", { case_id: caseId(number), staff_id: staffId, from_on: from, to_on: to });
}

function audit(action: string): Promise<{ subject_id: string; detail: unknown }[]> {
  return asOwner(async (owner) => {
    const found = await owner.query(
      "SELECT subject_id, detail FROM audit_entry WHERE contract_id = $1 AND action = $2",
      [...[tenant.contractId, action]],
    );
    return found.rows;
  });
}

describe("a worker's record", () => {
  test("counts the cases led at each month's end, and leaves what is dated later unknown", async () => {
    await aCase(1, "2025-05-10", "2025-07-31");
    await aCase(2, "2025-06-01", null, "2025-06-15", "2025-08-30");
    await aCase(3, "2026-03-31", "2026-04-10");
    const record = await getWorkerRecord(tenant, staffId, DAY, 1);
    // May: K1. June: K1, K2. July: K1 on its last day, K2. August: K2 was handed over on the 30th. March: K3 on the day itself.
    expect(record?.months.map(({ month, active }) => [month, active]).filter(([, active]) => active !== 0)).toEqual([
      ["2025-05", 1],
      ["2025-06", 2],
      ["2025-07", 2],
      ["2026-03", 1],
    ]);
    expect(record?.months).toHaveLength(12);
    expect(record?.cases.rows.map((row) => [row.caseRef, row.closedOn, row.to])).toEqual([
      ["K3", null, null],
      ["K2", null, "2025-08-30"],
      ["K1", "2025-07-31", null],
    ]);
  });

  test("pages the cases by twenty and takes the last page for one past the end", async () => {
    for (let number = 1; number <= 21; number += 1) await aCase(number, "2025-05-01", null);
    const record = await getWorkerRecord(tenant, staffId, DAY, 9);
    expect(record?.cases).toMatchObject({ total: 21, page: 2, pages: 2 });
    expect(record?.cases.rows).toHaveLength(1);
  });

  test("shows the fiscal year's training and sessions up to the day, planned sessions after it too", async () => {
    const training = { staff_id: staffId, title: "基礎", topic: "basic", format: "lecture", hours: 2 };
    for (const [ref, day] of [
      ["T1", "2025-03-31"],
      ["T2", "2025-04-01"],
      ["T3", "2026-04-01"],
    ] as const)
      await aRow(tenant, "training_record", { ...training, record_ref: ref, attended_on: day });
    for (const [number, day, status] of [
      [1, "2025-05-01", "held"],
      [2, "2026-05-01", "planned"],
      [3, "2026-05-02", "held"],
    ] as const) {
      const session = {
        id: caseId(number),
        session_ref: `V${number}`,
        held_on: day,
        minutes: 60,
        kind: "individual",
        status,
      };
      await aRow(tenant, "supervision_session", session);
      await aRow(tenant, "supervision_attendance", { session_id: caseId(number), staff_id: staffId, attendance: null });
    }
    const record = await getWorkerRecord(tenant, staffId, DAY, 1);
    expect(record?.training.map((row) => row.attendedOn)).toEqual(["2025-04-01"]);
    expect(record?.sessions.map((row) => row.heldOn)).toEqual(["2026-05-01", "2025-05-01"]);
  });

  test("is not there for another contract, and that it was opened stays in the log", async () => {
    expect(await getWorkerRecord(await aContract(), staffId, DAY, 1)).toBeNull();
    await recordWorkerViewed(tenant, staffId);
    expect(await audit("worker.viewed")).toEqual([{ subject_id: staffId, detail: null }]);
  });
});

describe("a critical incident", () => {
  const incident = { occurredOn: "2026-03-01", kind: "violence" } as const;

  test("is kept once with one entry in the log, however often the button is pressed", async () => {
    expect(await logIncident(tenant, staffId, incident)).toBe(true);
    expect(await logIncident(tenant, staffId, incident)).toBe(true);
    expect(
      (await getWorkerRecord(tenant, staffId, DAY, 1))?.incidents.map((row) => [row.occurredOn, row.kind]),
    ).toEqual([["2026-03-01", "violence"]]);
    expect(await audit("incident.logged")).toEqual([{ subject_id: staffId, detail: incident }]);
  });

  test("is refused for a worker of another contract and for a day before the hire", async () => {
    expect(await logIncident(await aContract(), staffId, incident)).toBe(false);
    expect(await logIncident(tenant, staffId, { ...incident, occurredOn: "2022-03-31" })).toBe(false);
    expect(await audit("incident.logged")).toEqual([]);
  });
});

describe("the table of workers", () => {
  test("joins name, office and open flags to the figures, and leaves out who is not support staff", async () => {
    await aWorker(tenant, { staffCode: "M1", role: "manager" });
    const flag = {
      rule: "overload.cap",
      rule_version: 1,
      subject_kind: "staff",
      subject_id: staffId,
      staff_id: staffId,
    };
    await aRow(tenant, "flag", { ...flag, severity: "warning", raised_on: "2026-03-01", figures: "{}" });
    await aRow(tenant, "flag", {
      ...flag,
      rule: "training.pace",
      severity: "watch",
      raised_on: "2026-03-02",
      figures: "{}",
    });
    await aRow(tenant, "flag", {
      ...flag,
      rule: "supervision.due",
      severity: "critical",
      raised_on: "2026-04-01",
      figures: "{}",
    });
    const rows = await listWorkerRows(tenant, DAY);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ staffId, staffCode: "S1", name: "支援 S1", officeName: "事業所O1", openFlags: 2, worstSeverity: "warning" },
      ...{ fte: 1, cap: 50, annualCases: 0, onLeave: false },
    });
  });
});

describe("the register of flags", () => {
  test("shows open ones, or all, narrowed by severity, rule and office", async () => {
    const flag = { rule_version: 1, subject_kind: "staff", subject_id: staffId, staff_id: staffId, figures: "{}" };
    await aRow(tenant, "flag", { ...flag, rule: "overload.cap", severity: "critical", raised_on: "2026-03-01" });
    await aRow(tenant, "flag", { ...flag, rule: "training.pace", severity: "watch", raised_on: "2026-03-02" });
    const over = { rule: "supervision.due", severity: "warning", raised_on: "2025-10-01", resolved_on: "2025-11-01" };
    await aRow(tenant, "flag", { ...flag, ...over, status: "resolved" });
    const rules = async (query: string) =>
      (await listFlagRegister(tenant, registerQuery(new URLSearchParams(query)))).flags.map((one) => one.rule);
    expect(await rules("")).toEqual(["overload.cap", "training.pace"]);
    expect(await rules("state=all")).toEqual(["overload.cap", "training.pace", "supervision.due"]);
    expect(await rules("severity=watch")).toEqual(["training.pace"]);
    expect(await rules(`state=all&rule=supervision.due&office=${officeId}`)).toEqual(["supervision.due"]);
    expect(await rules(`office=${caseId(99)}`)).toEqual([]);
    expect(await rules("office=' OR 1=1 --")).toEqual(["overload.cap", "training.pace"]);
  });
});

describe("a contractor's home", () => {
  test("knows which first steps are taken", async () => {
    expect((await getContractorHome(tenant, DAY)).firstSteps).toEqual({
      ...{ offices: true, staff: true, cases: false, training: false, sessions: false },
    });
    expect((await getContractorHome(await aContract(), DAY)).firstSteps.staff).toBe(false);
  });

  test("sets each indicator beside the same day a year before", async () => {
    const training = { staff_id: staffId, title: "基礎", topic: "basic", format: "lecture", record_ref: "T1" };
    await aRow(tenant, "training_record", { ...training, attended_on: "2025-02-01", hours: 6 });
    const home = await getContractorHome(tenant, DAY);
    expect(home.indicators.find((indicator) => indicator.key === "trainingHours")?.value).toBe(0);
    expect(home.lastYear.trainingHours).toBe(6);
    expect(home.grid.map((row) => [row.name, row.cells.map((cell) => cell.state)])).toEqual([
      ["支援 S1", ["missed", "missed", "missed", "missed"]],
    ]);
  });
});
