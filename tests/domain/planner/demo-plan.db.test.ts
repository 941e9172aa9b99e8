import { beforeAll, expect, test } from "vitest";

import { run as demoCommand } from "~/cli/commands/demo";
import { peopleOf } from "~/db/scope.server";
import { violations } from "~/domain/planner/checker";
import { confirmPlan } from "~/domain/planner/confirm-plan.server";
import { proposePlan, readPlan, type Planner } from "~/domain/planner/drafts.server";
import { DEFAULT_SETTINGS } from "~/domain/planner/plan";
import { superviseesOn } from "~/domain/supervision/overview.server";

import { asOwner } from "../../setup/factories";

const TODAY = "2026-11-24";
const said: string[] = [];
const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), locale: "ja" as const };

beforeAll(async () => {
  expect(await demoCommand(["--today", TODAY, "--json"], io)).toBe(0);
}, 240_000);

async function demoPlanner(): Promise<Planner> {
  const { rows } = await asOwner((owner) =>
    owner.query<{ id: string; user_id: string; ward_id: string; contract_id: string; staff: string[] }>(
      `SELECT m.id, m.user_id, m.ward_id, m.contract_id, array(SELECT staff_id::text FROM supervisee WHERE membership_id = m.id) AS staff
       FROM membership m JOIN user_account u ON u.id = m.user_id WHERE u.email = 'supervisor@demo.example'`,
    ),
  );
  const [one] = rows;
  if (!one) throw new Error("The demo has no supervisor.");
  const people = peopleOf(one.ward_id, one.contract_id, one.staff, one.user_id);
  return { people, membershipId: one.id, today: TODAY };
}

test("the demo's largest contract is planned for both quarters that lie ahead, and everyone who is there has a session", async () => {
  const planner = await demoPlanner();
  for (const quarter of [
    { fiscalYear: 2026, quarter: 3 },
    { fiscalYear: 2026, quarter: 4 },
  ] as const) {
    const made = await proposePlan(planner, quarter, { ...DEFAULT_SETTINGS });
    if (!made.ok) throw new Error("stale");
    const { input, unplaced, draft } = await readPlan(planner, quarter);
    expect(input.workers.length).toBeGreaterThan(10);
    expect(violations(draft?.items ?? [], input)).toEqual([]);
    expect(made.draft.settings.proven).toBe(true);
    // Whoever is left out is on leave or not employed on every open day that is left.
    expect(
      unplaced.filter(({ blockers }) => !blockers.every(({ code }) => /onLeave|notEmployed|away/.test(code))),
    ).toEqual([]);
  }
});

test("confirmed, nobody of the running quarter is without a session, done or planned, who is not away throughout", async () => {
  const planner = await demoPlanner();
  const quarter = { fiscalYear: 2026, quarter: 3 } as const;
  const { draft, unplaced } = await readPlan(planner, quarter);
  const plan = { planId: draft?.planId ?? "", version: draft?.version ?? 0 };
  const writing = { at: new Date(`${TODAY}T00:00:00Z`), mailing: null };
  expect(await confirmPlan(planner, plan, "", writing)).toMatchObject({ ok: true, sessions: draft?.items.length });
  const away = unplaced.map(({ workerId }) => workerId);
  const { rows } = await superviseesOn(planner.people, TODAY);
  const open = rows.filter(({ cells, staffId }) => cells[2]?.state === "due" && !away.includes(staffId));
  expect(open.map(({ staffCode }) => staffCode)).toEqual([]);
});
