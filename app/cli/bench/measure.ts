/** Runs one task in this process and prints what was measured, with the process's peak memory, as one line of JSON. */
import { closeDatabase } from "../../db/client.server";
import { TASKS, type TaskInput, type TaskName } from "./tasks";

const [name = "", input = "{}"] = process.argv.slice(2);
const measured = await TASKS[name as TaskName](JSON.parse(input) as TaskInput);
await closeDatabase();
process.stdout.write(
  `${JSON.stringify({ ...measured, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
);
