import { expect, test } from "vitest";

import { formFieldsOf, staffingForm } from "~/domain/simulator/form";
import { formValues, parseForm } from "~/lib/form";

import { staffingInputWith } from "../../setup/staffing";

const BASIS = { day: "2026-11-24", side: "contractor", cap: 50, fte: 6.5 } as const;

function read(fields: Record<string, string>, side: "contractor" | "ward" = "contractor") {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseForm(staffingForm({ ...BASIS, side }), form);
}

test("an empty form assumes nothing: the specification's cap, and a search from the next month", () => {
  const expected = staffingInputWith({ searchMonth: "2026-12" });
  expect(read({ hireFte1: "", hireRole1: "support_worker", cap: "" })).toEqual({ ok: true, data: expected });
});

test("rows left empty are passed over, digits may be full-width and yen have commas", () => {
  const fields = {
    hireFte2: "１．５",
    hireMonth2: "2027-01",
    hireRole2: "outreach_worker",
    leaveFte1: "0.3",
    leaveMonth1: "2026-11",
  };
  expect(read({ ...fields, currentFeeJpy: "42,000,000", newSharePercent: "50" })).toEqual({
    ok: true,
    data: staffingInputWith({
      hires: [{ fte: 1.5, month: "2027-01", role: "outreach_worker" }],
      departures: [{ fte: 0.3, month: "2026-11" }],
      ...{ currentFeeJpy: 42_000_000, newSharePercent: 50, searchMonth: "2026-12" },
    }),
  });
});

test("everything that does not fit is said at once, field by field, and what was typed stays", () => {
  const fields = {
    hireFte1: "abc",
    hireMonth1: "2026-11",
    hireFte2: "1",
    leaveFte1: "7",
    leaveMonth1: "2026-12",
    demandPercent: "300",
  };
  const result = read(fields);
  expect(result).toMatchObject({
    problems: {
      hireFte1: { code: "notNumber" },
      hireMonth1: { code: "choose" },
      hireMonth2: { code: "choose" },
      leaveFte1: { code: "tooLarge", params: { max: 6.5 } },
      demandPercent: { code: "tooLarge", params: { max: 100 } },
    },
  });
  if (!result.ok) expect(result.values).toEqual(formValues(toForm(fields)));
});

test("a ward's figures move in coarse steps", () => {
  const fields = { hireFte1: "0.7", hireMonth1: "2026-12", cap: "51", demandPercent: "5", newSharePercent: "33" };
  expect(read(fields).ok).toBe(true);
  expect(read(fields, "ward")).toMatchObject({
    problems: {
      hireFte1: { code: "step", params: { step: 0.5 } },
      cap: { code: "choose" },
      demandPercent: { code: "step", params: { step: 10 } },
      newSharePercent: { code: "step", params: { step: 10 } },
    },
  });
  expect(read({ cap: "55" }, "ward")).toMatchObject({ ok: true, data: { cap: 55 } });
});

test("a what-if written into an address is read back as it was", () => {
  const input = staffingInputWith({
    hires: [{ fte: 2.5, month: "2026-12", role: "clerk" }],
    departures: [{ fte: 1, month: "2027-02" }],
    ...{ cap: 45, demandPercent: -10, newSharePercent: 0, costPerFteJpy: 5_000_000, overheadPercent: 8.5 },
    ...{ currentFeeJpy: 1, searchMonth: "2027-03" },
  });
  expect(read(formFieldsOf(input))).toEqual({ ok: true, data: input });
});

function toForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
