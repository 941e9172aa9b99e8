import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import {
  attendanceRows,
  cancelForm,
  logSessionForm,
  recordAnswerForm,
  scheduleForm,
} from "~/domain/supervision/schema";
import { parseForm } from "~/lib/form";

type Given = Record<string, string | string[] | undefined>;
function aForm(fields: Given): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value ?? []].flat()) form.append(Array.isArray(value) ? `${name}[]` : name, one);
  return form;
}
const log = (given: Given = {}) =>
  parseForm(
    logSessionForm("2026-11-24"),
    aForm({
      ...{ sessionRef: randomUUID(), heldOn: "2026-11-20", minutes: "60", kind: "individual", supervisor: "staff:SV1" },
      ...given,
    }),
  );
const schedule = (given: Given = {}) =>
  parseForm(
    scheduleForm,
    aForm({
      ...{ sessionRef: randomUUID(), kind: "group", participants: [randomUUID(), randomUUID()], heldOn: "2026/12/1" },
      ...{ minutes: "60", ...given },
    }),
  );
const codeOf = (result: ReturnType<typeof log> | ReturnType<typeof schedule>, field: string) =>
  result.ok ? null : (result.problems[field]?.code ?? "another field");

describe("the form that logs a session", () => {
  test("needs no theme, place or name where the supervisor is on the list", () => {
    expect(log()).toMatchObject({ ok: true, data: { themes: [], another: false, minutes: 60 } });
  });

  test.each([
    { given: { supervisor: "external" }, field: "supervisorName", code: "missing" },
    { given: { supervisor: "external", supervisorName: "外部 花子" }, field: "supervisorName", code: null },
    { given: { supervisor: "internal" }, field: "supervisorName", code: "missing" },
    { given: { supervisor: "staff:" }, field: "supervisor", code: "invalid" },
    { given: { heldOn: "2026-11-25" }, field: "heldOn", code: "future" },
    { given: { minutes: "4" }, field: "minutes", code: "tooSmall" },
    { given: { minutes: "481" }, field: "minutes", code: "tooLarge" },
    { given: { minutes: "60.5" }, field: "minutes", code: "step" },
    { given: { themes: ["workload", "gossip"] }, field: "themes", code: "choose" },
    { given: { kind: "" }, field: "kind", code: "choose" },
  ])("$given: $field $code", ({ given, field, code }) => {
    expect(codeOf(log(given), field)).toBe(code);
  });
});

describe("the form that schedules a session", () => {
  test("takes times as people type them, and none at all", () => {
    expect(schedule({ startTime: "９：３０" })).toMatchObject({ ok: true, data: { startTime: "09:30" } });
    expect(schedule({ startTime: "" })).toMatchObject({ ok: true, data: { heldOn: "2026-12-01", confirmed: false } });
  });

  test.each([
    { given: { startTime: "24:00" }, field: "startTime", code: "invalid" },
    { given: { heldOn: "2026-06-31" }, field: "heldOn", code: "invalidDate" },
    { given: { participants: ["somebody"] }, field: "participants", code: "invalid" },
    { given: { videoUrl: "http://meet.example/room" }, field: "videoUrl", code: "invalid" },
    { given: { videoUrl: "https://meet.example/room" }, field: "videoUrl", code: null },
    { given: { repeat: "weekly" }, field: "count", code: "missing" },
    { given: { repeat: "weekly", count: "13" }, field: "count", code: "tooLarge" },
    { given: { repeat: "weekly", count: "1" }, field: "count", code: "tooSmall" },
    { given: { repeat: "weekly", count: "12" }, field: "count", code: null },
  ])("$given: $field $code", ({ given, field, code }) => {
    expect(codeOf(schedule(given), field)).toBe(code);
  });
});

test("attendance comes from the fields of the participants; anything else is left out", () => {
  const staffId = randomUUID();
  const form = aForm({ [`attendance:${staffId}`]: "excused", "attendance:nobody": "attended", intent: "attendance" });
  form.append(`attendance:${randomUUID()}`, "asleep");
  expect(attendanceRows(form)).toEqual([{ staffId, attendance: "excused" }]);
});

test("a dispute says what is wrong; a confirmation need not say anything", () => {
  const answer = (given: Given) => parseForm(recordAnswerForm, aForm({ version: "1", ...given }));
  expect(answer({ answer: "confirmed" })).toMatchObject({ ok: true });
  expect(answer({ answer: "disputed" })).toMatchObject({ problems: { comment: { code: "missing" } } });
  expect(answer({ answer: "disputed", comment: "60分でした" })).toMatchObject({ ok: true });
});

test("a session is cancelled with a reason, this one alone unless said otherwise", () => {
  expect(parseForm(cancelForm, aForm({ version: "3", reason: "" }))).toMatchObject({
    problems: { reason: { code: "missing" } },
  });
  expect(parseForm(cancelForm, aForm({ version: "3", reason: "台風" }))).toMatchObject({
    data: { scope: "one", version: 3 },
  });
});
