/** The web server: security headers with a nonce, static files, health, metrics, logs, and Remix for the rest. */
import { randomBytes } from "node:crypto";
import path from "node:path";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import helmet from "helmet";

import { faultOf, type Logger } from "../lib/log.server";
import { accessLog, routeOf } from "./access-log";
import { mayRead, type Metrics } from "./metrics";
import type { Readiness } from "./readiness";
import { QUIET_ROUTES, routePatterns, UNKNOWN_ROUTE } from "./route-pattern";

export type HttpOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the browser's files. */
  clientDir: string;
  /** Whether browsers reach us by HTTPS, through a proxy. */
  secure: boolean;
  trustProxy: boolean;
  readiness: () => Promise<Readiness>;
  /** Metrics for whoever has the token; null where they are not offered. */
  metrics: { token: string; of: Metrics } | null;
  log: Logger;
  /** For what must not be told from when. */
  timelessLog: Logger;
  /** Development: Vite's middleware, which needs a looser policy. */
  middleware?: express.RequestHandler;
};

/** Builds the server; it does not listen yet. */
export function createHttp(options: HttpOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  if (options.trustProxy) app.set("trust proxy", 1);
  app.use((_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString("base64");
    next();
  });
  app.use(securityHeaders(options));
  app.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  app.get("/readyz", async (_request, response) => {
    const readiness = await options.readiness();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.get("/metrics", async (request, response, next) => {
    if (!options.metrics) return next();
    if (!mayRead(request.get("Authorization"), options.metrics.token))
      return void response.status(401).set("WWW-Authenticate", "Bearer").end();
    response.type("text/plain; version=0.0.4").send(await options.metrics.of.text());
  });
  app.use(compression());
  if (options.middleware) app.use(options.middleware);
  app.use(
    "/assets",
    express.static(path.join(options.clientDir, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(express.static(options.clientDir, { maxAge: "1h", redirect: false }));
  app.use(watch(options));
  app.use((_request, response, next) => {
    // why: pages show personal data; neither a proxy nor the back button after sign-out may keep them.
    response.setHeader("Cache-Control", "private, no-store");
    next();
  });
  app.all(
    "*",
    createRequestHandler({
      build: options.build,
      mode: options.middleware ? "development" : "production",
      getLoadContext: (request, response) => ({
        ...{ cspNonce: nonceOf(response), address: request.ip ?? "", requestId: requestIdOf(request) },
        noteFault: (error: unknown, phase: string) => noteFault(options, request, response, { error, phase }),
      }),
    }),
  );
  app.use(lastResort(options));
  return app;
}

/** Finds out which route answers, logs the request and counts it; leaves no trace of requests to quiet routes. */
function watch({ build, log, trustProxy, metrics }: HttpOptions): express.RequestHandler {
  const patternOf = routePatterns(build);
  const logged = accessLog(log, trustProxy);
  return (request, response, next) => {
    void patternOf(request.path)
      .catch(() => UNKNOWN_ROUTE)
      .then((route) => {
        response.locals.route = route;
        if (QUIET_ROUTES.has(route)) return next();
        const begun = performance.now();
        response.once("close", () => {
          const seconds = (performance.now() - begun) / 1000;
          metrics?.of.observe({ method: request.method, route, status: response.statusCode, seconds });
        });
        logged(request, response, next);
      });
  };
}

/** Logs what no decision foresaw: where it happened, without the request's contents. */
function noteFault(
  { log, timelessLog }: HttpOptions,
  request: Request,
  response: Response,
  { error, phase }: { error: unknown; phase: string },
): void {
  const route = routeOf(response);
  const fault = { phase, method: request.method, route, ...faultOf(error) };
  if (QUIET_ROUTES.has(route)) timelessLog.error(fault, "fault");
  else log.error({ request: requestIdOf(request), ...fault }, "fault");
}

/** Answers what failed outside of Remix, such as an address that cannot be read. */
function lastResort(options: HttpOptions): express.ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status >= 500) noteFault(options, request, response, { error, phase: "server" });
    // why: Express then ends the connection, so that half an answer is not taken for a whole one.
    if (response.headersSent) return next(error);
    response.status(status).type("text").send(`${status}\n`);
  };
}

/** The request's number; null on quiet routes. */
function requestIdOf(request: Request): string | null {
  return typeof request.id === "string" ? request.id : null;
}

function nonceOf(response: Response): string {
  return String(response.locals.cspNonce);
}

function securityHeaders(options: HttpOptions): express.RequestHandler {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${nonceOf(response as Response)}'`;
  const development = options.middleware !== undefined;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
        scriptSrc: ["'strict-dynamic'", nonce],
        workerSrc: ["'self'"],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        // why: charts place their parts by style attributes, which run nothing.
        styleSrcAttr: ["'unsafe-inline'"],
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}
