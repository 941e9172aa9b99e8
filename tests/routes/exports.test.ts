import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

const APP = path.resolve(import.meta.dirname, "../../app");
const ROUTES = path.join(APP, "routes");
const TABLE = path.join(APP, "components/data-table.tsx");

/** Pages that are made of tables and have no file of their own, each with its reason. */
const WITHOUT_FILE: Record<string, string> = {
  "_app.account._index.tsx": "one's own signed-in devices: a list to end them from, not a record to keep",
  "_app.contractor._index.tsx": "a home: its tables are shortened views of lists that have files of their own",
  "_app.supervision.availability._index.tsx": "a setting: the hours in which one supervises, to enter and take out",
  "_app.contractor.thresholds._index.tsx": "a setting of the ward's, to read: it stands on each flag that it raised",
  "_app.notifications._index.tsx": "what one was told of: each leads to its page, whose lists have files of their own",
  "_app.contractor.redistribution._index.tsx": "being worked out: once kept, its assignments are a file (scenarios)",
  "_app.supervision._index.tsx": "a home: its tables are those of coverage and sessions, which have files of their own",
};

/** The components that a file imports. */
function importsOf(file: string): string[] {
  const statement = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?["'](~\/|\.)([^"']+)["']/gm;
  return [...readFileSync(file, "utf8").matchAll(statement)].flatMap(([, from = "", rest = ""]) => {
    const stem = from === "~/" ? path.join(APP, rest) : path.resolve(path.dirname(file), from + rest);
    if (!stem.startsWith(path.join(APP, "components"))) return [];
    return [`${stem}.tsx`, `${stem}.ts`].filter((name) => existsSync(name)).slice(0, 1);
  });
}

function reaches(file: string, target: string, seen = new Set<string>()): boolean {
  if (file === target) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((next) => reaches(next, target, seen));
}

const lists = readdirSync(ROUTES).filter(
  (file) => file.endsWith("._index.tsx") && reaches(path.join(ROUTES, file), TABLE),
);

test("the walk finds lists, those that hide their table in a component too", () => {
  expect(lists).toEqual(
    expect.arrayContaining(["_app.contractor.workers._index.tsx", "_app.contractor.people._index.tsx"]),
  );
});

describe.each(lists)("the list %s", (file) => {
  test("can be downloaded, or says why not", () => {
    const download = file.replace(/\._index\.tsx$/, ".export.ts");
    if (existsSync(path.join(ROUTES, download))) {
      expect(WITHOUT_FILE).not.toHaveProperty([file]);
      expect(readFileSync(path.join(ROUTES, download), "utf8")).toMatch(/sheetResponse\(|makeFile\(/);
      expect(reaches(path.join(ROUTES, file), path.join(APP, "components/export-links.tsx"))).toBe(true);
    } else expect(WITHOUT_FILE).toHaveProperty([file]);
  });
});

test("an exemption is for a list that exists and needs it", () => {
  expect(Object.keys(WITHOUT_FILE).filter((file) => !lists.includes(file))).toEqual([]);
});
