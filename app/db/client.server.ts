/** The Prisma client, connected as the app's role. Only app/db/scope.server.ts hands it out. */
import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "./generated/client";
import { databaseUrls, releaseDatabase } from "./urls.server";

let opened: Promise<PrismaClient> | undefined;

/** The client; opened at the first call. */
export function client(): Promise<PrismaClient> {
  opened ??= databaseUrls().then(
    ({ app }) => new PrismaClient({ adapter: new PrismaPg({ connectionString: app, max: 12 }) }),
  );
  return opened;
}

/** Closes the connections and lets go of the embedded server. */
export async function closeDatabase(): Promise<void> {
  const open = await opened;
  opened = undefined;
  await open?.$disconnect();
  await releaseDatabase();
}
