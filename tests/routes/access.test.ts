import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { may, ROLES } from "~/domain/access/policy";
import { FROM_ANYWHERE, PUBLIC, RIGHTS } from "./route-rights";

const FOLDER = path.resolve(import.meta.dirname, "../../app/routes");
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

/** The body of an exported loader or action, or null where the route has none. */
function bodyOf(source: string, name: "loader" | "action"): string | null {
  const start = source.search(
    new RegExp(`^export (async )?(function|const) ${name}\\b|^export \\{[^}]*\\b${name}\\b`, "m"),
  );
  if (start < 0) return null;
  const rest = source.slice(start);
  return rest.slice(0, rest.search(/^\}/m) + 1);
}

describe.each(files)("the route %s", (file) => {
  const source = readFileSync(path.join(FOLDER, file), "utf8");

  test.each(["loader", "action"] as const)("authorises its %s first, with the right in the table", (name) => {
    const body = bodyOf(source, name);
    const right = RIGHTS[file]?.[name];
    if (body === null) return expect(right).toBeUndefined();
    if (!right)
      return expect(PUBLIC, `${name} of ${file} is neither in the table of rights nor public`).toHaveProperty([file]);
    const [action] = right;
    const first = body.slice(0, body.indexOf(";", body.indexOf("await")) + 1);
    expect(first).toMatch(
      new RegExp(`await require(Actor|SignedIn|Tenant|People|Ward|Platform|Jobs|Transfer)\\(request, "${action}"\\)`),
    );
  });

  test("lets through the roles in the table, and no other", () => {
    for (const [action, ...roles] of Object.values(RIGHTS[file] ?? {})) {
      expect(ROLES.filter((role) => may(role, action))).toEqual(roles);
    }
  });

  test("if public, checks that a mutation comes from our own pages", () => {
    const action = bodyOf(source, "action");
    if (RIGHTS[file]?.action || action === null) return;
    if (FROM_ANYWHERE.includes(file)) return expect(source).not.toMatch(/signedIn|currentActor|Cookie/);
    expect(action.split("\n").slice(1, 2).join()).toContain("requireSameOrigin(request)");
  });
});

describe("the table of rights", () => {
  test("names only routes that exist", () => {
    expect([...Object.keys(RIGHTS), ...Object.keys(PUBLIC)].filter((file) => !files.includes(file))).toEqual([]);
  });
});
