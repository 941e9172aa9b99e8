import { randomUUID } from "node:crypto";

import { beforeEach, expect, test } from "vitest";

import { asPeople, tenantOf, type People, type Tenant } from "~/db/scope.server";
import { careerInbox } from "~/domain/career/inbox.server";
import { addOwnQualification } from "~/domain/qualification/change.server";
import {
  addCourse,
  getOwnRenewal,
  getRenewalOf,
  noteApplication,
  noteExemptHours,
  removeCourse,
} from "~/domain/qualification/renewals.server";
import { decideExemptHours, decideQualification } from "~/domain/qualification/verify.server";
import { ownYear } from "~/domain/workforce/own-year.server";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";
import { aRow } from "../../setup/rows";

/** Registered on 1 April 2021 until 31 March 2026: the window is 31 December 2025 to 1 March 2026. */
const OPEN = "2026-01-10";
let tenant: Tenant;
let staffId: string;
let people: People;

beforeEach(async () => {
  const manager = randomUUID();
  await asOwner((owner) =>
    owner.query("INSERT INTO user_account (id, email, name) VALUES ($1, $2, '管理')", [
      manager,
      `${manager}@example.jp`,
    ]),
  );
  const contract = await aContract();
  tenant = tenantOf(contract.wardId, contract.contractId, manager);
  staffId = await aWorker(tenant, { staffCode: "K1" });
  people = await aWorkerSignedIn(tenant, staffId);
  await aRow(tenant, "qualification", {
    ...{ staff_id: staffId, kind: "career_consultant", obtained_on: "2021-04-01", expires_on: "2026-03-31" },
  });
});

const course = (title: string, hours: number, completedOn: string) =>
  ({ formRef: randomUUID(), part: "skill", title, hours, completedOn }) as const;
const now = async (day = OPEN) => (await getOwnRenewal(people, staffId, day))?.renewal;

test("courses are entered once, taken back, and counted", async () => {
  const entry = course("技能講習A", 6, "2025-10-01");
  await addCourse(people, staffId, entry, OPEN);
  await addCourse(people, staffId, entry, OPEN);
  expect(await now()).toMatchObject({ courses: [{ title: "技能講習A", hours: 6, completedOn: "2025-10-01" }] });
  expect((await now())?.checklist.skill).toEqual({ hours: 6, required: 30, missing: 24 });
  expect(await removeCourse(people, staffId, (await now())?.courses[0]?.id ?? "")).toBe(true);
  expect((await now())?.courses).toEqual([]);
});

test("own training is offered where it fits, until it is entered", async () => {
  const record = { staff_id: staffId, topic: "other", format: "lecture", hours: 8 };
  const title = "キャリアコンサルタント更新講習（知識）";
  await aRow(tenant, "training_record", { ...record, record_ref: "T1", attended_on: "2025-06-01", title });
  await aRow(tenant, "training_record", { ...record, record_ref: "T2", attended_on: "2025-06-02", title: "依存症" });
  await aRow(tenant, "training_record", { ...record, record_ref: "T3", attended_on: "2021-03-31", title });
  const offer = { title, hours: 8, completedOn: "2025-06-01" };
  expect((await getOwnRenewal(people, staffId, OPEN))?.offers).toEqual([offer]);
  await addCourse(people, staffId, { formRef: randomUUID(), part: "knowledge", ...offer }, OPEN);
  expect((await getOwnRenewal(people, staffId, OPEN))?.offers).toEqual([]);
});

test("an application is noted within the window alone, keeps the verification, and ends the notices", async () => {
  const early = await noteApplication(people, staffId, { version: 1, appliedOn: "2025-12-30" }, OPEN);
  expect(early).toEqual({ ok: false, reason: "outsideWindow", opensOn: "2025-12-31", closesOn: "2026-03-01" });
  expect((await careerInbox(tenant, OPEN)).renewals).toMatchObject([{ staffCode: "K1", stage: "open", daysLeft: 80 }]);
  expect((await ownYear(people, staffId, OPEN))?.tasks).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ code: "renewal", stage: "open", daysLeft: 80, hoursMissing: 38 }),
    ]),
  );
  expect(await noteApplication(people, staffId, { version: 1, appliedOn: OPEN }, OPEN)).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({ version: 2, checklist: { appliedOn: OPEN, alert: null } });
  expect((await careerInbox(tenant, OPEN)).renewals).toEqual([]);
  const late = await noteApplication(people, staffId, { version: 1, appliedOn: null }, OPEN);
  expect(late).toMatchObject({ ok: false, reason: "conflict" });
});

test.each([
  ["2025-11-30", []],
  ["2025-12-01", ["prepare"]],
  ["2025-12-31", ["open"]],
  ["2026-02-16", ["closing"]],
  ["2026-03-02", ["closed"]],
  ["2026-04-01", []],
])("on %s the manager and the worker hear the same: %j", async (day, stages) => {
  expect((await careerInbox(tenant, day)).renewals.map(({ stage }) => stage)).toEqual(stages);
  const tasks = (await ownYear(people, staffId, day))?.tasks ?? [];
  expect(tasks.flatMap((task) => (task.code === "renewal" ? task.stage : []))).toEqual(stages);
});

test("exempt hours count once the manager has confirmed them, and wait again when changed", async () => {
  await noteExemptHours(people, staffId, { version: 1, hours: 10, reason: "実務" }, OPEN);
  expect(await now()).toMatchObject({ checklist: { skill: { required: 30 }, unconfirmedExempt: 10 } });
  expect((await careerInbox(tenant, OPEN)).exempt).toMatchObject([{ hours: 10 }]);
  const id = (await now())?.qualificationId ?? "";
  expect(await decideExemptHours(tenant, id, { version: 2, confirmed: true })).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({ checklist: { skill: { required: 20 }, unconfirmedExempt: 0 } });
  await noteExemptHours(people, staffId, { version: 3, hours: 4, reason: "実務" }, OPEN);
  expect(await now()).toMatchObject({ exempt: { hours: 4, verified: false }, checklist: { skill: { required: 30 } } });
});

test("a renewed registration waits beside the old one and then takes its place", async () => {
  const entry = { formRef: randomUUID(), kind: "career_consultant", obtainedOn: "2026-03-20", expiresOn: "2031-03-31" };
  const added = await addOwnQualification(people, staffId, { ...entry, kind: "career_consultant" }, null);
  expect(await now("2026-03-21")).toMatchObject({ expiresOn: "2026-03-31", successorWaits: true });
  expect((await careerInbox(tenant, "2026-03-21")).renewals).toEqual([]);
  await decideQualification(tenant, added.ok ? added.id : "", { decision: "verify", version: 1 }, new Date(0));
  expect(await now("2026-03-21")).toMatchObject({ expiresOn: "2031-03-31", checklist: { stage: "later" } });
});

test("a course cannot be put on a colleague's registration", async () => {
  const colleague = await aWorker(tenant);
  const other = await aWorkerSignedIn(tenant, colleague);
  const foreign = (await getRenewalOf(tenant, staffId, OPEN))?.qualificationId ?? "";
  const insert = asPeople(
    other,
    (
      tx,
    ) => tx.$executeRaw`INSERT INTO renewal_course (ward_id, contract_id, qualification_id, staff_id, part, title, hours, completed_on)
      VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${foreign}::uuid, ${colleague}::uuid, 'skill', 'x', 1, '2025-01-01')`,
  );
  await expect(insert).rejects.toThrow(/row-level security/);
  expect(await addCourse(other, colleague, course("x", 1, "2025-01-01"), OPEN)).toBe(false);
});
