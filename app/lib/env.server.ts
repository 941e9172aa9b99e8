import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

/** The only reader of the environment: one schema, checked at the first use, failing by name. */
const schema = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  SASAE_APP_DATABASE_URL: z.string().min(1).optional(),
  SASAE_DATA_DIR: z.string().min(1).default("data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  SASAE_ORIGIN: z.url().optional(),
  SASAE_SECRET: z.string().min(32).optional(),
  SASAE_ADMIN_EMAIL: z.email().optional(),
  SASAE_ADMIN_PASSWORD: z.string().min(12).optional(),
  SASAE_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  SASAE_FAST_DISK: z.enum(["0", "1"]).default("0"),
  SASAE_DEMO: z.enum(["0", "1"]).optional(),
  SASAE_JOBS: z.enum(["0", "1"]).default("1"),
  SASAE_NOTE_KEYS: z.string().min(1).optional(),
  SASAE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  SASAE_MAIL_FROM: z.string().min(3).optional(),
  SASAE_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  SASAE_METRICS_TOKEN: z.string().min(16).optional(),
  LANG: z.string().optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Environment = z.infer<typeof schema>;

let cached: Environment | undefined;

/**
 * The checked environment.
 * @throws Error that names every variable that is missing or malformed.
 */
export function env(): Environment {
  if (cached) return cached;
  // why: an empty variable in an env file or compose file means "not set".
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n  ${names.join("\n  ")}`);
  }
  cached = result.data;
  return cached;
}

/** The absolute folder of the embedded database, uploads and generated secrets. */
export function dataDir(): string {
  return path.resolve(env().SASAE_DATA_DIR);
}

/** What queues mail needs to know: the address of our pages, for links. */
export type Mailing = { origin: string };

/** Whether mail is sent at all, and then with links to where; null where no mail server is configured. */
export function mailing(): Mailing | null {
  if (!env().SASAE_SMTP_URL) return null;
  return { origin: publicOrigin() };
}

/** The mail server and whom mail comes from; null where none is configured. */
export function mailServer(): { url: string; from: { name: string; address: string } } | null {
  const { SASAE_SMTP_URL: url, SASAE_MAIL_FROM: sender } = env();
  if (!url) return null;
  const given = sender ?? `sasae@${new URL(publicOrigin()).hostname}`;
  const [, name = "", address = given] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(given) ?? [];
  return { url, from: { name: name || "支え Sasae", address: address.trim() } };
}

/** The address of our pages, without a slash at the end. */
export function publicOrigin(): string {
  return new URL(env().SASAE_ORIGIN ?? `http://${env().HOST}:${env().PORT}`).origin;
}

/** The key that signs cookies: SASAE_SECRET, or one generated once into the data folder. */
export function secret(): string {
  const given = env().SASAE_SECRET;
  if (given) return given;
  const file = path.join(dataDir(), "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8");
}

/** Makes this process run in production unless told otherwise: React, imported by name, would take its slow build. */
export function defaultToProduction(): void {
  process.env.NODE_ENV ??= "production";
}

/** A copy of this process's environment with changes, for a child process. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
