import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";

import type { ServerBuild } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { handleError } from "~/entry.server";
import { logger, timelessLogger } from "~/lib/log.server";
import { createHttp, type HttpOptions } from "~/server/http";
import { createMetrics, type Metrics } from "~/server/metrics";
import { matcher, QUIET_ROUTES } from "~/server/route-pattern";

const MARK = "meguro-taro";
const TOKEN = "a token that only tests use";
const READY = { ready: true, database: "ok", migrations: "ok", jobs: "late", lateJobs: ["evaluate"] } as const;

/** What the app's own build would hold: pages that read what they are given, and one that stumbles over it. */
const fails = () => {
  throw Object.assign(new TypeError(`${MARK} cannot be read`), { detail: MARK, code: "P2010" });
};
const page = {
  default: () => null,
  loader: () => ({ MARK }),
  action: async ({ request }: { request: Request }) => ({ given: await request.text() }),
};
const ROUTES = {
  root: { path: "", module: { default: () => null } },
  workers: { path: "contractor/workers/:staffId", module: page },
  broken: { path: "broken/:id", module: { ...page, loader: fails } },
  ballot: {
    path: "ballot",
    module: {
      loader: () => null,
      action: async ({ request }: { request: Request }) =>
        (await request.text()).includes("fail") ? fails() : Response.json({ taken: true }),
    },
  },
  survey: { path: "survey/:campaignId", module: page },
  token: { path: "me/surveys/:campaignId/token", module: { action: () => Response.json({ signature: "s" }) } },
};
const build = {
  entry: {
    module: {
      default: (_: Request, status: number, headers: Headers) => new Response("page", { status, headers }),
      handleError,
    },
  },
  routes: Object.fromEntries(
    Object.entries(ROUTES).map(([id, route]) => [id, { id, ...(id !== "root" && { parentId: "root" }), ...route }]),
  ),
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  ...{ publicPath: "/", assetsBuildDirectory: "", isSpaMode: false },
  future: { v3_singleFetch: true, v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
} as unknown as ServerBuild;

let lines: string[];
let metrics: Metrics;
let server: Server | undefined;
let origin: string;

beforeEach(() => {
  lines = [];
  metrics = createMetrics(async () => ({
    jobs: [{ job: "evaluate", lastDone: new Date("2026-03-31T17:00:00Z"), isLate: true }],
    runs: [{ job: "evaluate", outcome: "failed", count: 2 }],
    flags: { raised: 1, changed: 0, resolved: 3, open: 12 },
    mails: [{ state: "waiting", count: 4 }],
  }));
});
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

async function serve(given: Partial<HttpOptions> = {}): Promise<void> {
  const destination = { write: (line: string) => void lines.push(line) };
  const http = createHttp({
    ...{
      build,
      clientDir: "public",
      secure: false,
      trustProxy: false,
      readiness: async () => ({ ...READY, lateJobs: [...READY.lateJobs] }),
    },
    ...{
      metrics: { token: TOKEN, of: metrics },
      log: logger("web", destination),
      timelessLog: timelessLogger("web", destination),
    },
    ...given,
  });
  server = await new Promise<Server>((resolve) => {
    const listening = http.listen(0, "127.0.0.1", () => resolve(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A request that carries the mark wherever a person's data may stand, and what was logged of it. */
async function send(path: string, init: RequestInit = {}) {
  const before = lines.length;
  const response = await fetch(`${origin}${path}?name=${MARK}`, {
    ...init,
    headers: {
      Cookie: `s=${MARK}`,
      "User-Agent": MARK,
      Referer: `http://x/${MARK}`,
      "X-Forwarded-For": MARK,
      "X-Request-Id": MARK,
      ...init.headers,
    },
  });
  await response.text();
  // why: a line is written when a response has ended; once the next request's stands there, this one's would too.
  const next = (await fetch(`${origin}/next`)).headers.get("X-Request-Id");
  const read = () => lines.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  await expect.poll(() => read().at(-1)?.request).toBe(next);
  return { status: response.status, id: response.headers.get("X-Request-Id"), log: read().slice(0, -1) };
}

describe("the log", () => {
  test("tells a request's method, route, status and number, and nothing that anybody sent", async () => {
    await serve();
    const seen = await send(`/contractor/workers/${MARK}`, { method: "POST", body: MARK });
    expect(seen.log).toEqual([
      {
        ...{
          level: "info",
          process: "web",
          at: expect.stringMatching(/^\d{4}-/) as string,
          request: seen.id,
          event: "request",
        },
        ...{ method: "POST", route: "/contractor/workers/:staffId", status: 200, ms: expect.any(Number) as number },
      },
    ]);
    expect(seen.id).toMatch(/^[0-9a-f]{16}$/);
    expect((await send(`/${MARK}`)).log).toMatchObject([{ route: "unknown", status: 404 }]);
    expect((await send(`/contractor/workers/${MARK}.data`)).log).toMatchObject([
      { route: "/contractor/workers/:staffId" },
    ]);
    expect((await send("/%E0%A4%A")).status).toBe(400);
    expect(lines.join()).not.toContain(MARK);
  });

  test("tells of a fault its place in the code under the person's number, not what it stumbled over", async () => {
    await serve();
    const { log, id, status } = await send(`/broken/${MARK}`);
    expect(status).toBe(500);
    expect(log).toMatchObject([
      { event: "fault", request: id, phase: "data", route: "/broken/:id", error: "TypeError", code: "P2010" },
      { event: "request failed", request: id, level: "error", status: 500 },
    ]);
    expect(String(log[0]?.stack)).toContain("http.test.ts");
    expect(lines.join()).not.toContain(MARK);
  });

  test("takes a request's number from a proxy that is trusted, if it is one", async () => {
    await serve({ trustProxy: true });
    expect((await send("/", { headers: { "X-Request-Id": "edge-0123456789" } })).id).toBe("edge-0123456789");
    for (const bad of ["short", "x".repeat(65), "a b c d e f g h"])
      expect((await send("/", { headers: { "X-Request-Id": bad } })).id).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("of an answer to a survey", () => {
  const requests: [string, RequestInit][] = [
    ...(["/ballot", "/Ballot/", "/ballot.data"].map((path) => [path, { method: "POST", body: "{}" }]) as [
      string,
      RequestInit,
    ][]),
    ["/survey/3f0c", {}],
    ["/survey/3f0c.data", {}],
    ["/me/surveys/3f0c/token", { method: "POST", body: "{}" }],
  ];

  test.each(requests)("%s: no line, no number, no count", async (path, init) => {
    await serve();
    const seen = await send(path, init);
    expect([seen.id, seen.log]).toEqual([null, []]);
    const counted = (await metrics.text()).split("\n").filter((line) => line.startsWith("sasae_http_requests_total{"));
    expect(counted).toEqual(['sasae_http_requests_total{method="GET",route="unknown",status="4xx"} 1']);
  });

  test("a fault is told without its time", async () => {
    await serve();
    const { log } = await send("/ballot", { method: "POST", body: "fail" });
    expect(log).toMatchObject([{ event: "fault", route: "/ballot", error: "TypeError" }]);
    expect(Object.keys(log[0] ?? {})).not.toContain("at");
    expect(Object.keys(log[0] ?? {})).not.toContain("request");
  });

  test("the routes that are kept quiet are routes that there are", () => {
    const patterns = readdirSync("app/routes").map((name) =>
      name
        .replace(/\.tsx?$/, "")
        .split(".")
        .filter((part) => !part.startsWith("_"))
        .map((part) => `/${part.replace("$", ":")}`)
        .join(""),
    );
    for (const quiet of QUIET_ROUTES) expect(patterns).toContain(quiet);
  });
});

test("a route that names more goes before one that takes anything", () => {
  const match = matcher({
    frame: { id: "frame" },
    home: { id: "home", parentId: "frame", index: true },
    one: { id: "one", parentId: "frame", path: "users/:id" },
    add: { id: "add", parentId: "frame", path: "users/new" },
    rest: { id: "rest", path: "users/*" },
  });
  expect(["/", "/_root.data", "/users/new", "/USERS/7/", "/users/7.data", "/users/7/x", "/x"].map(match)).toEqual([
    ...["/", "/", "/users/new", "/users/:id", "/users/:id", "/users/*", "unknown"],
  ]);
});

describe("metrics and health", () => {
  test("metrics are there for whoever has the token, by route and not by address", async () => {
    await serve();
    await send(`/contractor/workers/${MARK}`);
    expect((await fetch(`${origin}/metrics`)).status).toBe(401);
    const response = await fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    const text = await response.text();
    for (const line of [
      'sasae_http_requests_total{method="GET",route="/contractor/workers/:staffId",status="2xx"} 1',
      'sasae_http_request_duration_seconds_count{method="GET",route="/contractor/workers/:staffId"} 1',
      `sasae_job_last_success_timestamp_seconds{job="evaluate"} ${Date.UTC(2026, 2, 31, 17) / 1000}`,
      ...['sasae_job_late{job="evaluate"} 1', 'sasae_job_runs{job="evaluate",outcome="failed"} 2'],
      ...[
        'sasae_flags{state="open"} 12',
        'sasae_mails{state="waiting"} 4',
        'sasae_mails{state="failed"} 0',
        "sasae_db_up 1",
      ],
    ])
      expect(text.split("\n")).toContain(line);
    expect(text).toContain('sasae_db_connections{state="waiting"} 0');
    expect(text).not.toContain(MARK);
  });

  test("there are no metrics where no token is set", async () => {
    await serve({ metrics: null });
    expect((await fetch(`${origin}/metrics`, { headers: { Authorization: "Bearer undefined" } })).status).toBe(404);
  });

  test("a database that does not answer is told by both", async () => {
    metrics = createMetrics(() => Promise.reject(new Error("gone")));
    const down = { ready: false, database: "down", migrations: "unknown", jobs: "unknown", lateJobs: [] } as const;
    await serve({ readiness: async () => ({ ...down, lateJobs: [] }) });
    expect(await metrics.text()).toContain("sasae_db_up 0");
    const response = await fetch(`${origin}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, down]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  test("late jobs are told and turn nobody away", async () => {
    await serve();
    const response = await fetch(`${origin}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, READY]);
  });
});
