/**
 * One of several processes of jobs: does what is owed at a given instant, against the database of DATABASE_URL. Its jobs leave a
 * row in the table `effect` for each time they work, in a transaction of their own.
 */
import { asPlatform, asTenant, platformOf, type Tx } from "~/db/scope.server";
import { closeDatabase } from "~/db/client.server";

import { runOwed, type Job } from "../../jobs/job";

type Given = { now: string; leaseMs: number; hangsOn: string | null; failing: string; jobs: string[] };
const given = JSON.parse(process.argv[2] ?? "") as Given;

async function work(tx: Tx, job: string, scope: string, day: string): Promise<{ worked: number }> {
  if (scope === given.failing) throw new Error("no");
  await tx.$executeRaw`INSERT INTO effect (job, scope, day, pid) VALUES (${job}, ${scope}, ${day}, ${process.pid})`;
  if (given.hangsOn === day) {
    process.stdout.write("in the middle\n");
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  await tx.$executeRaw`SELECT pg_sleep(0.02)`;
  return { worked: 1 };
}

const ofContract = (key: string, timing: Pick<Job, "times" | "latestOnly">): Job => ({
  ...{ key, ...timing },
  per: "contract",
  run: (tenant, day) => asTenant(tenant, (tx) => work(tx, key, tenant.contractId, day), { timeoutMs: 60_000 }),
});
const JOBS: Job[] = [
  ofContract("nightly", { times: ["02:00"] }),
  ofContract("hourly", { times: ["08:00", "09:00", "10:00"], latestOnly: true }),
  {
    ...{ key: "together", times: ["04:00"] },
    per: "platform",
    run: (platform, day) => asPlatform(platform, (tx) => work(tx, "together", "all", day)),
  },
];

// why: all of them begin at once, when the last one is up; without this the first would have done the work alone.
await asPlatform(platformOf(), (tx) => tx.$queryRaw`SELECT 1`);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
const clock = () => new Date(given.now);
for (const job of JOBS.filter(({ key }) => given.jobs.includes(key)))
  await runOwed(job, { processId: String(process.pid), clock, leaseMs: given.leaseMs, report: () => undefined });
await closeDatabase();
process.exit(0);
