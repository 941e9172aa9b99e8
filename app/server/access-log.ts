/** A line for each request, and the number by which a person can point at theirs. */
import { randomBytes } from "node:crypto";

import type { Request, RequestHandler, Response } from "express";
import { pinoHttp } from "pino-http";

import type { Logger } from "../lib/log.server";

const HEADER = "X-Request-Id";
const SANE_ID = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Logs method, route, status and duration once a response has ended: no address of either kind, no header, no person. Gives the
 * request its number, the proxy's where one is trusted.
 */
export function accessLog(log: Logger, trustProxy: boolean): RequestHandler {
  const nothing = () => undefined;
  return pinoHttp<Request, Response>({
    logger: log,
    genReqId: (request, response) => {
      const given = trustProxy ? request.get(HEADER) : undefined;
      const id = given && SANE_ID.test(given) ? given : randomBytes(8).toString("hex");
      response.setHeader(HEADER, id);
      return id;
    },
    ...{ quietReqLogger: true, quietResLogger: true, customAttributeKeys: { reqId: "request" } },
    ...{ wrapSerializers: false, serializers: { req: nothing, res: nothing, err: nothing } },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "info"),
    customSuccessObject: (request, response, value: { responseTime: number }) => line(request, response, value),
    customErrorObject: (request, response, _error, value: { responseTime: number }) => line(request, response, value),
    customSuccessMessage: (_request, response) => (response.writableEnded ? "request" : "request broken off"),
    customErrorMessage: () => "request failed",
  });
}

function line(request: Request, response: Response, { responseTime }: { responseTime: number }) {
  return { method: request.method, route: routeOf(response), status: response.statusCode, ms: responseTime };
}

/** The pattern of the route that answers. */
export function routeOf(response: Response): string {
  return String(response.locals.route);
}
