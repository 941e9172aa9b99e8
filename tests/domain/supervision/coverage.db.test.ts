import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { asTenant, wardViewOf, type Tenant } from "~/db/scope.server";
import { PRESET_REQUIREMENTS } from "~/domain/contract/requirement";
import { saveSpecification } from "~/domain/contract/specification.server";
import { computeKpi } from "~/domain/kpi/compute-kpi.server";
import { listSeats, contractCoverage, supervisorCoverage } from "~/domain/supervision/coverage.server";
import { superviseesOn } from "~/domain/supervision/overview.server";
import { readWardCoverage } from "~/domain/supervision/ward-coverage.server";

import { aContract, anOffice, aWorker } from "../../setup/factories";
import { aSupervisorOf } from "../../setup/people";
import { aRow } from "../../setup/rows";

const DAY = "2026-11-24";
let tenant: Tenant & { code: string };
const staff: string[] = [];

async function aSession(
  on: string,
  given: { status?: string; kind?: string; minutes?: number; external?: boolean },
  seats: [staffId: string, attendance: string | null][],
): Promise<void> {
  const id = randomUUID();
  const { status = "held", kind = "individual", minutes = 60, external = false } = given;
  await aRow(tenant, "supervision_session", {
    ...{ id, session_ref: id, held_on: on, status },
    kind,
    minutes,
    external,
  });
  for (const [staffId, attendance] of seats)
    await aRow(tenant, "supervision_attendance", { session_id: id, staff_id: staffId, attendance });
}

/** Six workers of two offices: the first has had six sessions, the second four and two planned, the others little. */
beforeAll(async () => {
  tenant = await aContract();
  const [large, small] = [await anOffice(tenant, "A"), await anOffice(tenant, "B")];
  for (let number = 0; number < 6; number += 1)
    staff.push(await aWorker(tenant, { staffCode: `S${number}-SECRET`, officeId: number < 4 ? large : small }));
  const [first = "", second = "", third = ""] = staff;
  for (const on of ["2026-04-10", "2026-05-10", "2026-06-10", "2026-07-10"])
    await aSession(on, {}, [[first, "attended"]]);
  for (const on of ["2026-08-10", "2026-09-10"]) await aSession(on, { external: true }, [[first, "attended"]]);
  for (const on of ["2026-04-11", "2026-05-11", "2026-07-11", "2026-10-11"])
    await aSession(on, {}, [[second, "attended"]]);
  for (const on of ["2026-12-11", "2027-02-11"]) await aSession(on, { status: "planned" }, [[second, null]]);
  await aSession("2026-06-01", { kind: "group", minutes: 45 }, [
    ...([
      [third, "attended"],
      [first, "absent"],
    ] as [string, string][]),
  ]);
  await aSession("2026-12-20", { status: "planned" }, [[third, "excused"]]);
  await aSession("2025-06-01", {}, [[third, "attended"]]);
  const view = wardViewOf(tenant.wardId, null);
  const requirement = PRESET_REQUIREMENTS.ninteiShakaiFukushishi;
  await saveSpecification(view, tenant.contractId, {
    fiscalYear: 2026,
    version: 0,
    requirement,
    trainingApproval: false,
  });
});

describe("coverage by worker", () => {
  test("is judged by the contract's requirement as of the day", async () => {
    const { requirement, rows } = await contractCoverage(tenant, DAY);
    expect(requirement.preset).toBe("ninteiShakaiFukushishi");
    expect(rows.slice(0, 3).map(({ judgement: { state, attended, planned } }) => [state, attended, planned])).toEqual([
      ["met", 6, 0],
      ["onCourse", 4, 2],
      ["short", 0, 0],
    ]);
    expect(rows[2]?.judgement.missing).toMatchObject({ kind: "individual", sessions: 6, minMinutes: 60 });
    expect(rows[2]?.cells.map((cell) => cell.state)).toEqual(["done", "missed", "due", "due"]);
  });

  test("of a past year is what that year asked for and what was attended in it", async () => {
    const { requirement, rows } = await contractCoverage(tenant, "2026-03-31");
    expect(requirement.preset).toBe("policy");
    expect(rows[2]).toMatchObject({
      cells: [{ state: "done" }, { state: "missed" }, { state: "missed" }, { state: "missed" }],
      judgement: { state: "short", required: 4, attended: 1, missing: { sessions: 3 } },
    });
  });

  test("is the same to a supervisor, of the supervisees alone, there and on the home", async () => {
    const own = staff.slice(1, 3);
    const people = await aSupervisorOf(tenant, own);
    const all = await contractCoverage(tenant, DAY);
    const { rows } = await supervisorCoverage(people, DAY);
    expect(rows).toEqual(all.rows.filter((row) => own.includes(row.staffId)));
    expect((await superviseesOn(people, DAY)).rows.map((row) => row.judgement)).toEqual(
      rows.map((row) => row.judgement),
    );
  });

  test("reads no session that was not attended, and no plan that was called off", async () => {
    const seats = await asTenant(tenant, (tx) => listSeats(tx, tenant, DAY));
    expect(seats(staff[2] ?? "")).toEqual([
      { day: "2026-06-01", kind: "group", minutes: 45, external: false, is: "attended" },
    ]);
  });

  test("leaves the supervision rate as it is: 2 sessions were due by Q2's end, 2 of 6 workers had them", async () => {
    const kpi = await computeKpi(tenant, tenant.contractId, DAY);
    const rate = kpi?.indicators.find((indicator) => indicator.key === "supervisionRate");
    expect([rate?.numerator, rate?.denominator]).toEqual([2, 6]);
  });
});

describe("what a ward sees of it", () => {
  test("is rates and distributions of groups of five or more, offices pooled", async () => {
    const { supportStaff, total, groups } = await readWardCoverage(wardViewOf(tenant.wardId), tenant.contractId, DAY);
    expect(supportStaff).toBe(6);
    expect(groups.map((group) => [group.scope, group.supportStaff])).toEqual([["contract", 6]]);
    // Q1: the first three attended; Q2: the first two; Q3: the second alone so far; Q4 has not begun
    expect(total?.quarters.map(({ n, of, hasBegun }) => [n, of, hasBegun])).toEqual([
      ...[
        [3, 6, true],
        [2, 6, true],
        [1, 6, true],
        [0, 0, false],
      ],
    ]);
    expect(total).toMatchObject({
      bands: { "0": 3, "1": 1, "2": 0, "3": 0, "4+": 2 },
      // 6 + 4 individual and 1 group; 2 external
      ...{ individual: { n: 10, of: 11 }, external: { n: 2, of: 11 }, met: { n: 1, of: 6 }, onCourse: { n: 1, of: 6 } },
    });
    expect(groups[0]?.figures).toEqual(total);
  });

  test("holds no worker's name, code or id", async () => {
    const text = JSON.stringify(await readWardCoverage(wardViewOf(tenant.wardId), tenant.contractId, DAY));
    for (const trace of [...staff, "SECRET", "支援 "]) expect(text).not.toContain(trace);
  });

  test("is nothing of a contract with four support staff", async () => {
    const small = await aContract();
    for (let number = 0; number < 4; number += 1) await aWorker(small);
    const coverage = await readWardCoverage(wardViewOf(small.wardId), small.contractId, DAY);
    expect([coverage.total, coverage.groups.map((group) => group.figures)]).toEqual([null, [null]]);
  });
});
