/** Which database, as whom: the owner migrates and backs up, the app's role owns nothing. */
import { createHmac } from "node:crypto";

import { dataDir, env } from "../lib/env.server";
import { ensureEmbeddedServer } from "./embedded.server";

export const APP_ROLE = "sasae_app";

export type DatabaseUrls = { owner: string; app: string; release: () => Promise<void> };

let opened: Promise<DatabaseUrls> | undefined;

/** The addresses of the database; starts the embedded server where DATABASE_URL is not set. */
export function databaseUrls(): Promise<DatabaseUrls> {
  opened ??= open();
  return opened;
}

/** Lets go of the embedded server; the last process to do so stops it. */
export async function releaseDatabase(): Promise<void> {
  const urls = await opened;
  opened = undefined;
  await urls?.release();
}

async function open(): Promise<DatabaseUrls> {
  const given = env().DATABASE_URL;
  if (given) return { owner: given, app: env().SASAE_APP_DATABASE_URL ?? appUrl(given), release: async () => {} };
  const server = await ensureEmbeddedServer(dataDir(), env().SASAE_FAST_DISK === "1");
  const owner = `postgresql://postgres:${server.password}@127.0.0.1:${server.port}/sasae`;
  return { owner, app: appUrl(owner), release: server.release };
}

/** The app role's address, derived from the owner's. */
export function appUrl(owner: string): string {
  const url = new URL(owner);
  url.username = APP_ROLE;
  url.password = appPassword(owner);
  return url.toString();
}

/** The app role's password: derived from the owner's, so that there is nothing more to store or to lose. */
export function appPassword(owner: string): string {
  const key = decodeURIComponent(new URL(owner).password) || "no password";
  return createHmac("sha256", key).update(`role ${APP_ROLE}`).digest("base64url");
}
