import { execFile } from "node:child_process";
import path from "node:path";

import { expect, test } from "vitest";

import { dispatch } from "~/cli/dispatch";
import { childEnvironment } from "~/lib/env.server";

import { asOwner, aWorker } from "../setup/factories";
import { tenantOf } from "~/db/scope.server";

const ROOT = path.join(import.meta.dirname, "../..");

type Run = { status: number; out: string; err: string };

async function cli(...args: string[]): Promise<Run> {
  const said = { out: "", err: "" };
  const status = await dispatch(args, {
    out: (text) => (said.out += `${text}\n`),
    err: (text) => (said.err += `${text}\n`),
  });
  return { status, ...said };
}

/** The same as a process of its own, as other programs call it. */
function asProcess(...args: string[]): Promise<Run> {
  const environment = childEnvironment({ DATABASE_URL: process.env.DATABASE_URL ?? "", NODE_NO_WARNINGS: "1" });
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "app/cli/main.ts", ...args],
      { cwd: ROOT, env: environment },
      (error, out, err) => resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test("from an empty database to a contract's figures", async () => {
  const wrong = await cli("ward:add", "--code", "131042", "--name", "新宿区");
  expect(wrong.status).toBe(1);
  expect(wrong.out).toBe("");
  expect(wrong.err).toContain("検査数字");
  expect(wrong.err).toContain("check digit");

  const added = await cli("ward:add", "--code", "131041", "--name", "新宿区", "--name-en", "Shinjuku");
  expect([added.status, added.out.trim(), added.err]).toEqual([0, "新宿区（131041）を登録しました。", ""]);
  expect((await cli("ward:add", "--code", "131041")).status).toBe(1);

  const dates = ["--starts", "2024-04-01", "--ends", "2027-03-31"];
  const contract = await cli(
    "contract:add",
    "--ward",
    "131041",
    "--code",
    "C1",
    "--contractor",
    "支援会",
    ...dates,
    "--lang",
    "en",
  );
  expect([contract.status, contract.out.trim()]).toEqual([0, "Added contract “C1” of 新宿区 (支援会)."]);
  expect(
    (await cli("contract:add", "--ward", "131041", "--code", "C1", "--contractor", "支援会", ...dates)).status,
  ).toBe(1);
  expect(
    (await cli("contract:add", "--ward", "131032", "--code", "C2", "--contractor", "支援会", ...dates)).err,
  ).toContain("131032");

  const { rows } = await asOwner((owner) =>
    owner.query<{ ward_id: string; id: string }>("SELECT ward_id, id FROM contract"),
  );
  const tenant = tenantOf(rows[0]?.ward_id ?? "", rows[0]?.id ?? "");
  await aWorker(tenant, { staffCode: "S2", hiredOn: "2025-10-01", weeklyHours: 30 });
  await aWorker(tenant, { staffCode: "S10", leftOn: "2026-03-31" });
  await aWorker(tenant, { staffCode: "S1", leftOn: "2026-03-30" });
  await aWorker(tenant, { staffCode: "V1", role: "supervisor" });

  const kpi = await asProcess("kpi", "--contract", "C1", "--as-of", "2026-03-31", "--json");
  expect([kpi.status, kpi.err]).toEqual([0, ""]);
  const document = JSON.parse(kpi.out) as { indicators: Record<string, unknown>[] };
  expect(Object.keys(document)).toEqual(["contract", "asOf", "fiscalYear", "indicators"]);
  expect(document).toMatchObject({ contract: "C1", asOf: "2026-03-31", fiscalYear: 2025 });
  expect(document.indicators).toHaveLength(20);
  expect(document.indicators[2]).toEqual({
    ...{ key: "qualifiedShare", value: 0, numerator: 0, denominator: 2, target: 60, direction: "higher", met: false },
  });

  const workers = JSON.parse(
    (await cli("workers", "--contract", "C1", "--as-of", "2026-03-31", "--json")).out,
  ) as unknown[];
  expect(workers).toEqual([
    {
      ...{ staffCode: "S10", role: "support_worker", fte: 1, annualCases: 0, cap: 50, activeCases: 0, weightedLoad: 0 },
      ...{ forecast: { mean: 0, low: 0, high: 0 }, trainingHours: 0, trainingTarget: 20, qualified: false },
      quarters: [1, 2, 3, 4].map((quarter) => ({ quarter, attended: 0, due: 1 })),
    },
    {
      // 182 of 365 days: cap 50 x 0.75 x 182/365 = 18.698...
      ...{
        staffCode: "S2",
        role: "support_worker",
        fte: 0.75,
        annualCases: 0,
        cap: 18.7,
        activeCases: 0,
        weightedLoad: 0,
      },
      ...{
        forecast: { mean: 0, low: 0, high: 0 },
        trainingHours: 0,
        trainingTarget: (20 * 182) / 365,
        qualified: false,
      },
      quarters: [1, 2, 3, 4].map((quarter) => ({ quarter, attended: 0, due: quarter > 2 ? 1 : 0 })),
    },
  ]);
}, 180_000);

test("wrong usage ends with status 2, an unknown contract with 1, each told in both languages", async () => {
  const cases: [string[], number, RegExp, RegExp][] = [
    [[], 2, /使い方/, /Usage/],
    [["nonsense"], 2, /「nonsense」/, /“nonsense”/],
    [["kpi", "--contract", "C1", "--as-of", "2026-06-31", "--json"], 2, /2026-06-31/, /not a day that exists/],
    [["kpi", "--json"], 2, /--contract/, /Please give --contract/],
    [["workers", "--contract", "C404", "--json"], 1, /「C404」/, /no contract “C404”/],
  ];
  for (const [args, status, ja, en] of cases) {
    const run = await cli(...args);
    expect([args, run.status, run.out]).toEqual([args, status, ""]);
    expect(run.err).toMatch(ja);
    expect(run.err).toMatch(en);
  }
}, 180_000);
