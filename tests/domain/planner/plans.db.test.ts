import { beforeAll, describe, expect, test } from "vitest";

import { asPeople, asTenant, peopleOf, type People, type Tenant } from "../../../app/db/scope.server";
import { confirmPlan } from "../../../app/domain/planner/confirm-plan.server";
import {
  changePlan,
  discardPlan,
  proposePlan,
  readPlan,
  readPlanById,
  type Planner,
} from "../../../app/domain/planner/drafts.server";
import { addAbsence, addHours, readAvailability, setStaffHours } from "../../../app/domain/planner/availability.server";
import { DEFAULT_SETTINGS } from "../../../app/domain/planner/plan";
import type { Wishes } from "../../../app/domain/planner/schema";
import type { Draft } from "../../../app/domain/planner/view";
import { superviseesOn } from "../../../app/domain/supervision/overview.server";
import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf } from "../../setup/people";

const TODAY = "2026-04-10";
const QUARTER = { fiscalYear: 2026, quarter: 1 } as const;
const AT = new Date("2026-04-10T03:00:00Z");
const WRITING = { at: AT, mailing: { origin: "https://sasae.example" } };
const WISHES: Wishes = { ...DEFAULT_SETTINGS };

async function aPlanner(
  workers = 5,
): Promise<{ planner: Planner; tenant: Tenant; staffIds: string[]; officeId: string }> {
  const tenant = await aContract();
  const officeId = await anOffice(tenant, "O1");
  const staffIds: string[] = [];
  for (let at = 0; at < workers; at += 1)
    staffIds.push(await aWorker(tenant, { staffCode: `S${at}`, officeId, hiredOn: "2026-01-10" }));
  const people = await aSupervisorOf(tenant, staffIds);
  return { planner: { people, membershipId: await membershipOf(people), today: TODAY }, tenant, staffIds, officeId };
}

async function membershipOf({ userId }: People): Promise<string> {
  const { rows } = await asOwner((owner) => owner.query("SELECT id FROM membership WHERE user_id = $1", [userId]));
  return String(rows[0].id);
}

async function proposed(planner: Planner, wishes = WISHES): Promise<Draft> {
  const result = await proposePlan(planner, QUARTER, wishes);
  if (!result.ok) throw new Error("stale");
  return result.draft;
}

async function sessionsOf(tenant: Tenant) {
  return asTenant(tenant, (tx) =>
    tx.supervisionSession.findMany({ where: { contractId: tenant.contractId }, include: { attendance: true } }),
  );
}

async function aSession(tenant: Tenant, staffId: string, day: string, time: string): Promise<void> {
  await asOwner(async (owner) => {
    const { rows } = await owner.query(
      `INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, start_time, minutes, kind, status)
       VALUES ($1, $2, gen_random_uuid()::text, $3, $4, 60, 'individual', 'planned') RETURNING id`,
      [tenant.wardId, tenant.contractId, day, time],
    );
    await owner.query(
      "INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id) VALUES ($1, $2, $3, $4)",
      [tenant.wardId, tenant.contractId, rows[0].id, staffId],
    );
  });
}

describe("a proposal", () => {
  test("covers everyone from tomorrow on, and says so when it is read again", async () => {
    const { planner, staffIds } = await aPlanner();
    const draft = await proposed(planner);
    expect(draft.items.flatMap(({ participants }) => participants).sort()).toEqual([...staffIds].sort());
    expect(draft.items.every(({ day }) => day > TODAY && day <= "2026-06-30")).toBe(true);
    const view = await readPlan(planner, QUARTER);
    expect(view.draft).toEqual(draft);
    expect({ broken: view.broken, unplaced: view.unplaced, usual: view.usesDefaultHours }).toEqual({
      ...{ broken: [], unplaced: [], usual: true },
    });
  });

  test("leaves out who has a session in the quarter, and keeps to hours, absences and part-time days", async () => {
    const { planner, tenant, staffIds, officeId } = await aPlanner(3);
    const [booked = "", partTime = "", other = ""] = staffIds;
    await aSession(tenant, booked, "2026-05-12", "10:00");
    await addHours(planner.people, planner.membershipId, { weekday: 2, from: "13:00", to: "17:00", officeId });
    await addHours(planner.people, planner.membershipId, { weekday: 4, from: "09:00", to: "12:00" });
    await addAbsence(planner.people, planner.membershipId, { startsOn: "2026-04-11", endsOn: "2026-05-31" });
    await setStaffHours(planner.people, partTime, [{ weekday: 2, from: "09:00", to: "14:00" }]);
    const draft = await proposed(planner);
    expect(draft.items.flatMap(({ participants }) => participants).sort()).toEqual([partTime, other].sort());
    const own = draft.items.find(({ participants }) => participants.includes(partTime));
    // Tuesdays 13:00–14:00 is all that the two have in common.
    expect([own?.start, new Date(own?.day ?? "").getUTCDay()]).toEqual([780, 2]);
    expect(draft.items.every(({ day }) => day >= "2026-06-01")).toBe(true);
  });

  test("made again keeps what is locked; with a version that is out of date nothing changes", async () => {
    const { planner } = await aPlanner();
    const draft = await proposed(planner);
    const [first] = draft.items;
    const locked = await changePlan(planner, draft.planId, draft.version, { do: "lock", itemId: first?.id ?? "" });
    expect(locked).toMatchObject({ ok: true, draft: { version: 2 } });
    expect(await proposePlan(planner, QUARTER, { ...WISHES, version: 1 })).toMatchObject({
      ok: false,
      reason: "stale",
    });
    expect(await proposePlan(planner, QUARTER, WISHES)).toMatchObject({ ok: false, stands: { version: 2 } });
    const again = await proposed(planner, { ...WISHES, version: 2, individualMinutes: 90 });
    expect(again.items.find(({ id }) => id === first?.id)).toEqual({ ...first, locked: true });
    expect(again.items.filter(({ minutes }) => minutes === 90)).toHaveLength(4);
  });

  test("sent twice at a moment makes one draft", async () => {
    const { planner } = await aPlanner(2);
    const results = await Promise.all([1, 2].map(() => proposePlan(planner, QUARTER, WISHES)));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("a change by hand", () => {
  test("is stored where it breaks no rule and refused with the rule where it does", async () => {
    const { planner } = await aPlanner(2);
    const draft = await proposed(planner);
    const itemId = draft.items[0]?.id ?? "";
    // Monday 4 May 2026 is a holiday (みどりの日), Thursday 7 May is not.
    const refused = await changePlan(planner, draft.planId, 1, { do: "move", itemId, day: "2026-05-04" });
    expect(refused).toMatchObject({ ok: false, reason: "refused", broken: [{ itemId, code: "closedDay" }] });
    expect((await readPlan(planner, QUARTER)).draft).toEqual(draft);
    const moved = await changePlan(planner, draft.planId, 1, { do: "move", itemId, day: "2026-05-07" });
    expect(moved).toMatchObject({ ok: true, item: { day: "2026-05-07" }, draft: { version: 2 } });
    const late = await changePlan(planner, draft.planId, 1, { do: "remove", itemId });
    expect(late).toMatchObject({ ok: false, reason: "stale", stands: { version: 2 } });
  });

  test("of another's plan finds none, and nobody else sees it", async () => {
    const { planner, tenant, staffIds } = await aPlanner(2);
    const draft = await proposed(planner);
    const colleague = await aSupervisorOf(tenant, staffIds);
    const other = { people: colleague, membershipId: await membershipOf(colleague), today: TODAY };
    expect(await readPlanById(other, draft.planId)).toBeNull();
    expect((await readPlan(other, QUARTER)).draft).toBeNull();
    expect(await changePlan(other, draft.planId, 1, { do: "remove", itemId: "i1" })).toEqual({
      ...{ ok: false, reason: "notFound" },
    });
    expect(await confirmPlan(other, { planId: draft.planId, version: 1 }, "別人", WRITING)).toEqual({
      ...{ ok: false, reason: "notFound" },
    });
    expect(await discardPlan(other, draft.planId, 1)).toEqual({ ok: true });
    const worker = peopleOf(tenant.wardId, tenant.contractId, staffIds.slice(0, 1), colleague.userId);
    expect(await asPeople(worker, (tx) => tx.quarterPlan.count())).toBe(0);
    expect((await readPlan(planner, QUARTER)).draft).toEqual(draft);
  });
});

describe("confirming", () => {
  let made: Awaited<ReturnType<typeof aPlanner>> & { draft: Draft };
  beforeAll(async () => {
    const arranged = await aPlanner(4);
    made = { ...arranged, draft: await proposed(arranged.planner) };
  });

  test("of a version that is out of date writes nothing", async () => {
    const { planner, draft, tenant } = made;
    const result = await confirmPlan(planner, { planId: draft.planId, version: 9 }, "外部 花子", WRITING);
    expect(result).toMatchObject({ ok: false, reason: "stale" });
    expect(await sessionsOf(tenant)).toHaveLength(0);
  });

  test("twice at a moment makes each session once, with everyone invited, and the grid shows them planned", async () => {
    const { planner, draft, tenant } = made;
    const plan = { planId: draft.planId, version: draft.version };
    const results = await Promise.all([1, 2].map(() => confirmPlan(planner, plan, "外部 花子", WRITING)));
    expect(results.map((one) => one.ok && one.duplicate).sort()).toEqual([false, true]);
    const sessions = await sessionsOf(tenant);
    expect(sessions).toHaveLength(4);
    expect(sessions.every((one) => one.status === "planned" && one.place === "事業所O1" && one.external)).toBe(true);
    expect(sessions.flatMap(({ attendance }) => attendance)).toHaveLength(4);
    const { rows } = await superviseesOn(planner.people, TODAY);
    expect(rows.map(({ cells }) => cells[0]?.state)).toEqual(Array(4).fill("planned"));
    const view = await readPlan(planner, QUARTER);
    expect([view.draft, view.input.workers.every(({ settled }) => settled?.how === "planned")]).toEqual([null, true]);
    const audited = await asOwner((owner) =>
      owner.query("SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at", [draft.planId]),
    );
    expect(audited.rows.map(({ action }) => action)).toEqual(["plan.propose", "plan.confirm"]);
  });

  test("names a session that has come in between, and writes nothing", async () => {
    const { planner, tenant, staffIds } = await aPlanner(2);
    const draft = await proposed(planner);
    const own = draft.items.find(({ participants }) => participants.includes(staffIds[0] ?? ""));
    await aSession(tenant, staffIds[0] ?? "", own?.day ?? "", "08:30");
    const result = await confirmPlan(planner, { planId: draft.planId, version: 1 }, "外部 花子", WRITING);
    expect(result).toMatchObject({ ok: false, reason: "against" });
    if (result.ok || result.reason !== "against") throw new Error("confirmed");
    expect(result.broken).toContainEqual({
      ...{ itemId: own?.id, workerId: staffIds[0], code: "settled", day: own?.day },
    });
    expect(await sessionsOf(tenant)).toHaveLength(1);
    expect((await readPlan(planner, QUARTER)).draft).toEqual(draft);
  });
});

test("hours of another contract's office are refused, and the same hours twice are kept once", async () => {
  const { planner, officeId } = await aPlanner(1);
  const elsewhere = await anOffice(await aContract(), "X");
  const hours = { weekday: 1, from: "09:00", to: "12:00" };
  expect(await addHours(planner.people, planner.membershipId, { ...hours, officeId: elsewhere })).toBe(false);
  await Promise.all([1, 2].map(() => addHours(planner.people, planner.membershipId, { ...hours, officeId })));
  expect((await readAvailability(planner.people, planner.membershipId, TODAY)).hours).toHaveLength(1);
});
