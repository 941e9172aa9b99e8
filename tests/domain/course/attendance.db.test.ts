import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { asTenant, type Tenant } from "~/db/scope.server";
import { getDateSheet, recordAttendance } from "~/domain/course/record-attendance.server";
import { addCourse, changeCourse, copyPlan, setCourseCancelled } from "~/domain/course/save-course.server";
import { getCourse, listPlan } from "~/domain/course/plan.server";
import { courseForm, type CourseEntry } from "~/domain/course/schema";
import { signUp } from "~/domain/course/sign-up.server";
import { logTraining } from "~/domain/training/log-training.server";

import { aCourse } from "../../setup/courses";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";

const [BEFORE, HELD] = ["2026-06-01", "2026-06-10"];

async function recordsOf(tenant: Tenant) {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<Record<string, unknown>[]>`
      SELECT staff_id::text AS staff, record_ref AS ref, title, topic, format, hours::float8, attended_on::text AS day, approval,
        in_working_time AS "inTime", publicly_funded AS paid FROM training_record ORDER BY staff_id, record_ref`,
  );
}

async function mark(tenant: Tenant, dateId: string, attended: string[]) {
  const sheet = await getDateSheet(tenant, dateId);
  return recordAttendance(tenant, dateId, { mark: sheet?.mark ?? "", attended }, HELD);
}

async function anEntry(tenant: Tenant, courseId: string): Promise<CourseEntry> {
  const course = await getCourse(tenant, courseId);
  if (!course) throw new Error("a course");
  const { dates, seats, costJpy, provider, ...rest } = course;
  return {
    ...rest,
    ...{
      courseRef: randomUUID(),
      seats: seats ?? undefined,
      costJpy: costJpy ?? undefined,
      provider: provider ?? undefined,
    },
    dates: dates.map(({ id, heldOn, startTime, place, videoUrl, cancelled }) => ({
      ...{ id, heldOn, startTime, place, videoUrl, cancelled },
    })),
  };
}

test("attendance makes one approved record each from the course; twice is once, and un-marking takes it away", async () => {
  const tenant = await aContract();
  const [a, b] = [await aWorker(tenant), await aWorker(tenant)];
  const { dateId } = await aCourse(tenant, {
    title: "多重債務の実務",
    topic: "multiple_debt",
    hours: 2.5,
    payer: "worker",
  });
  await signUp(await aWorkerSignedIn(tenant, a), dateId, BEFORE);
  expect(await mark(tenant, dateId, [a, b])).toEqual({ ok: true, attended: 2 });
  expect(await mark(tenant, dateId, [a, b])).toEqual({ ok: true, attended: 2 });
  const of = (staff: string) => ({
    ...{ staff, ref: `course:${dateId}:${staff}`, title: "多重債務の実務", topic: "multiple_debt", format: "lecture" },
    ...{ hours: 2.5, day: HELD, approval: "approved", inTime: true, paid: false },
  });
  expect(await recordsOf(tenant)).toEqual([a, b].sort().map(of));
  expect(await mark(tenant, dateId, [b])).toEqual({ ok: true, attended: 1 });
  expect(await recordsOf(tenant)).toEqual([of(b)]);
  const sheet = await getDateSheet(tenant, dateId);
  const stated = sheet?.people.map(({ staffId, status, attendance }) => [staffId, status, attendance]);
  expect(stated).toEqual(
    expect.arrayContaining([
      [a, "signed_up", "absent"],
      [b, "signed_up", "attended"],
    ]),
  );
});

test("a second manager who opened the sheet before the first saved is shown what stands", async () => {
  const tenant = await aContract();
  const [a, b] = [await aWorker(tenant), await aWorker(tenant)];
  const { dateId } = await aCourse(tenant);
  const opened = (await getDateSheet(tenant, dateId))?.mark ?? "";
  expect(await recordAttendance(tenant, dateId, { mark: opened, attended: [a] }, HELD)).toMatchObject({ ok: true });
  const second = await recordAttendance(tenant, dateId, { mark: opened, attended: [b] }, HELD);
  expect(second).toMatchObject({ ok: false, reason: "conflict" });
  expect((await recordsOf(tenant)).map((record) => record.staff)).toEqual([a]);
});

test("attendance is refused before the day, and as a whole where somebody's day would pass 24 hours", async () => {
  const tenant = await aContract();
  const [a, b] = [await aWorker(tenant), await aWorker(tenant, { staffCode: "B" })];
  const { dateId } = await aCourse(tenant, { hours: 2 });
  const early = (await getDateSheet(tenant, dateId))?.mark ?? "";
  expect(await recordAttendance(tenant, dateId, { mark: early, attended: [a] }, "2026-06-09")).toEqual({
    ...{ ok: false, reason: "early" },
  });
  const day = { topic: "basic", format: "ojt", inWorkingTime: true, publiclyFunded: true } as const;
  const people = await aWorkerSignedIn(tenant, b);
  await logTraining(people, b, { ...day, recordRef: randomUUID(), attendedOn: HELD, title: "同行", hours: 22.25 });
  // 22.25 + 2 = 24.25 hours
  expect(await mark(tenant, dateId, [a, b])).toMatchObject({
    ...{ ok: false, reason: "problems" },
    problems: [{ staffCode: "B", problem: "tooManyHours", hours: 24.25 }],
  });
  expect((await recordsOf(tenant)).map((record) => record.staff)).toEqual([b]);
  expect((await getDateSheet(tenant, dateId))?.people.every((person) => person.attendance === null)).toBe(true);
});

test("what a person had logged of the same course becomes the course's record, and logging it afterwards adds nothing", async () => {
  const tenant = await aContract();
  const a = await aWorker(tenant);
  const people = await aWorkerSignedIn(tenant, a);
  const { dateId } = await aCourse(tenant, { title: "同じ研修", hours: 2 });
  const entry = {
    ...({ attendedOn: HELD, title: "同じ研修", topic: "other", format: "lecture", hours: 3 } as const),
    ...{ inWorkingTime: false, publiclyFunded: false },
  };
  await logTraining(people, a, { ...entry, recordRef: randomUUID() });
  await mark(tenant, dateId, [a]);
  const [only, ...rest] = await recordsOf(tenant);
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ ref: `course:${dateId}:${a}`, topic: "addiction", hours: 2, inTime: true, paid: true });
  expect(await logTraining(people, a, { ...entry, recordRef: randomUUID() })).toMatchObject({
    ok: true,
    duplicate: true,
  });
});

test("correcting a course corrects the records that came from it, and an older form is shown what stands", async () => {
  const tenant = await aContract();
  const a = await aWorker(tenant);
  const { courseId, dateId } = await aCourse(tenant, { hours: 2 });
  await mark(tenant, dateId, [a]);
  const entry = await anEntry(tenant, courseId);
  expect(await changeCourse(tenant, courseId, { ...entry, hours: 3.5, format: "role_play" })).toMatchObject({
    ok: true,
  });
  expect(await recordsOf(tenant)).toMatchObject([{ hours: 3.5, format: "role_play" }]);
  expect(await changeCourse(tenant, courseId, { ...entry, hours: 1 })).toMatchObject({
    ...{ ok: false, reason: "conflict" },
    stands: { hours: 3.5, version: 2 },
  });
  expect(await setCourseCancelled(tenant, courseId, { cancelled: true, version: 2 })).toMatchObject({
    reason: "attended",
  });
});

test("more seats let those who waited longest move up", async () => {
  const tenant = await aContract();
  const { courseId, dateId } = await aCourse(tenant, { seats: 1 });
  for (let one = 0; one < 4; one += 1)
    await signUp(await aWorkerSignedIn(tenant, await aWorker(tenant)), dateId, BEFORE);
  await changeCourse(tenant, courseId, { ...(await anEntry(tenant, courseId)), seats: 3 });
  expect((await getCourse(tenant, courseId))?.dates).toMatchObject([{ seats: 3, signedUp: 3, waiting: 1 }]);
});

test("a course is added once with its dates, and last year's plan is copied once without them", async () => {
  const tenant = await aContract();
  const given = {
    ...{ courseRef: randomUUID(), fiscalYear: "2025", quarter: "2", title: "自殺対策", topic: "mental_health" },
    ...{ format: "case_study", hours: "3", seats: "20", costJpy: "30,000", payer: "contractor", inWorkingTime: "1" },
    ...{ dateId: ["", ""], heldOn: ["2025/7/1", ""], startTime: ["9:30", ""], place: ["本所", ""], videoUrl: ["", ""] },
  };
  const entry = courseForm.parse(given);
  await Promise.all([addCourse(tenant, entry), addCourse(tenant, entry)]);
  expect(await listPlan(tenant, 2025)).toMatchObject([
    { quarter: 2, costJpy: 30000, dates: [{ heldOn: "2025-07-01", startTime: "09:30", place: "本所" }] },
  ]);
  expect([await copyPlan(tenant, 2026), await copyPlan(tenant, 2026)]).toEqual([1, 0]);
  expect(await listPlan(tenant, 2026)).toMatchObject([{ title: "自殺対策", seats: 20, dates: [] }]);
});

test("another contract's course and date are not there", async () => {
  const [mine, theirs] = [await aContract(), await aContract()];
  const { courseId, dateId } = await aCourse(theirs);
  expect(await getCourse(mine, courseId)).toBeNull();
  expect(await getDateSheet(mine, dateId)).toBeNull();
  expect(await recordAttendance(mine, dateId, { mark: "", attended: [] }, HELD)).toMatchObject({ reason: "gone" });
  const kept = await asOwner((owner) => owner.query("SELECT FROM course_date WHERE id = $1", [dateId]));
  expect(kept.rowCount).toBe(1);
});
