import fc from "fast-check";
import { expect, test } from "vitest";

import { asPeople, asTenant, type People, type Tenant } from "~/db/scope.server";
import { listOpenDates, signUp, withdraw } from "~/domain/course/sign-up.server";

import { aCourse } from "../../setup/courses";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";

const TODAY = "2026-06-01";

async function workers(tenant: Tenant, count: number): Promise<People[]> {
  const people: People[] = [];
  for (let one = 0; one < count; one += 1)
    people.push(await aWorkerSignedIn(tenant, await aWorker(tenant, { staffCode: `S${one}` })));
  return people;
}

/** Who has a seat and who waits, in order, behind row-level security. */
async function listOf(dateId: string): Promise<{ seated: string[]; waiting: string[] }> {
  const { rows } = await asOwner((owner) =>
    owner.query<{ staff_id: string; status: string }>(
      "SELECT staff_id, status FROM course_sign_up WHERE date_id = $1 ORDER BY at, staff_id",
      [dateId],
    ),
  );
  const those = (status: string) => rows.filter((row) => row.status === status).map((row) => row.staff_id);
  return { seated: those("signed_up").sort(), waiting: those("waiting") };
}

const staffOf = (people: People) => people.staffIds[0] ?? "";

test("two people who want the last seat at the same moment: one has it, the other waits in first place", async () => {
  const tenant = await aContract();
  const pair = await workers(tenant, 2);
  for (let round = 0; round < 5; round += 1) {
    const { dateId } = await aCourse(tenant, { seats: 1 });
    const answers = await Promise.all(pair.map((people) => signUp(people, dateId, TODAY)));
    expect([...answers].sort()).toEqual(["signed_up", "waiting"]);
    const late = pair[answers.indexOf("waiting")];
    const dates = late ? await listOpenDates(late, TODAY) : [];
    expect(dates.find((date) => date.id === dateId)).toMatchObject({
      ...{ seats: 1, signedUp: 1, waiting: 1 },
      ...{ ownStatus: "waiting", ownPosition: 1 },
    });
  }
});

test("twelve people at once on five seats: five have one, seven wait, nobody twice", async () => {
  const tenant = await aContract();
  const all = await workers(tenant, 12);
  const { dateId } = await aCourse(tenant, { seats: 5 });
  const answers = await Promise.all([...all, ...all].map((people) => signUp(people, dateId, TODAY)));
  expect(answers.filter((answer) => answer === "signed_up")).toHaveLength(10);
  const { seated, waiting } = await listOf(dateId);
  expect([seated.length, waiting.length]).toEqual([5, 7]);
});

test("who withdraws lets the first of the waiting list move up, and stands last when coming back", async () => {
  const tenant = await aContract();
  const [a, b, c] = await workers(tenant, 3);
  if (!a || !b || !c) throw new Error("three people");
  const { dateId } = await aCourse(tenant, { seats: 1 });
  for (const people of [a, b, c]) await signUp(people, dateId, TODAY);
  expect(await withdraw(a, dateId, TODAY)).toBe(true);
  expect(await listOf(dateId)).toEqual({ seated: [staffOf(b)], waiting: [staffOf(c)] });
  expect(await signUp(a, dateId, TODAY)).toBe("waiting");
  expect(await listOf(dateId)).toEqual({ seated: [staffOf(b)], waiting: [staffOf(c), staffOf(a)] });
  expect(await withdraw(c, dateId, TODAY)).toBe(true);
  expect(await withdraw(c, dateId, TODAY)).toBe(false);
  expect(await listOf(dateId)).toEqual({ seated: [staffOf(b)], waiting: [staffOf(a)] });
});

test("past, cancelled and unknown dates take nobody, nor does one on which the person is no longer employed", async () => {
  const tenant = await aContract();
  const people = await aWorkerSignedIn(tenant, await aWorker(tenant, { leftOn: "2026-06-30" }));
  const past = await aCourse(tenant, { heldOn: "2026-05-31" });
  const later = await aCourse(tenant, { heldOn: "2026-07-01" });
  const cancelled = await aCourse(tenant);
  await asOwner((owner) =>
    owner.query("UPDATE training_course SET cancelled = true WHERE id = $1", [cancelled.courseId]),
  );
  const foreign = await aCourse(await aContract());
  for (const { dateId } of [past, later, cancelled, foreign])
    expect(await signUp(people, dateId, TODAY)).toBe("closed");
  const today = await aCourse(tenant, { heldOn: TODAY });
  expect(await signUp(people, today.dateId, TODAY)).toBe("signed_up");
});

test("a worker sees of the others numbers alone, and can neither write a sign-up by hand nor move up", async () => {
  const tenant = await aContract();
  const [a, b] = await workers(tenant, 2);
  if (!a || !b) throw new Error("two people");
  const { dateId } = await aCourse(tenant, { seats: 1 });
  for (const people of [a, b]) await signUp(people, dateId, TODAY);
  const seen = await asPeople(b, (tx) => tx.$queryRaw`SELECT staff_id::text FROM course_sign_up`);
  expect(seen).toEqual([{ staff_id: staffOf(b) }]);
  const jump = asPeople(b, (tx) => tx.$executeRaw`UPDATE course_sign_up SET status = 'signed_up'`);
  expect(await jump).toBe(0);
  const other = await aCourse(tenant, { seats: 1 });
  const forge = asPeople(
    b,
    (tx) => tx.$executeRaw`INSERT INTO course_sign_up (ward_id, contract_id, date_id, staff_id, status)
      VALUES (${b.wardId}::uuid, ${b.contractId}::uuid, ${other.dateId}::uuid, ${staffOf(b)}::uuid, 'signed_up')`,
  );
  await expect(forge).rejects.toThrow(/row-level security/);
});

test("seats and the waiting list are those of a plain list, whatever people do in whatever order", async () => {
  const tenant = await aContract();
  const all = await workers(tenant, 5);
  const step = fc.record({
    who: fc.nat({ max: 4 }),
    does: fc.constantFrom("signUp", "signUp", "withdraw", "moreSeats" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 14 }), async (first, steps) => {
      const { courseId, dateId } = await aCourse(tenant, { seats: first });
      let seats = first;
      // The plain list: everybody in the order in which they came; seats go to the front, and once given are kept.
      let seated: string[] = [];
      let waiting: string[] = [];
      const fill = () => {
        while (seated.length < seats && waiting.length > 0) seated.push(...waiting.splice(0, 1));
      };
      for (const { who, does } of steps) {
        const people = all[who];
        if (!people) continue;
        const own = staffOf(people);
        if (does === "moreSeats") {
          seats += 1;
          await asTenant(tenant, async (tx) => {
            await tx.trainingCourse.updateMany({ where: { id: courseId }, data: { seats } });
            await tx.$queryRaw`SELECT app_fill_seats(${dateId}::uuid)`;
          });
        } else if (does === "signUp") {
          if (!seated.includes(own) && !waiting.includes(own)) waiting.push(own);
          fill();
          expect(await signUp(people, dateId, TODAY)).toBe(seated.includes(own) ? "signed_up" : "waiting");
        } else {
          const there = seated.includes(own) || waiting.includes(own);
          expect(await withdraw(people, dateId, TODAY)).toBe(there);
          seated = seated.filter((one) => one !== own);
          waiting = waiting.filter((one) => one !== own);
        }
        fill();
        expect(await listOf(dateId)).toEqual({ seated: [...seated].sort(), waiting });
      }
    }),
    { numRuns: 25 },
  );
});
