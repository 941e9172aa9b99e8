/** PostgreSQL refuses to run as root; as root we run it as an ordinary system user. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** The user the server runs as, or null where this process is an ordinary user itself. */
export function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = fs.readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("Running as root, and there is neither a user 'postgres' nor 'nobody' to run PostgreSQL as.");
}

let capabilities: string[] | undefined;

/**
 * The command that runs a program as the server's user.
 * The user keeps the right to pass folders it does not own: a checkout below /root or a private
 * temporary folder would otherwise be out of its reach.
 */
export function runAs(program: string, args: string[]): { command: string; args: string[] } {
  const user = serverUser();
  if (!user) return { command: program, args };
  const base = ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"];
  capabilities ??= [["--inh-caps=+dac_override", "--ambient-caps=+dac_override"], []].find((flags) => {
    try {
      execFileSync("setpriv", [...base, ...flags, "true"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (!capabilities) throw new Error("Running as root needs 'setpriv' (package util-linux) to start PostgreSQL.");
  return { command: "setpriv", args: [...base, ...capabilities, program, ...args] };
}
