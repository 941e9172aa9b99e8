import { beforeAll, describe, expect, test } from "vitest";

import { run as flags } from "~/cli/commands/flags";
import { run as job } from "~/cli/commands/job";
import type { Command } from "~/cli/io";
import { platformOf, type Tenant } from "~/db/scope.server";
import { listJobRuns } from "~/domain/job/list-runs.server";

import { aContract, anOffice, aWorker } from "../setup/factories";
import { aRow } from "../setup/rows";

let tenant: Tenant & { code: string };
const DAY = "2026-01-10";

beforeAll(async () => {
  tenant = await aContract({ code: "C1" });
  const officeId = await anOffice(tenant, "NORTH");
  for (const staffCode of ["S1", "S2"]) await aWorker(tenant, { staffCode, officeId, hiredOn: "2022-04-01" });
  const expiring = await aWorker(tenant, { staffCode: "S3", officeId, hiredOn: "2026-01-01" });
  await aRow(tenant, "qualification", {
    staff_id: expiring,
    kind: "career_consultant",
    obtained_on: "2021-02-01",
    expires_on: "2026-02-01",
  });
});

/** Runs a command and gives its exit status, its standard output as JSON and its messages. */
async function call(command: Command, ...args: string[]) {
  const [out, err]: string[][] = [[], []];
  const status = await command(args, { out: (text) => out?.push(text), err: (text) => err?.push(text), locale: "en" });
  return {
    status,
    json: out?.[0]?.startsWith("{") ? (JSON.parse(out[0]) as Record<string, unknown>) : null,
    text: out?.join("\n"),
    err,
  };
}

describe("job evaluate and flags", () => {
  // No training for any of the three; S1 and S2: no supervision for two quarters; S3, hired ten days ago: a qualification with 22 days left.
  test("raise, list and change nothing the second time", async () => {
    expect(
      (await call(flags, "--contract", "C1", "--view", "contractor", "--as-of", DAY, "--json")).json,
    ).toMatchObject({ evaluatedOn: null, flags: [] });
    expect(await call(job, "evaluate", "--as-of", DAY, "--json")).toMatchObject({
      status: 0,
      json: { raised: 6, changed: 0, resolved: 0, open: 6 },
    });
    expect((await call(job, "evaluate", "--as-of", DAY, "--contract", "C1", "--json")).json).toEqual({
      raised: 0,
      changed: 0,
      resolved: 0,
      open: 6,
    });
    const { runs } = await listJobRuns(platformOf(), 1);
    expect(runs).toHaveLength(2);
    expect(runs).toMatchObject([
      { scope: "C1", trigger: "manual", outcome: "done", asOf: new Date(DAY), counts: { open: 6 } },
      { counts: { raised: 6 } },
    ]);

    const contractor = await call(flags, "--contract", "C1", "--view", "contractor", "--as-of", DAY, "--json");
    expect(contractor.json).toMatchObject({ contract: "C1", asOf: DAY, view: "contractor" });
    expect((contractor.json?.flags as object[])[2]).toMatchObject({
      ...{
        rule: "training.pace",
        version: 1,
        severity: "warning",
        status: "open",
        staffCode: "S1",
        officeCode: "NORTH",
      },
      ...{ raisedOn: DAY, dueOn: "2026-01-24", figures: { hours: 0 } },
      explanation: { ja: expect.stringContaining("研修は0時間で"), en: expect.stringContaining("0 hours of training") },
    });
  });

  test("the ward's view counts per rule and names no one", async () => {
    const ward = await call(flags, "--contract", "C1", "--view", "ward", "--as-of", DAY, "--json");
    expect(ward.json).toMatchObject({ contract: "C1", asOf: DAY, view: "ward", withheld: "small" });
    expect((ward.json?.flags as { rule: string }[]).map((flag) => flag.rule)).toEqual([
      "supervision.due",
      "training.pace",
      "qualification.expiry",
    ]);
    expect((ward.json?.flags as object[])[0]).toMatchObject({
      ...{ severity: "critical", scope: "contract", officeCodes: ["NORTH"], supportStaff: 3, withheld: "small" },
      counts: { watch: 0, warning: 0, critical: 2 },
      explanation: { en: expect.stringContaining("2 of 3 went without supervision for two quarters running.") },
    });
    expect(ward.text).not.toMatch(/S[123]\b|支援 S|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  test("an unknown contract is refused, a wrong view, day or job is wrong usage", async () => {
    expect(await call(flags, "--contract", "C9", "--view", "ward")).toMatchObject({
      status: 1,
      err: ["「C9」という契約はありません。", "There is no contract C9."],
    });
    expect((await call(job, "evaluate", "--contract", "C9")).status).toBe(1);
    expect((await call(flags, "--contract", "C1", "--view", "worker")).status).toBe(2);
    expect((await call(flags, "--contract", "C1", "--view", "ward", "--as-of", "2026-06-31")).status).toBe(2);
    expect((await call(job, "nightly")).status).toBe(2);
  });
});
