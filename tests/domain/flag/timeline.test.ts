import { expect, test } from "vitest";

import { timelineOf, type TimelineEntry } from "~/domain/flag/timeline";

const entry = (day: string, kind: string, severity: TimelineEntry["severity"] = null) => ({ day, kind, severity });

test("severity lasts until it changes, a gap belongs to none, and nightly figures are no points", () => {
  const history = [
    entry("2026-11-01", "raised", "watch"),
    entry("2026-11-03", "figures", "watch"),
    entry("2026-11-05", "severity", "critical"),
    entry("2026-11-05", "viewed"),
    entry("2026-11-10", "lapsed"),
    entry("2026-11-12", "severity", "warning"),
    entry("2026-11-20", "resolved"),
  ];
  const course = timelineOf(history, { raisedOn: "2026-11-01", resolvedOn: "2026-11-20", until: "2026-11-24" });
  expect(course.stretches).toEqual([
    { from: "2026-11-01", to: "2026-11-04", severity: "watch" },
    { from: "2026-11-05", to: "2026-11-09", severity: "critical" },
    { from: "2026-11-12", to: "2026-11-19", severity: "warning" },
  ]);
  expect(course.points.map(({ kind }) => kind)).toEqual([
    "raised",
    "severity",
    "viewed",
    "lapsed",
    "severity",
    "resolved",
  ]);
  expect([course.from, course.to, course.days]).toEqual(["2026-11-01", "2026-11-20", 19]);
});

test("an open flag is drawn until today, and one raised today has a day of room", () => {
  const history = [entry("2026-11-24", "raised", "warning")];
  const course = timelineOf(history, { raisedOn: "2026-11-24", resolvedOn: null, until: "2026-11-24" });
  expect([course.to, course.days]).toEqual(["2026-11-25", 1]);
  expect(course.stretches).toEqual([{ from: "2026-11-24", to: "2026-11-24", severity: "warning" }]);
});
