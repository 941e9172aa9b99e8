/** The web server: security headers with a nonce, static files, health, and Remix for the rest. */
import { randomBytes } from "node:crypto";
import path from "node:path";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Response } from "express";
import helmet from "helmet";

export type HttpOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the browser's files. */
  clientDir: string;
  /** Whether browsers reach us by HTTPS, through a proxy. */
  secure: boolean;
  trustProxy: boolean;
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
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
    const ready = await options.isReady();
    response
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready\n" : "not ready\n");
  });
  app.use(compression());
  if (options.middleware) app.use(options.middleware);
  app.use(
    "/assets",
    express.static(path.join(options.clientDir, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(express.static(options.clientDir, { maxAge: "1h", redirect: false }));
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
      getLoadContext: (request, response) => ({ cspNonce: nonceOf(response), address: request.ip ?? "" }),
    }),
  );
  return app;
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
