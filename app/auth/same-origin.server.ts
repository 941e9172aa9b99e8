import { env } from "~/lib/env.server";

/**
 * Refuses a mutation that another site's page sent: everything but GET and HEAD must come from our own origin.
 * @throws Response 403
 */
export function requireSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isSameOrigin(request)) throw new Response(null, { status: 403 });
}

/** Whether the browser says that our own page sent the request; silence is a no. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("Origin");
  if (!origin || !URL.canParse(origin)) return false;
  const given = new URL(origin);
  const host = request.headers.get("Host") ?? new URL(request.url).host;
  const own = env().SASAE_ORIGIN;
  return own ? given.origin === new URL(own).origin : given.host === host;
}
