import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { NonceContext } from "./components/nonce";

const RENDER_TIMEOUT_MS = 10_000;

/** Renders a page as a stream; with single fetch nothing else hydrates. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext.cspNonce === "string" ? loadContext.cspNonce : "";
  // why: a crawler or a printing program wants the whole page, not its shell.
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={RENDER_TIMEOUT_MS} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => logFault(error, "render"),
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** Every fault that no decision foresaw: one line with a reference, without the request's contents. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  // why: an address that does not exist is the visitor's affair, and some addresses hold a secret.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { pathname } = new URL(request.url);
  logFault(error, `${request.method} ${pathname.replace(/^\/(welcome|calendar)\/.+/, "/$1/…")}`);
}

function logFault(error: unknown, where: string): void {
  const reference = randomBytes(4).toString("hex");
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ level: "error", at: new Date().toISOString(), reference, where, error: text }));
}
