import { expect, test } from "vitest";

import { superviseesOn } from "~/domain/supervision/overview.server";
import { ownYear } from "~/domain/workforce/own-year.server";

import { aContract, anOffice, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";
import { aRow } from "../../setup/rows";

const DAY = "2026-11-24";
const SESSION = "11111111-1111-4111-8111-111111111111";

async function aTeam() {
  const tenant = await aContract();
  const officeId = await anOffice(tenant, "A");
  const own = await aWorker(tenant, { staffCode: "SV1", role: "supervisor" });
  const [met, missed, stranger, left] = [
    await aWorker(tenant, { staffCode: "W1", officeId }),
    await aWorker(tenant, { staffCode: "W2" }),
    await aWorker(tenant, { staffCode: "W3" }),
    await aWorker(tenant, { staffCode: "W4", leftOn: "2026-10-31" }),
  ];
  for (const [n, day] of ["2026-05-10", "2026-08-10", "2026-10-10"].entries()) {
    const id = SESSION.replace(/.$/, String(n));
    const status = { id, session_ref: id, held_on: day, minutes: 60, kind: "individual", status: "held" };
    await aRow(tenant, "supervision_session", status);
    for (const staffId of [met, stranger])
      await aRow(tenant, "supervision_attendance", { session_id: id, staff_id: staffId, attendance: "attended" });
  }
  return { tenant, met, missed, stranger, left, people: await aSupervisorOf(tenant, [met, missed, left], own) };
}

test("a supervisor sees the supervisees in post, with names, quarters and who needs a session first", async () => {
  const { people } = await aTeam();
  const { rows, waiting } = await superviseesOn(people, DAY);
  expect(rows.map(({ name, officeName, cells }) => [name, officeName, cells.map((cell) => cell.state)])).toEqual([
    ["支援 W1", "事業所A", ["done", "done", "done", "due"]],
    ["支援 W2", null, ["missed", "missed", "due", "due"]],
  ]);
  expect(waiting.map(({ name, need }) => [name, need])).toEqual([["支援 W2", { reason: "missed", missing: 2 }]]);
});

test("a worker's own year has the own figures, quarters and tasks, and nobody else's year can be asked for", async () => {
  const { tenant, met, missed } = await aTeam();
  await aRow(tenant, "training_record", {
    ...{ record_ref: "T1", staff_id: missed, attended_on: "2026-06-01", title: "基礎", topic: "basic" },
    ...{ format: "lecture", hours: 10 },
  });
  const people = await aWorkerSignedIn(tenant, missed);
  const year = await ownYear(people, missed, DAY);
  expect(year).toMatchObject({ staffCode: "W2", trainingHours: 10, trainingTarget: 20, cap: 50, annualCases: 0 });
  // 20 h x 3 quarters / 4 = 15 h by 31 December; 15 - 10 = 5 are missing.
  expect(year?.tasks).toEqual([
    { code: "supervisionDue", quarter: 3, endsOn: "2026-12-31", daysLeft: 37 },
    { code: "supervisionMissing", missing: 2 },
    { code: "training", hoursMissing: 5, hoursGoal: 15, endsOn: "2026-12-31" },
  ]);
  expect(await ownYear(people, met, DAY)).toBeNull();
});
