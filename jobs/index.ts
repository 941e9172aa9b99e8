/**
 * Keeps time: runs every job of the timetable, catches up at the start on what was missed, and looks for runs that another
 * process left unfinished. Any number of these processes may run. Ends in order on SIGTERM or SIGINT.
 */
import { randomBytes } from "node:crypto";
import os from "node:os";

import cron from "node-cron";

import { closeDatabase } from "~/db/client.server";
import { now } from "~/lib/clock.server";
import { mailServer } from "~/lib/env.server";

import { runOwed, type Job, type RunReport } from "./job";
import { sendDueMail } from "./mail";
import { MAIL, SHUFFLE, SWEEP, TIME_ZONE, TIMETABLE } from "./schedule";
import { smtpSender } from "./smtp";
import { shuffleSurveys } from "./surveys";

const processId = `${os.hostname()}:${process.pid}:${randomBytes(3).toString("hex")}`;
let ending = false;
let queue = Promise.resolve();
let mail = Promise.resolve();
let shuffling = Promise.resolve();

function report({ outcome, ...run }: RunReport): void {
  if (outcome !== "elsewhere") console.log(JSON.stringify({ at: now().toISOString(), outcome, ...run }));
}

/** Queues a job's owed runs behind those under way, so that one process never competes with itself. */
function due(job: Job): Promise<void> {
  queue = queue.then(async () => {
    if (ending) return;
    try {
      await runOwed(job, { processId, clock: now, report, isEnding: () => ending });
    } catch (error) {
      complain(job.key, error);
    }
  });
  return queue;
}

/** Sends due mail beside the night's work, so that neither waits for the other. */
function post(): Promise<void> {
  const server = mailServer();
  if (!server) return mail;
  mail = mail.then(async () => {
    try {
      const round = { clock: now, from: server.from, send: smtpSender(server.url), isEnding: () => ending };
      const counts = await sendDueMail(round);
      if (counts.sent + counts.delayed + counts.failed > 0)
        console.log(JSON.stringify({ at: now().toISOString(), job: "mail", ...counts }));
    } catch (error) {
      complain("mail", error);
    }
  });
  return mail;
}

/** Shuffles waiting answers to surveys beside everything else. */
function shuffle(): Promise<void> {
  shuffling = shuffling.then(async () => {
    try {
      await shuffleSurveys(() => ending);
    } catch (error) {
      complain("shuffle", error);
    }
  });
  return shuffling;
}

/** Notes what a later round tries again: the database may be away for a while. */
function complain(job: string, error: unknown): void {
  console.error(
    JSON.stringify({ at: now().toISOString(), job, error: error instanceof Error ? error.name : "unknown" }),
  );
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await cron.shutdown();
  await Promise.all([queue, mail, shuffling]);
  await closeDatabase();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());

for (const { job, cron: expression } of TIMETABLE) {
  const options = { timezone: TIME_ZONE, name: job.key, noOverlap: true, suppressMissedWarning: true };
  cron.schedule(expression, () => due(job), options);
  cron.schedule(SWEEP, () => due(job), { ...options, name: `${job.key} sweep` });
  void due(job);
}

cron.schedule(MAIL, post, { timezone: TIME_ZONE, name: "mail", noOverlap: true, suppressMissedWarning: true });
void post();
cron.schedule(SHUFFLE, shuffle, { timezone: TIME_ZONE, name: "shuffle", noOverlap: true, suppressMissedWarning: true });
void shuffle();
