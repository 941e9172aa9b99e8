/** The Prisma client, connected as the app's role. Only app/db/scope.server.ts hands it out. */
import { createHash } from "node:crypto";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { PrismaClient } from "./generated/client";
import { databaseUrls, releaseDatabase } from "./urls.server";

const MOST_CONNECTIONS = 12;

let opened: Promise<PrismaClient> | undefined;
let pool: pg.Pool | undefined;

/** What the text of a statement begins with that a connection keeps prepared. */
export const KEPT_MARK = "/* kept */";

/** The client; opened at the first call. */
export function client(): Promise<PrismaClient> {
  opened ??= open();
  return opened;
}

async function open(): Promise<PrismaClient> {
  const { app } = await databaseUrls();
  pool = new pg.Pool({ connectionString: app, max: MOST_CONNECTIONS });
  const options = { disposeExternalPool: true, statementNameGenerator: ({ sql }: { sql: string }) => keptName(sql) };
  return new PrismaClient({ adapter: new PrismaPg(pool, options) });
}

/** The connections to the database: open, idle among these, and how many requests wait for one. */
export function poolFigures(): { open: number; idle: number; waiting: number; most: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pool ?? {};
  return { open: totalCount, idle: idleCount, waiting: waitingCount, most: MOST_CONNECTIONS };
}

/** The same name for the same text; the empty name is that of a statement prepared for once. */
function keptName(sql: string): string {
  if (!sql.startsWith(KEPT_MARK)) return "";
  return `kept_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
}

/** Closes the connections and lets go of the embedded server. */
export async function closeDatabase(): Promise<void> {
  const open = await opened;
  opened = undefined;
  await open?.$disconnect();
  await releaseDatabase();
}
