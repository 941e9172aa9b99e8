import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { asPeople, type People } from "~/db/scope.server";
import { loadWorkerFacts } from "~/domain/kpi/facts.server";
import { logTraining, removeTraining } from "~/domain/training/log-training.server";
import { listRecentCourses, listTraining } from "~/domain/training/repository.server";
import type { TrainingEntry } from "~/domain/training/schema";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";

function anEntry(given: Partial<TrainingEntry> = {}): TrainingEntry {
  return {
    ...{
      recordRef: randomUUID(),
      attendedOn: "2026-06-01",
      title: "依存症の理解",
      topic: "addiction",
      format: "lecture",
      hours: 1.5,
    },
    ...{ inWorkingTime: true, publiclyFunded: true },
    ...given,
  };
}

async function aWorkerWithScope() {
  const tenant = await aContract();
  const staffId = await aWorker(tenant);
  return { tenant, staffId, people: await aWorkerSignedIn(tenant, staffId) };
}

const year = (people: People, staffId: string) =>
  listTraining(people, staffId, { fiscalYear: 2026, page: 1, pageSize: 20 });

test("a form that is sent twice, even at the same moment, stands once", async () => {
  const { people, staffId } = await aWorkerWithScope();
  const entry = anEntry();
  const results = await Promise.all([logTraining(people, staffId, entry), logTraining(people, staffId, entry)]);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(results.map((result) => result.ok && result.duplicate).sort()).toEqual([false, true]);
  expect(await year(people, staffId)).toMatchObject({ total: 1, hours: 1.5 });
});

test("a day holds 24 hours and not a quarter of an hour more", async () => {
  const { people, staffId } = await aWorkerWithScope();
  expect(await logTraining(people, staffId, anEntry({ hours: 22 }))).toMatchObject({ ok: true });
  expect(await logTraining(people, staffId, anEntry({ hours: 2.25 }))).toEqual({
    ok: false,
    reason: "tooManyHours",
    hoursBefore: 22,
  });
  expect(await logTraining(people, staffId, anEntry({ hours: 2 }))).toMatchObject({ ok: true });
  expect(await logTraining(people, staffId, anEntry({ hours: 2, attendedOn: "2026-06-02" }))).toMatchObject({
    ok: true,
  });
});

test("two forms for the same day at the same moment do not pass 24 hours together", async () => {
  const { people, staffId } = await aWorkerWithScope();
  const results = await Promise.all([1, 2, 3].map(() => logTraining(people, staffId, anEntry({ hours: 12.5 }))));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test("a colleague's records are neither listed, nor logged, nor removed", async () => {
  const { tenant, people, staffId } = await aWorkerWithScope();
  const colleague = await aWorker(tenant);
  const theirs = await aWorkerSignedIn(tenant, colleague);
  const logged = await logTraining(theirs, colleague, anEntry());
  expect(await year(people, colleague)).toMatchObject({ rows: [], total: 0, hours: 0 });
  expect(await listRecentCourses(people, colleague)).toEqual([]);
  expect(logged.ok && (await removeTraining(people, staffId, logged.recordId))).toBe(false);
  expect(logged.ok && (await removeTraining(people, colleague, logged.recordId))).toBe(false);
  await expect(logTraining(people, colleague, anEntry())).rejects.toThrow(/row-level security/);
});

test("the same form with other content is another record, and so is a colleague's with the same reference", async () => {
  const { tenant, people, staffId } = await aWorkerWithScope();
  const colleague = await aWorker(tenant);
  const entry = anEntry();
  await logTraining(people, staffId, entry);
  expect(await logTraining(people, staffId, { ...entry, title: "発達障害の理解" })).toMatchObject({ duplicate: false });
  const theirs = await aWorkerSignedIn(tenant, colleague);
  expect(await logTraining(theirs, colleague, entry)).toMatchObject({ ok: true, duplicate: false });
  expect([await year(people, staffId), await year(theirs, colleague)]).toMatchObject([{ total: 2 }, { total: 1 }]);
});

test("hours of the fiscal year are summed in all and by topic, and reach the worker's facts", async () => {
  const { people, staffId } = await aWorkerWithScope();
  await logTraining(people, staffId, anEntry({ hours: 1.5 }));
  await logTraining(people, staffId, anEntry({ hours: 2.25, topic: "basic", attendedOn: "2026-04-01" }));
  await logTraining(people, staffId, anEntry({ hours: 3, attendedOn: "2026-03-31" }));
  // 1.5 + 2.25 = 3.75; the 3 hours of 31 March belong to fiscal year 2025.
  expect(await year(people, staffId)).toMatchObject({
    ...{ total: 2, hours: 3.75 },
    byTopic: [
      { topic: "basic", hours: 2.25 },
      { topic: "addiction", hours: 1.5 },
    ],
  });
  const facts = await asPeople(people, (tx) => loadWorkerFacts(tx, people, "2026-06-01"));
  expect(facts.workers[0]?.training.map((record) => record.hours)).toEqual([2.25, 1.5]);
});

test("recent courses come once each, the latest first", async () => {
  const { people, staffId } = await aWorkerWithScope();
  await logTraining(people, staffId, anEntry({ title: "A", attendedOn: "2026-05-01", hours: 1 }));
  await logTraining(people, staffId, anEntry({ title: "B", attendedOn: "2026-05-02", hours: 2 }));
  await logTraining(people, staffId, anEntry({ title: "A", attendedOn: "2026-05-03", hours: 3 }));
  expect((await listRecentCourses(people, staffId)).map(({ title, hours }) => [title, hours])).toEqual([
    ["A", 3],
    ["B", 2],
  ]);
});

test("what was logged by form can be taken back; what was imported stays", async () => {
  const { tenant, people, staffId } = await aWorkerWithScope();
  const logged = await logTraining(people, staffId, anEntry());
  await logTraining(people, staffId, anEntry());
  await asOwner((owner) =>
    owner.query("UPDATE training_record SET record_ref = 'TR-1' WHERE contract_id = $1 AND id <> $2", [
      tenant.contractId,
      logged.ok ? logged.recordId : null,
    ]),
  );
  const imported = (await year(people, staffId)).rows.find((row) => !row.open);
  expect(await removeTraining(people, staffId, imported?.id ?? "")).toBe(false);
  expect(logged.ok && (await removeTraining(people, staffId, logged.recordId))).toBe(true);
  expect(await year(people, staffId)).toMatchObject({ total: 1 });
  const audit = await asOwner((owner) =>
    owner.query("SELECT action FROM audit_entry WHERE contract_id = $1", [tenant.contractId]),
  );
  expect(audit.rows).toEqual([{ action: "training.remove" }]);
});
