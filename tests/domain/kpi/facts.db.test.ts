import { describe, expect, test } from "vitest";

import { asFacts, asPeople, asTenant, peopleOf, wardViewOf, type Tenant } from "~/db/scope.server";
import { loadContractFacts, loadWorkerFacts } from "~/domain/kpi/facts.server";
import type { ContractFacts } from "~/domain/workforce/facts";

import { aContract, anOffice, aWorker } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const factsOf = (tenant: Tenant, day: string) => asTenant(tenant, (tx) => loadContractFacts(tx, tenant, day));
const workerIn = (facts: ContractFacts, staffId: string) => {
  const worker = facts.workers.find((candidate) => candidate.staffId === staffId);
  if (!worker) throw new Error("no such worker");
  return worker;
};

async function aCase(
  tenant: Tenant,
  given: { opened: string; closed?: string; tags?: string; leads: { staff: string; from: string; to?: string }[] },
): Promise<void> {
  const id = crypto.randomUUID();
  const { opened, closed = null, tags = "{}", leads } = given;
  await aRow(tenant, "support_case", { id, case_ref: id, opened_on: opened, closed_on: closed, tags });
  for (const { staff, from, to = null } of leads)
    await aRow(tenant, "case_assignment", { case_id: id, staff_id: staff, from_on: from, to_on: to });
}

describe("cases", () => {
  test("a case handed over counts for both workers and once in the contract's total", async () => {
    const tenant = await aContract();
    const [north, south] = [await anOffice(tenant, "N"), await anOffice(tenant, "S")];
    const [first, second] = [await aWorker(tenant, { officeId: north }), await aWorker(tenant, { officeId: south })];
    const leads = [
      { staff: first, from: "2025-04-10", to: "2025-05-31" },
      { staff: second, from: "2025-06-01" },
    ];
    await aCase(tenant, { opened: "2025-04-10", leads });
    const before = await factsOf(tenant, "2025-05-31");
    expect(
      [workerIn(before, first), workerIn(before, second)].map(({ caseload }) => [
        caseload.annualCases,
        caseload.activeCases,
      ]),
    ).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const after = await factsOf(tenant, "2025-06-01");
    expect(
      [workerIn(after, first), workerIn(after, second)].map(({ caseload }) => [
        caseload.annualCases,
        caseload.activeCases,
      ]),
    ).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect([after.contractCases, after.officeCases.get(north), after.officeCases.get(south)]).toEqual([1, 1, 1]);
    expect(after.contractNewCases).toBe(1);
  });

  test("counts only the days on which a case is both open and led; carried-over cases are not new", async () => {
    const tenant = await aContract();
    const staff = await aWorker(tenant);
    const lead = (from: string, to?: string) => [{ staff, from, to }];
    await aCase(tenant, { opened: "2025-02-01", leads: lead("2025-02-01") }); // carried over
    await aCase(tenant, { opened: "2025-02-01", closed: "2025-03-31", leads: lead("2025-02-01") }); // closed with the old year
    await aCase(tenant, { opened: "2025-02-01", closed: "2025-04-01", leads: lead("2025-02-01") }); // open on 1 April
    await aCase(tenant, { opened: "2025-02-01", leads: lead("2025-02-01", "2025-03-31") }); // lead ended with the old year
    await aCase(tenant, { opened: "2025-05-10", leads: lead("2025-05-01") }); // led before it was open
    await aCase(tenant, { opened: "2025-05-02", closed: "2025-05-03", leads: lead("2025-05-04") }); // never both
    await aCase(tenant, { opened: "2025-06-01", leads: lead("2025-06-01") }); // to come
    const { caseload } = workerIn(await factsOf(tenant, "2025-05-31"), staff);
    // carried over, open on 1 April, led before open
    expect([caseload.annualCases, caseload.activeCases, caseload.newCases]).toEqual([3, 2, 1]);
    // On 9 May the case of 10 May has not opened: only the two carried over count.
    const earlier = workerIn(await factsOf(tenant, "2025-05-09"), staff).caseload;
    expect([earlier.annualCases, earlier.newCases]).toEqual([2, 0]);
  });

  test("a new case began in the last 90 days, and not before the hire", async () => {
    const tenant = await aContract();
    const staff = await aWorker(tenant, { hiredOn: "2025-12-20" });
    const veteran = await aWorker(tenant);
    await aCase(tenant, { opened: "2025-10-03", leads: [{ staff: veteran, from: "2025-10-03" }] }); // day 1 of the 90
    await aCase(tenant, { opened: "2025-10-02", leads: [{ staff: veteran, from: "2025-10-02" }] });
    await aCase(tenant, { opened: "2025-12-19", leads: [{ staff, from: "2025-12-19" }] });
    await aCase(tenant, { opened: "2025-12-20", leads: [{ staff, from: "2025-12-20" }] });
    const facts = await factsOf(tenant, "2025-12-31");
    expect([workerIn(facts, veteran).caseload.newCases, workerIn(facts, staff).caseload.newCases]).toEqual([1, 1]);
    // For the contract, the lead before the hire counts from the hire on.
    expect(facts.contractNewCases).toBe(3);
  });

  test("weigh by their tags; a lead by a manager or a leaver is none of the contract's support", async () => {
    const tenant = await aContract();
    const [staff, boss] = [await aWorker(tenant), await aWorker(tenant, { role: "manager" })];
    const gone = await aWorker(tenant, { leftOn: "2025-04-30" });
    const lead = (who: string, from: string) => [{ staff: who, from }];
    await aCase(tenant, { opened: "2025-04-02", tags: "{}", leads: lead(staff, "2025-04-02") }); // 1
    await aCase(tenant, { opened: "2025-04-02", tags: "{debt,housing}", leads: lead(staff, "2025-04-02") }); // 1.5
    await aCase(tenant, {
      opened: "2025-04-02",
      tags: "{debt,housing,legal,family}",
      leads: lead(staff, "2025-04-05"),
    }); // 2.5
    await aCase(tenant, {
      opened: "2025-04-02",
      tags: "{debt,housing,legal,family,illness,violence}",
      leads: lead(staff, "2025-04-03"),
    }); // 3
    await aCase(tenant, { opened: "2025-04-02", leads: lead(boss, "2025-04-02") });
    await aCase(tenant, { opened: "2025-05-01", leads: lead(gone, "2025-05-01") });
    const facts = await factsOf(tenant, "2025-06-30");
    expect(workerIn(facts, staff).caseload).toMatchObject({
      activeCases: 4,
      weightedLoad: 8,
      manyTagCases: 2,
      newestManyTagFrom: "2025-04-05",
    });
    expect(workerIn(facts, boss).caseload.annualCases).toBe(1);
    expect(facts.contractCases).toBe(4);
  });
});

describe("people", () => {
  test("sessions count where held and attended, up to the day; training and qualifications too", async () => {
    const tenant = await aContract();
    const staff = await aWorker(tenant);
    const seat = async (heldOn: string, status: string, attendance: string | null) => {
      const id = crypto.randomUUID();
      const session = { id, session_ref: id, held_on: heldOn, minutes: 60, kind: "individual", status, external: true };
      await aRow(tenant, "supervision_session", session);
      await aRow(tenant, "supervision_attendance", { session_id: id, staff_id: staff, attendance });
    };
    await seat("2024-09-30", "held", "attended"); // more than two quarters before the year
    await seat("2024-10-01", "held", "attended");
    await seat("2025-05-01", "held", "attended");
    await seat("2025-05-02", "held", "absent");
    await seat("2025-05-03", "held", "excused");
    await seat("2025-05-04", "cancelled", "attended");
    await seat("2025-05-05", "held", null);
    await seat("2025-07-01", "held", "attended"); // to come
    await seat("2025-06-30", "planned", null);
    await seat("2025-07-10", "planned", "excused");
    for (const [ref, on] of [
      ["a", "2025-03-31"],
      ["b", "2025-04-01"],
      ["c", "2025-06-30"],
      ["d", "2025-07-01"],
    ] as const)
      await aRow(tenant, "training_record", {
        record_ref: ref,
        staff_id: staff,
        attended_on: on,
        title: "研修",
        topic: "addiction",
        format: "ojt",
        hours: 1.25,
      });
    await aRow(tenant, "qualification", {
      staff_id: staff,
      kind: "care_worker",
      obtained_on: "2025-06-30",
      expires_on: "2030-06-30",
    });
    await aRow(tenant, "qualification", { staff_id: staff, kind: "other", obtained_on: "2025-07-01" });
    const facts = await factsOf(tenant, "2025-06-30");
    const worker = workerIn(facts, staff);
    expect(worker.attended.map(({ day }) => day)).toEqual(["2024-10-01", "2025-05-01"]);
    expect(worker.planned).toEqual([{ day: "2025-06-30", kind: "individual", external: true }]);
    expect(worker.lastAttendedOn).toBe("2025-05-01");
    expect(worker.training.map(({ attendedOn, hours }) => [attendedOn, hours])).toEqual([
      ["2025-04-01", 1.25],
      ["2025-06-30", 1.25],
    ]);
    expect(worker.qualifications).toEqual([{ kind: "care_worker", obtainedOn: "2025-06-30", expiresOn: "2030-06-30" }]);
    // Held since 1 April: 1, 2, 3 and 5 May.
    expect(facts.heldSessions).toEqual({ individual: 4, group: 0, external: 4 });
    const long = workerIn(await factsOf(tenant, "2025-09-30"), staff);
    expect(long.lastAttendedOn).toBe("2025-07-01");
  });

  test("overtime is of the six full months before, incidents of 60 days, leave as recorded", async () => {
    const tenant = await aContract();
    const staff = await aWorker(tenant);
    for (const month of ["2025-03-01", "2025-04-01", "2025-09-01", "2025-10-01"])
      await aRow(tenant, "overtime_month", { staff_id: staff, month, overtime_hours: 12.5, leave_days_taken: null });
    for (const on of ["2025-08-17", "2025-08-18", "2025-10-16", "2025-10-17"])
      await aRow(tenant, "critical_incident", { staff_id: staff, occurred_on: on, kind: "threat" });
    await aRow(tenant, "staff_leave", { staff_id: staff, starts_on: "2026-01-01", ends_on: null, kind: "care" });
    const worker = workerIn(await factsOf(tenant, "2025-10-16"), staff);
    expect(worker.overtime).toEqual([
      { month: "2025-04", overtimeHours: 12.5, leaveDaysTaken: null },
      { month: "2025-09", overtimeHours: 12.5, leaveDaysTaken: null },
    ]);
    expect(worker.incidents).toEqual(["2025-08-18", "2025-10-16"]);
    expect(worker.leave).toEqual([{ from: "2026-01-01", to: null }]);
  });
});

describe("the contract", () => {
  test("has the terms of the latest version of the year, or of the newest year before, or the defaults", async () => {
    const tenant = await aContract();
    for (const [fiscalYear, version, cap] of [
      [2024, 1, 45],
      [2025, 1, 44],
      [2025, 2, 43.5],
    ] as const)
      await aRow(tenant, "specification", { fiscal_year: fiscalYear, version, cap, full_time_hours: 38.75 });
    await aRow(tenant, "specification_target", {
      fiscal_year: 2025,
      version: 2,
      indicator: "trainingHours",
      target: 24.5,
    });
    const caps = await Promise.all(
      ["2024-03-31", "2025-03-31", "2026-03-31", "2027-01-01"].map((day) => factsOf(tenant, day)),
    );
    expect(caps.map(({ terms }) => terms.cap)).toEqual([50, 45, 43.5, 43.5]);
    expect(caps[3]?.terms).toMatchObject({
      fullTimeHours: 38.75,
      trainingTargetHours: 20,
      payFloorJpy: null,
      targets: { trainingHours: 24.5 },
    });
    expect(caps[3]?.terms.recognisedQualifications).toHaveLength(6);
  });

  test("has the months of the return that ended on or before the day", async () => {
    const tenant = await aContract();
    for (const month of ["2025-03-01", "2025-04-01", "2025-05-01"])
      await aRow(tenant, "monthly_return", { indicator: "outreachVisits", month, numerator: 7.5, denominator: null });
    const months = async (day: string) => (await factsOf(tenant, day)).returns.map(({ month }) => month);
    expect([await months("2025-05-30"), await months("2025-05-31"), await months("2025-04-29")]).toEqual([
      ["2025-04"],
      ["2025-04", "2025-05"],
      [],
    ]);
  });

  test("is unknown outside its scope", async () => {
    const [mine, theirs] = [await aContract(), await aContract()];
    await expect(asTenant(mine, (tx) => loadContractFacts(tx, theirs, "2025-06-30"))).rejects.toThrow("No contract");
  });
});

describe("scopes", () => {
  test("a ward's facts are the contract's without pay; a worker's are the own rows", async () => {
    const tenant = await aContract();
    const [own, other] = [await aWorker(tenant, { staffCode: "S1" }), await aWorker(tenant, { staffCode: "S2" })];
    const boss = await aWorker(tenant, { staffCode: "V1", role: "supervisor" });
    for (const staff of [own, other]) {
      await aRow(tenant, "staff_pay", { staff_id: staff, annual_pay_jpy: 3_600_000 });
      await aCase(tenant, { opened: "2025-04-02", leads: [{ staff, from: "2025-04-02" }] });
    }
    const full = await factsOf(tenant, "2025-06-30");
    expect(full.workers.map(({ annualPayJpy }) => annualPayJpy)).toEqual([3_600_000, 3_600_000, null]);
    const ward = await asFacts(wardViewOf(tenant.wardId), (tx) => loadContractFacts(tx, tenant, "2025-06-30"));
    expect(ward).toEqual({ ...full, workers: full.workers.map((worker) => ({ ...worker, annualPayJpy: null })) });
    const people = peopleOf(tenant.wardId, tenant.contractId, [own], null);
    const mine = await asPeople(people, (tx) => loadWorkerFacts(tx, people, "2025-06-30"));
    expect(mine.workers).toEqual([{ ...workerIn(full, own), annualPayJpy: null }]);
    expect(mine.contractCases).toBe(1);
    expect(mine.workers.map(({ staffId }) => staffId)).not.toContain(boss);
  });

  test("the number of statements does not grow with the number of workers", async () => {
    const tenant = await aContract();
    await aWorker(tenant);
    const few = await statements(tenant);
    for (let n = 0; n < 20; n += 1)
      await aCase(tenant, { opened: "2025-04-02", leads: [{ staff: await aWorker(tenant), from: "2025-04-02" }] });
    expect(await statements(tenant)).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
  });
});

/** Statements that loading the facts sends. */
async function statements(tenant: Tenant): Promise<number> {
  return asTenant(tenant, async (tx) => {
    let count = 0;
    const counting = new Proxy(tx, {
      get(target, name, receiver) {
        if (name === "$queryRaw") count += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    await loadContractFacts(counting, tenant, "2025-06-30");
    return count;
  });
}
