import { linkPath } from "~/domain/access/one-time-link.server";
import { env } from "~/lib/env.server";

/** The full address of a one-time link, to be copied and handed over. */
export function linkAddress(request: Request, token: string): string {
  return fullAddress(request, linkPath(token));
}

/** The full address of a path, as the reader's browser or calendar reaches us. */
export function fullAddress(request: Request, path: string): string {
  const origin = env().SASAE_ORIGIN ?? request.headers.get("Origin") ?? new URL(request.url).origin;
  return new URL(path, origin).toString();
}

/** The browser's network address, from the server's load context. */
export function clientAddress(context: { address?: unknown }): string {
  return typeof context.address === "string" ? context.address : "";
}
