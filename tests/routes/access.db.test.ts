import path from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { ROLES, type Role } from "~/domain/access/policy";
import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, aWorker } from "../setup/factories";
import { RIGHTS } from "./route-rights";

type Handler = (given: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;
type Module = { loader?: Handler; action?: Handler };

const browsers = new Map<Role, ReturnType<typeof aBrowser>>();
const ID = "00000000-0000-4000-8000-000000000000";
const params = {
  flagId: ID,
  sessionId: ID,
  staffId: ID,
  userId: ID,
  contractId: ID,
  code: "X",
  token: "x",
  fileId: ID,
};

beforeAll(async () => {
  const tenant = await aContract();
  const { wardId, contractId } = tenant;
  const staffId = await aWorker(tenant);
  const places = {
    worker: { wardId, contractId, staffId },
    supervisor: { wardId, contractId },
    manager: { wardId, contractId },
    ward: { wardId },
    admin: {},
  };
  for (const role of ROLES) {
    const browser = aBrowser();
    await browser.signInAs((await aPerson(role, places[role])).userId);
    browsers.set(role, browser);
  }
});

function load(file: string): Promise<Module> {
  return import(path.resolve(import.meta.dirname, "../../app/routes", file)) as Promise<Module>;
}

/** How a request is turned away: the address it is sent to, or the status. */
async function turnedAway(handler: Handler, request: Request): Promise<string | number | null> {
  try {
    await handler({ request, params, context: { address: "10.0.0.9" } });
    return null;
  } catch (thrown) {
    return thrown instanceof Response ? (thrown.headers.get("Location") ?? thrown.status) : null;
  }
}

const cases = Object.entries(RIGHTS).flatMap(([file, rights]) =>
  (["loader", "action"] as const).flatMap((name) => {
    const right = rights[name];
    return right ? [{ file, name, roles: right.slice(1) as readonly string[] }] : [];
  }),
);

describe.each(cases)("$name of $file", ({ file, name, roles }) => {
  const init = name === "action" ? { method: "POST", body: new URLSearchParams({ intent: "nothing" }) } : {};

  test("sends whoever is not signed in to sign-in", async () => {
    const handler = (await load(file))[name];
    expect(handler && (await turnedAway(handler, aBrowser().request("/somewhere", init)))).toBe(
      "/login?next=%2Fsomewhere",
    );
  });

  test("is not found by every other role", async () => {
    const handler = (await load(file))[name];
    for (const role of ROLES.filter((one) => !roles.includes(one))) {
      const request = browsers.get(role)?.request("/somewhere", init);
      expect(handler && request && (await turnedAway(handler, request)), role).toBe(404);
    }
  });

  test.runIf(name === "action")("refuses another site's request, whoever is signed in", async () => {
    const handler = (await load(file))[name];
    for (const role of ROLES.filter((one) => roles.includes(one))) {
      const request = browsers
        .get(role)
        ?.request("/somewhere", { ...init, headers: { Origin: "https://evil.example" } });
      expect(handler && request && (await turnedAway(handler, request)), role).toBe(403);
    }
  });
});
