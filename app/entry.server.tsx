import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { NonceContext } from "./components/nonce";
import { RequestIdContext } from "./components/request-id";

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
  const requestId = { last: typeof loadContext.requestId === "string" ? loadContext.requestId : null };
  // why: a crawler or a printing program wants the whole page, not its shell.
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RequestIdContext.Provider value={requestId}>
          <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={RENDER_TIMEOUT_MS} />
        </RequestIdContext.Provider>
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
        onError: (error: unknown) => noteFault(loadContext, error, "render"),
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** Every fault that no decision foresaw goes to the server's log, under the number that the person sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // why: an address that does not exist is the visitor's affair.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  noteFault(context, error, "data");
}

function noteFault(context: AppLoadContext, error: unknown, phase: string): void {
  if (typeof context.noteFault === "function") context.noteFault(error, phase);
}
