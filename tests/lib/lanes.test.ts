import { expect, test } from "vitest";

import { inLanes } from "~/lib/lanes";

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

test("takes every item once and in order, never more at a time than there are lanes", async () => {
  const begun: number[] = [];
  let [running, most] = [0, 0];
  await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    begun.push(item);
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item; turn += 1) await soon();
    running -= 1;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test("one lane's failure leaves the other items to the others, and is told at the end", async () => {
  const done: number[] = [];
  const work = inLanes([1, 2, 3, 4], 2, async (item) => {
    await soon();
    if (item === 1) throw new Error("the first fails");
    done.push(item);
  });
  await expect(work).rejects.toThrow("the first fails");
  expect(done).toEqual([2, 3, 4]);
});

test("nothing to do is done", async () => {
  await expect(inLanes([], 4, soon)).resolves.toBeUndefined();
});
