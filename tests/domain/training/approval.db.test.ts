import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { asPeople, asTenant, type People } from "~/db/scope.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { derivedFigures } from "~/domain/kpi/derived";
import { indicators } from "~/domain/kpi/rules";
import { decideTraining, listPending } from "~/domain/training/approve-training.server";
import { changeTraining, logTraining, removeTraining } from "~/domain/training/log-training.server";
import { recordClass } from "~/domain/training/record-class.server";
import { getRecord, listTraining } from "~/domain/training/repository.server";
import type { ClassEntry, TrainingEntry } from "~/domain/training/schema";
import { contractStanding, ownStanding } from "~/domain/training/standing.server";

import { askForApproval } from "../../setup/courses";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";

const DAY = "2026-06-30";

function anEntry(given: Partial<TrainingEntry> = {}): TrainingEntry {
  return {
    ...{
      recordRef: randomUUID(),
      attendedOn: "2026-06-01",
      title: "依存症の理解",
      topic: "addiction",
      format: "lecture",
    },
    ...{ hours: 2, inWorkingTime: true, publiclyFunded: true },
    ...given,
  };
}

async function aWorkerWhoWaits() {
  const tenant = await aContract();
  await askForApproval(tenant, 2026);
  const staffId = await aWorker(tenant, { staffCode: "W1" });
  const people = await aWorkerSignedIn(tenant, staffId);
  const logged = await logTraining(people, staffId, anEntry());
  if (!logged.ok) throw new Error("logged");
  return { tenant, staffId, people, recordId: logged.recordId };
}

const decide = (decision: "approved" | "rejected", id: string, version = 1) => ({
  ...{ decision, records: [{ id, version }], note: decision === "rejected" ? "修了証を添付してください" : undefined },
});

test("what a worker logs waits where the terms ask for it, by the day's fiscal year and the newest version", async () => {
  const tenant = await aContract();
  await askForApproval(tenant, 2025, false);
  await askForApproval(tenant, 2026, false, 1);
  await askForApproval(tenant, 2026, true, 2);
  const staffId = await aWorker(tenant);
  const people = await aWorkerSignedIn(tenant, staffId);
  const approvalOn = async (attendedOn: string) => {
    const logged = await logTraining(people, staffId, anEntry({ attendedOn }));
    return logged.ok && logged.approval;
  };
  expect(await approvalOn("2026-03-31")).toBe("approved");
  expect(await approvalOn("2026-04-01")).toBe("pending");
  expect(await approvalOn("2024-10-01")).toBe("approved");
});

test("what waits or was rejected counts in no indicator and no figure; once approved it does", async () => {
  const { tenant, staffId, people, recordId } = await aWorkerWhoWaits();
  const figures = () =>
    asTenant(tenant, async (tx) => {
      const facts = await loadContractFacts(tx, tenant, DAY);
      return { indicators: indicators(facts), derived: derivedFigures(facts) };
    });
  const hours = async () => (await figures()).indicators.find(({ key }) => key === "trainingHours")?.value;
  const waiting = await figures();
  expect(await hours()).toBe(0);
  expect(await ownStanding(people, staffId, DAY)).toMatchObject({ hours: 0, pendingHours: 2, pendingRecords: 1 });
  await asOwner((owner) => owner.query("UPDATE training_record SET approval = 'rejected' WHERE id = $1", [recordId]));
  expect(await figures()).toEqual(waiting);
  await asOwner((owner) => owner.query("DELETE FROM training_record WHERE id = $1", [recordId]));
  expect(await figures()).toEqual(waiting);
  const again = await logTraining(people, staffId, anEntry());
  await decideTraining(tenant, decide("approved", again.ok ? again.recordId : ""));
  expect(await hours()).toBe(2);
  expect(await contractStanding(tenant, DAY)).toMatchObject([{ hours: 2, pendingRecords: 0 }]);
});

test("nobody approves their own: neither by writing the word nor by undoing a rejection nor by a decided record", async () => {
  const { tenant, staffId, people, recordId } = await aWorkerWhoWaits();
  const byHand = (sql: string) => asPeople(people, (tx) => tx.$executeRawUnsafe(sql));
  await expect(byHand("UPDATE training_record SET approval = 'approved'")).rejects.toThrow(/row-level security/);
  const forged = `INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, topic, format, hours)
    VALUES ('${tenant.wardId}', '${tenant.contractId}', 'X', '${staffId}', '2026-06-02', 'X', 'other', 'lecture', 1)`;
  await expect(byHand(forged)).rejects.toThrow(/row-level security/);
  await decideTraining(tenant, decide("rejected", recordId));
  await expect(byHand("UPDATE training_record SET approval = 'approved'")).rejects.toThrow(/row-level security/);
  // A change sends it to the manager again.
  expect(await changeTraining(people, staffId, recordId, { ...anEntry({ hours: 1.5 }), version: 2 })).toEqual({
    ok: true,
  });
  expect((await getRecord(people, staffId, recordId))?.record).toMatchObject({
    approval: "pending",
    decisionNote: null,
  });
  await decideTraining(tenant, decide("approved", recordId, 3));
  expect(await byHand("UPDATE training_record SET hours = 24, approval = 'pending'")).toBe(0);
  expect(await byHand("DELETE FROM training_record")).toBe(0);
  expect(await removeTraining(people, staffId, recordId)).toBe(false);
  expect(await changeTraining(people, staffId, recordId, { ...anEntry(), version: 4 })).toEqual({
    ok: false,
    reason: "gone",
  });
});

test("the worker reads why a record was rejected, and may take it back", async () => {
  const { tenant, staffId, people, recordId } = await aWorkerWhoWaits();
  expect(await decideTraining(tenant, decide("rejected", recordId))).toBe(1);
  const [row] = (await listTraining(people, staffId, { fiscalYear: 2026, page: 1, pageSize: 20 })).rows;
  expect(row).toMatchObject({ approval: "rejected", decisionNote: "修了証を添付してください", open: true });
  expect(await removeTraining(people, staffId, recordId)).toBe(true);
});

test("the manager decides what was seen: a record changed meanwhile waits on, and a decided one is not decided again", async () => {
  const { tenant, staffId, people, recordId } = await aWorkerWhoWaits();
  expect((await listPending(tenant, 1, 20)).rows).toMatchObject([{ id: recordId, staffCode: "W1", version: 1 }]);
  await changeTraining(people, staffId, recordId, { ...anEntry({ hours: 8 }), version: 1 });
  expect(await decideTraining(tenant, decide("approved", recordId, 1))).toBe(0);
  expect(await decideTraining(tenant, decide("approved", recordId, 2))).toBe(1);
  expect(await decideTraining(tenant, decide("rejected", recordId, 3))).toBe(0);
  const audit = await asOwner((owner) =>
    owner.query("SELECT action FROM audit_entry WHERE contract_id = $1 AND actor_role = 'manager'", [
      tenant.contractId,
    ]),
  );
  expect(audit.rows).toEqual([{ action: "training.approved" }]);
});

test("two who change the same record: the second is shown what stands", async () => {
  const { staffId, people, recordId } = await aWorkerWhoWaits();
  const change = (hours: number) => changeTraining(people, staffId, recordId, { ...anEntry({ hours }), version: 1 });
  const results = await Promise.all([change(1), change(3)]);
  expect(results.map((result) => result.ok || ("reason" in result && result.reason)).sort()).toEqual([
    "conflict",
    true,
  ]);
});

test("without approval in the terms a person puts right what they logged, and nothing that was imported or entered for them", async () => {
  const tenant = await aContract();
  const staffId = await aWorker(tenant);
  const people = await aWorkerSignedIn(tenant, staffId);
  const logged = await logTraining(people, staffId, anEntry());
  const recordId = logged.ok ? logged.recordId : "";
  expect(await changeTraining(people, staffId, recordId, { ...anEntry({ hours: 3 }), version: 1 })).toEqual({
    ok: true,
  });
  const { attendedOn, title, topic, format, hours, inWorkingTime, publiclyFunded } = anEntry();
  const entry: ClassEntry = {
    ...{ recordRef: randomUUID(), attendedOn, title, provider: undefined, topic, format, hours, inWorkingTime },
    ...{ publiclyFunded, attendees: [{ staffId, hours: 1.25 }] },
  };
  await recordClass(tenant, entry);
  const rows = (await listTraining(people, staffId, { fiscalYear: 2026, page: 1, pageSize: 20 })).rows;
  expect(rows.map((row) => [row.hours, row.open]).sort()).toEqual([
    [1.25, false],
    [3, true],
  ]);
  const closed = rows.find((row) => !row.open)?.id ?? "";
  const byHand = (one: People) =>
    asPeople(one, (tx) => tx.$executeRaw`UPDATE training_record SET hours = 9 WHERE id = ${closed}::uuid`);
  expect(await byHand(people)).toBe(0);
});

test("a class is written down once for everybody, with each person's own hours", async () => {
  const tenant = await aContract();
  await askForApproval(tenant, 2026);
  const staff = [await aWorker(tenant), await aWorker(tenant), await aWorker(tenant)];
  const entry: ClassEntry = {
    ...anEntry({ title: "集合研修", hours: 3 }),
    provider: undefined,
    attendees: staff.map((staffId, index) => ({ staffId, hours: index === 0 ? 1.5 : 3 })),
  };
  expect(await recordClass(tenant, entry)).toEqual({ ok: true, added: 3, already: 0 });
  expect(await recordClass(tenant, entry)).toEqual({ ok: true, added: 0, already: 3 });
  // 1.5 + 3 + 3 = 7.5 hours over three people: 2.5 each
  const facts = await asTenant(tenant, (tx) => loadContractFacts(tx, tenant, DAY));
  expect(indicators(facts).find(({ key }) => key === "trainingHours")).toMatchObject({ value: 2.5, numerator: 7.5 });
});

test("a class is refused as a whole, naming who is above 24 hours and who was not employed", async () => {
  const tenant = await aContract();
  const [fine, full, gone] = [
    ...[await aWorker(tenant, { staffCode: "A" }), await aWorker(tenant, { staffCode: "B" })],
    await aWorker(tenant, { staffCode: "C", leftOn: "2026-05-31" }),
  ];
  const people = await aWorkerSignedIn(tenant, full ?? "");
  await logTraining(people, full ?? "", anEntry({ hours: 23 }));
  const attendees = [fine, full, gone].map((staffId) => ({ staffId: staffId ?? "", hours: 2 }));
  expect(
    await recordClass(tenant, { ...anEntry({ title: "集合研修" }), provider: undefined, attendees }),
  ).toMatchObject({
    ok: false,
    problems: [
      { staffCode: "B", problem: "tooManyHours", hours: 25 },
      { staffCode: "C", problem: "notEmployed" },
    ],
  });
  const kept = await asTenant(tenant, (tx) => tx.trainingRecord.count());
  expect(kept).toBe(1);
});
