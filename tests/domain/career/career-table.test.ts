import { expect, test } from "vitest";

import { careerQuery, selectCareers } from "~/domain/career/career-table";
import { ladder } from "~/domain/career/ladder";
import { asHistory, fingerprint, type CareerRow } from "~/domain/career/record";

const DAY = "2026-11-24";
const row = (staffCode: string, hiredOn: string, role: CareerRow["role"] = "support_worker"): CareerRow => ({
  ...{ staffId: staffCode, staffCode, name: null, officeId: null, officeName: null, officeNameEn: null, role },
  ladder: ladder({ role, hiredOn, leftOn: null, leave: [], ranks: [], qualifications: [], posts: [] }, DAY),
  postsToVerify: 0,
});
// Three years of consultation are complete for A (2023), 17 months are missing for B (2025), 36 for C (today); V is at the top.
const ROWS = [row("V", "2015-04-01", "supervisor"), row("C", DAY), row("B", "2025-04-01"), row("A", "2023-04-01")];
const select = (search: string) =>
  selectCareers(ROWS, careerQuery(new URLSearchParams(search))).map(({ staffCode }) => staffCode);

test("who is nearest to the next rank stands first, who has none last", () => {
  expect(select("")).toEqual(["A", "B", "C", "V"]);
  expect(select("sort=-missing")).toEqual(["V", "C", "B", "A"]);
});

test("filters keep a rank, or those who are ready", () => {
  expect(select("rank=supervisor")).toEqual(["V"]);
  expect(select("ready=1")).toEqual(["A"]);
});

test("an unknown order is the usual one", () => {
  expect(select("sort=constructor")).toEqual(["A", "B", "C", "V"]);
});

test("a history says what is to come, and its fingerprint changes with every recorded row", () => {
  const since = { from: "2025-04-01", role: "support_worker" } as const;
  const unchanged = asHistory<{ role: CareerRow["role"] }>([], since, DAY);
  expect(unchanged).toEqual([{ ...since, recorded: false, upcoming: false }]);
  expect(fingerprint(unchanged)).toBe("");
  const rows = asHistory<{ role: CareerRow["role"] }>([since, { from: "2027-04-01", role: "clerk" }], since, DAY);
  expect(rows.map(({ upcoming }) => upcoming)).toEqual([false, true]);
  expect(fingerprint(rows)).toBe("2025-04-01 support_worker,2027-04-01 clerk");
});
