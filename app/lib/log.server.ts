/**
 * The log: one line of JSON an event, on standard output. Nothing personal goes in: no addresses, no names, no ids of people, no
 * queries, no bodies, and of an error neither its message nor what it carries, which may quote the data it stumbled over.
 */
import { pino, type DestinationStream, type Logger } from "pino";

import { now } from "./clock.server";
import { env } from "./env.server";

export type { Logger };

/** The log of a process: "web" or "jobs". Where it goes is given in tests only. */
export function logger(process: string, destination?: DestinationStream): Logger {
  const options = { ...common(process), timestamp: () => `,"at":"${now().toISOString()}"` };
  return destination ? pino(options, destination) : pino(options);
}

/** The same without a time, for events whose very moment would say too much. */
export function timelessLogger(process: string, destination?: DestinationStream): Logger {
  const options = { ...common(process), timestamp: false as const };
  return destination ? pino(options, destination) : pino(options);
}

function common(process: string) {
  return {
    level: env().SASAE_LOG_LEVEL,
    base: { process },
    messageKey: "event",
    formatters: { level: (level: string) => ({ level }) },
  };
}

export type Fault = { error: string; code?: string; stack?: string[]; message?: string };

/** What may be told of an error: its name and code, and the places in the code it came through. Its message in development only. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { error: "unknown" };
  const stack = error.stack?.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
  return {
    error: error.name,
    ...("code" in error && typeof error.code === "string" && { code: error.code }),
    ...(stack && { stack }),
    ...(env().NODE_ENV === "development" && { message: error.message }),
  };
}
