/**
 * Keeps time: runs every job of the timetable, catches up at the start on what was missed, and looks for runs that another
 * process left unfinished and for those that people asked for. Any number of these processes may run. Ends in order on SIGTERM
 * or SIGINT.
 */
import { randomBytes } from "node:crypto";
import os from "node:os";

import cron from "node-cron";

import { closeDatabase } from "~/db/client.server";
import { now } from "~/lib/clock.server";
import { mailServer } from "~/lib/env.server";
import { LANES } from "~/lib/lanes";
import { faultOf, logger } from "~/lib/log.server";

import { chain } from "./chain";
import { runOwed, runRequested, type Job, type RunReport } from "./job";
import { sendDueMail } from "./mail";
import { cronOf, EVERY_MINUTE, ON_REQUEST, SWEEP, TIME_ZONE, TIMETABLE } from "./schedule";
import { smtpSender } from "./smtp";
import { shuffleSurveys } from "./surveys";

const log = logger("jobs");
const processId = `${os.hostname()}:${process.pid}:${randomBytes(3).toString("hex")}`;
let ending = false;
const isEnding = () => ending;
const complain = (job: string, error: unknown) => log.error({ job, ...faultOf(error) }, "round failed");
const [runs, mail, shuffling] = [chain(isEnding, complain), chain(isEnding, complain), chain(isEnding, complain)];
const surroundings = { processId, clock: now, report, isEnding, lanes: LANES };

function report({ outcome, ...run }: RunReport): void {
  const isQuiet = Object.values(run.counts ?? {}).every((count) => count === 0);
  // why: most runs of most contracts find nothing; each is a row in the database all the same.
  if (outcome === "done") log[isQuiet ? "debug" : "info"](run, "run done");
  if (outcome === "failed") log.warn(run, "run failed");
}

function due(job: Job): Promise<void> {
  return runs(job.key, () => runOwed(job, surroundings));
}

function requested(): Promise<void> {
  return runs("requests", () => runRequested(TIMETABLE, surroundings));
}

/** Sends due mail beside the night's work, so that neither waits for the other. */
function post(): Promise<void> {
  return mail("mail", async () => {
    const server = mailServer();
    if (!server) return;
    const counts = await sendDueMail({ clock: now, from: server.from, send: smtpSender(server.url), isEnding });
    if (counts.sent + counts.delayed + counts.failed > 0) log.info({ job: "mail", counts }, "mail handed over");
  });
}

/** Shuffles waiting answers to surveys beside everything else. */
function shuffle(): Promise<void> {
  return shuffling("shuffle", () => shuffleSurveys(isEnding));
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await cron.shutdown();
  await Promise.all([runs, mail, shuffling].map((wait) => wait("end", async () => undefined)));
  await closeDatabase();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());

function keep(name: string, expression: string, round: () => Promise<void>): void {
  cron.schedule(expression, round, { timezone: TIME_ZONE, name, noOverlap: true, suppressMissedWarning: true });
}

for (const job of TIMETABLE) {
  keep(job.key, cronOf(job), () => due(job));
  keep(`${job.key} sweep`, SWEEP, () => due(job));
  void due(job);
}
for (const [name, round] of Object.entries({ post, shuffle })) {
  keep(name, EVERY_MINUTE, round);
  void round();
}
keep("requested", ON_REQUEST, requested);
void requested();
