/** The command line as a process of its own. */
import { dispatch } from "./dispatch";

process.exitCode = await dispatch(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
