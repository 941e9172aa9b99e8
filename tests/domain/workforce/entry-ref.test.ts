import { expect, test } from "vitest";
import { z } from "zod";

import { entryRef } from "~/domain/workforce/entry-ref.server";

test("the same form with the same content has the same reference, whatever the order of its fields", () => {
  const given = entryRef("p", "f", { title: "面接", hours: 2 });
  expect(entryRef("p", "f", { hours: 2, title: "面接" })).toBe(given);
  const others = [entryRef("q", "f", { title: "面接", hours: 2 }), entryRef("p", "g", { title: "面接", hours: 2 })];
  expect(new Set([given, ...others, entryRef("p", "f", { title: "面接", hours: 3 })]).size).toBe(4);
});

test("every reference is a UUID that forms and rows take", () => {
  for (let index = 0; index < 200; index += 1)
    expect(z.uuid().safeParse(entryRef("p", `${index}`, {})).success).toBe(true);
});
