/** The country's night as the evaluation job does it, its bound, and the pages of flags that people open the morning after. */
import { platformOf, tenantOf, wardViewOf } from "../../db/scope.server";
import { evaluateContract } from "../../domain/flag/evaluate-contract.server";
import { listFlagRegister } from "../../domain/flag/flag-register.server";
import { registerQuery } from "../../domain/flag/register-query";
import { listWardFlags } from "../../domain/flag/ward-flags.server";
import { listContractAddresses, type ContractAddress } from "../../domain/job/contracts.server";
import { readContractFacts } from "../../domain/kpi/compute-kpi.server";
import { listOffices } from "../../domain/workforce/offices.server";
import { addDays, type Day } from "../../lib/calendar";
import { inLanes, LANES } from "../../lib/lanes";
import { BENCH_DAY } from "./fixture";

const WARMING = 24;
const CALLS = 200;
const SLOWEST_SHARE = 0.95;

/** Evaluates every contract as of so many days after the measured day. @returns how many there are */
export async function night(later: number): Promise<number> {
  const contracts = await listContractAddresses(platformOf());
  const day = addDays(BENCH_DAY, later);
  await inLanes(contracts, LANES, async ({ wardId, contractId }) => {
    await evaluateContract(tenantOf(wardId, contractId), day, { changesFirst: true, telling: true });
  });
  return contracts.length;
}

/** The process's first statements and calls, which a process that keeps time has long behind it. Changes nothing. */
export async function warmUp(): Promise<void> {
  const contracts = (await listContractAddresses(platformOf())).slice(0, WARMING);
  await inLanes(contracts, LANES, async ({ wardId, contractId }) => {
    await readContractFacts(tenantOf(wardId, contractId), BENCH_DAY);
  });
}

/** What the contractor's page of flags reads. @returns the time within which 95 of 100 calls were answered, in seconds */
export function contractPages(): Promise<number> {
  const query = registerQuery(new URLSearchParams());
  return slowest(async ({ wardId, contractId }) => {
    const tenant = tenantOf(wardId, contractId);
    await Promise.all([listFlagRegister(tenant, query), listOffices(tenant)]);
  });
}

/** What the ward's list of flags reads, counted anew from the records. */
export function wardPages(): Promise<number> {
  return slowest(({ wardId }, day) => listWardFlags(wardViewOf(wardId), null, day));
}

async function slowest(open: (contract: ContractAddress, day: Day) => Promise<unknown>): Promise<number> {
  const contracts = await listContractAddresses(platformOf());
  const took: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    // why: a stride coprime to any number of contracts below it calls on them in no order of theirs.
    const contract = contracts[(call * 7_919) % contracts.length];
    if (!contract) throw new Error("There is no contract to open");
    const started = performance.now();
    await open(contract, BENCH_DAY);
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  return (took[Math.floor(took.length * SLOWEST_SHARE)] ?? 0) / 1000;
}
