import { beforeEach, describe, expect, test } from "vitest";

import { peopleOf, wardViewOf, type Tenant } from "~/db/scope.server";
import { acknowledgeFlag, commentOnFlag, recordView } from "~/domain/flag/answers.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { flagRecords } from "~/domain/flag/records.server";
import { countFlags, getFlag, listFlags, listOwnFlags } from "~/domain/flag/repository.server";
import { listWardFlags } from "~/domain/flag/ward-flags.server";

import { aContract, asOwner } from "../../setup/factories";
import { aRow } from "../../setup/rows";

const DAY = "2026-03-31";
let tenant: Tenant & { code: string };

beforeEach(async () => {
  tenant = await aContract();
});

/**
 * An office whose workers led so many cases this year, all closed, and were supervised in every quarter with 20 hours of
 * training. One connection for them all: a connection each would be most of the test's time.
 */
function aTeam(officeCode: string, ...cases: number[]): Promise<string[]> {
  return asOwner(async (owner) => {
    const of = [tenant.wardId, tenant.contractId];
    const office = await owner.query<{ id: string }>(
      "INSERT INTO office (ward_id, contract_id, office_code, name) VALUES ($1, $2, $3, $4) RETURNING id",
      [...of, officeCode, `事業所${officeCode}`],
    );
    const codes = cases.map((_, index) => `STAFF-${officeCode}-${index}`);
    const staff = await owner.query<{ id: string }>(
      `INSERT INTO staff (ward_id, contract_id, staff_code, office_id, role, weekly_hours, hired_on)
       SELECT $1, $2, code, $3, 'support_worker', 40, '2020-04-01' FROM unnest($4::text[]) code RETURNING id`,
      [...of, office.rows[0]?.id, codes],
    );
    const ids = staff.rows.map((row) => row.id);
    await owner.query(
      `INSERT INTO staff_identity (ward_id, contract_id, staff_id, name)
       SELECT $1, $2, id, '支援 ' || code FROM unnest($3::uuid[], $4::text[]) AS n(id, code)`,
      [...of, ids, codes],
    );
    await owner.query(
      `WITH n AS (SELECT id, code, number FROM unnest($3::uuid[], $4::text[], $5::int[]) AS u(id, code, cases), generate_series(1, cases) number),
         led AS (INSERT INTO support_case (ward_id, contract_id, case_ref, opened_on, closed_on)
           SELECT $1, $2, concat(code, '-case-', number), '2025-04-01', '2025-04-30' FROM n RETURNING id, case_ref)
       INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on)
       SELECT $1, $2, led.id, n.id, '2025-04-01' FROM n JOIN led ON led.case_ref = concat(n.code, '-case-', n.number)`,
      [...of, ids, codes, cases],
    );
    await owner.query(
      `WITH held AS (INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, minutes, kind, status)
         SELECT $1, $2, concat($4::text, day), day::date, 60, 'group', 'held' FROM unnest(ARRAY['2025-05-01', '2025-08-01', '2025-11-01', '2026-03-01']) day
         RETURNING id)
       INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id, attendance)
       SELECT $1, $2, held.id, n, 'attended' FROM held, unnest($3::uuid[]) n`,
      [...of, ids, officeCode],
    );
    await owner.query(
      `INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, topic, format, hours)
       SELECT $1, $2, n::text, n, '2025-06-01', '基礎', 'basic', 'lecture', 20 FROM unnest($3::uuid[]) n`,
      [...of, ids],
    );
    return ids;
  });
}

const wardFlags = async () => (await listWardFlags(wardViewOf(tenant.wardId), tenant.contractId, DAY))[0];

describe("what a ward is told", () => {
  test("per office how many are above the cap, the distribution and the highest; small offices together", async () => {
    const ids = [
      ...(await aTeam("NORTH", 71, 55, 51, 50, 45, 40, 30, 20)),
      ...(await aTeam("EAST", 60, 10)),
      ...(await aTeam("WEST", 10, 10, 10)),
    ];
    expect(await evaluateContract(tenant, DAY)).toEqual({ raised: 4, changed: 0, resolved: 0, open: 4 });
    const told = await wardFlags();
    expect(told).toMatchObject({ supportStaff: 13, withheld: null, evaluatedOn: DAY });
    expect(told?.flags).toEqual([
      {
        ...{ rule: "overload.cap", version: 1, severity: "critical", scope: "office", supportStaff: 8 },
        offices: [{ officeCode: "NORTH", name: "事業所NORTH", nameEn: null }],
        counts: { watch: 0, warning: 0, critical: 3 },
        // 20, 30 and 40 are up to 80 % of 50; 45 and 50 up to 100 %; 51 and 55 up to 120 %; 71 over it.
        distribution: { upTo80: 3, upTo100: 2, upTo120: 2, over120: 1 },
        highest: { count: 71, cap: 50 },
      },
      {
        ...{ rule: "overload.cap", version: 1, severity: "critical", scope: "pooled", supportStaff: 5 },
        offices: ["EAST", "WEST"].map((officeCode) => ({ officeCode, name: `事業所${officeCode}`, nameEn: null })),
        counts: { watch: 0, warning: 0, critical: 1 },
        distribution: { upTo80: 4, upTo100: 0, upTo120: 1, over120: 0 },
        highest: { count: 60, cap: 50 },
      },
    ]);
    const text = JSON.stringify(told);
    for (const id of ids) expect(text).not.toContain(id);
    expect(text).not.toMatch(/STAFF-|支援 /);
    expect(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-/g)).toHaveLength(1);
  });

  test("strain factors as numbers per factor where the group has five, nothing of burnout below", async () => {
    const strained = async (staffId: string) => {
      await aRow(tenant, "critical_incident", { staff_id: staffId, occurred_on: "2026-03-10", kind: "violence" });
      await aRow(tenant, "overtime_month", { staff_id: staffId, month: "2026-02-01", overtime_hours: 60 });
    };
    const [first = "", second = ""] = await aTeam("NORTH", 10, 60, 10, 10);
    await strained(first);
    await strained(second);
    await evaluateContract(tenant, DAY);
    const small = await wardFlags();
    expect(small).toMatchObject({
      withheld: "small",
      flags: [
        { rule: "overload.cap", scope: "contract", withheld: "small", counts: { critical: 1 } },
        { rule: "overload.overtime", scope: "contract", withheld: "small", counts: { watch: 2 } },
      ],
    });
    expect(JSON.stringify(small)).not.toMatch(/distribution|highest|factors|burnout/);

    await aTeam("SOUTH", 10);
    const told = (await wardFlags())?.flags.find((flag) => flag.rule === "burnout.conditions");
    expect(told).toMatchObject({
      ...{ scope: "contract", supportStaff: 5, severity: "critical", counts: { watch: 1, warning: 0, critical: 1 } },
      factors: { incident: 2, overtime: 2, caseload: 1 },
    });
  });

  test("all contracts of the ward and none of another", async () => {
    await aTeam("NORTH", 60, 10, 10, 10, 10);
    await evaluateContract(tenant, DAY);
    const other = await aContract();
    expect(await listWardFlags(wardViewOf(other.wardId), null, DAY)).toMatchObject([
      { contractCode: other.code, flags: [] },
    ]);
    expect(await listWardFlags(wardViewOf(other.wardId), tenant.contractId, DAY)).toEqual([]);
    expect(await listWardFlags(wardViewOf(tenant.wardId), null, DAY)).toMatchObject([
      { contractCode: tenant.code, flags: [{ rule: "overload.cap" }] },
    ]);
  });
});

describe("what the contractor's side reads", () => {
  const manager = { name: "管理 花子", role: "manager" as const, at: new Date("2026-04-01T09:00:00+09:00") };

  test("flags by name, filtered and paged, with the records behind them", async () => {
    const [first = ""] = await aTeam("NORTH", 71, 55, 10);
    await evaluateContract(tenant, DAY);
    const page = await listFlags(tenant, { asOf: DAY, page: 2, pageSize: 1 });
    expect(page).toMatchObject({
      total: 2,
      page: 2,
      pages: 2,
      evaluatedOn: DAY,
      flags: [{ staffCode: "STAFF-NORTH-1", staffName: "支援 STAFF-NORTH-1" }],
    });
    const { flags } = await listFlags(tenant, { staffId: first, rule: "overload.cap", severity: "critical" });
    expect(flags).toMatchObject([
      { staffId: first, officeCode: "NORTH", status: "open", dueOn: "2026-04-14", figures: { count: 71, cap: 50 } },
    ]);
    expect((await listFlags(tenant, { severity: "watch" })).total).toBe(0);
    expect(await countFlags(tenant)).toEqual({ watch: 0, warning: 0, critical: 2 });
    const records = await flagRecords(tenant, { rule: "overload.cap", staffId: first }, DAY);
    expect(records.cases).toHaveLength(71);
    expect(records.cases[0]).toMatchObject({
      openedOn: "2025-04-01",
      ledFrom: "2025-04-01",
      isActive: false,
      weight: 1,
    });
    expect(records.sessions).toEqual([]);
    expect((await flagRecords(tenant, { rule: "supervision.due", staffId: first }, DAY)).sessions).toHaveLength(3);
    expect((await flagRecords(tenant, { rule: "training.pace", staffId: first }, DAY)).training).toMatchObject([
      { hours: 20 },
    ]);
  });

  test("an acknowledgement counts from its day on", async () => {
    await aTeam("NORTH", 71);
    await evaluateContract(tenant, DAY);
    const flagId = (await listFlags(tenant)).flags[0]?.flagId ?? "";
    expect(await acknowledgeFlag(tenant, flagId, manager)).toBe("done");
    expect(await acknowledgeFlag(tenant, flagId, manager)).toBe("done");
    expect((await listFlags(tenant, { asOf: DAY })).flags[0]?.status).toBe("open");
    expect((await listFlags(tenant, { asOf: "2026-04-01" })).flags[0]?.status).toBe("acknowledged");
    expect(await acknowledgeFlag(await aContract(), flagId, manager)).toBe("gone");
    expect((await getFlag(tenant, flagId))?.history.map((event) => event.kind)).toEqual(["raised", "acknowledged"]);
  });

  test("a worker sees the own flags, comments on them, and who has looked", async () => {
    const [first = "", second = ""] = await aTeam("NORTH", 71, 60);
    await evaluateContract(tenant, DAY);
    const userId = "6f1c2f0a-0000-4000-8000-00000000000a";
    const people = peopleOf(tenant.wardId, tenant.contractId, [first], userId);
    const own = await listOwnFlags(people, DAY);
    expect(own.map((flag) => flag.staffId)).toEqual([first]);
    const worker = { name: "支援 太郎", role: "worker" as const, at: new Date("2026-04-01T08:00:00+09:00") };
    const flagId = own[0]?.flagId ?? "";
    await recordView(people, flagId, worker);
    await recordView(people, flagId, worker);
    expect(
      await commentOnFlag(people, flagId, "新規が続いています", {
        ...worker,
        at: new Date("2026-04-01T08:05:00+09:00"),
      }),
    ).toBe("done");
    const history = (await getFlag(people, flagId))?.history.slice(1);
    expect(history).toMatchObject([
      { kind: "viewed", actor: { name: "支援 太郎", role: "worker" } },
      { kind: "comment", note: "新規が続いています" },
    ]);
    expect((await flagRecords(people, { rule: "overload.cap", staffId: first }, DAY)).cases).toHaveLength(71);
    const others = (await listFlags(tenant, { staffId: second })).flags[0]?.flagId ?? "";
    expect(await getFlag(people, others)).toBeNull();
    expect(await commentOnFlag(people, others, "…", worker)).toBe("gone");
  });
});
