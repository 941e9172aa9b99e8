import { describe, expect, test } from "vitest";

import { offerForm, ownRequestForm, requestForm, storedOffers } from "~/domain/supervision/request-schema";
import {
  escalatesOn,
  isAnswerable,
  isCaseRef,
  isEscalated,
  isPickable,
  isWithdrawable,
  REQUEST_STATUSES,
} from "~/domain/supervision/requests";
import { parseForm } from "~/lib/form";

describe("an urgent request reaches the manager on the second working day after the day it was made", () => {
  test.each([
    { made: "2026-11-24", reaches: "2026-11-26", because: "Tuesday: Wednesday and Thursday follow" },
    {
      made: "2026-11-20",
      reaches: "2026-11-25",
      because: "Friday: Monday the 23rd is Labour Thanksgiving Day, so Tuesday and Wednesday",
    },
    { made: "2026-11-21", reaches: "2026-11-25", because: "Saturday counts as little as Sunday and the holiday" },
    { made: "2026-12-28", reaches: "2027-01-05", because: "Monday before the year-end break: 4 and 5 January" },
    {
      made: "2026-12-25",
      reaches: "2027-01-04",
      because: "Friday: the 28th is the first, 29 December to 3 January is closed",
    },
    {
      made: "2026-05-01",
      reaches: "2026-05-08",
      because: "Friday before Golden Week: Monday to Wednesday are holidays (the 6th in lieu), then the 7th and 8th",
    },
  ])("$made: $reaches, $because", ({ made, reaches }) => {
    expect(escalatesOn("urgent", made)).toBe(reaches);
  });

  test("the others never do", () => {
    expect(escalatesOn("soon", "2026-11-24")).toBeNull();
    expect(escalatesOn("routine", "2026-11-24")).toBeNull();
  });

  test("it does from that day on, as long as nobody has answered", () => {
    const request = { status: "open", escalatesOn: "2026-11-26" } as const;
    expect(isEscalated(request, "2026-11-25")).toBe(false);
    expect(isEscalated(request, "2026-11-26")).toBe(true);
    expect(isEscalated(request, "2027-02-01")).toBe(true);
    for (const status of REQUEST_STATUSES.filter((one) => one !== "open"))
      expect(isEscalated({ ...request, status }, "2027-02-01")).toBe(false);
    expect(isEscalated({ status: "open", escalatesOn: null }, "2027-02-01")).toBe(false);
  });
});

test("a request is answered and taken back only until it is settled", () => {
  expect(REQUEST_STATUSES.filter((status) => isAnswerable({ status }))).toEqual(["open", "offered"]);
  expect(REQUEST_STATUSES.filter((status) => isWithdrawable({ status }))).toEqual(["open", "offered"]);
});

test("an offered time can be picked up to its day", () => {
  expect(isPickable({ heldOn: "2026-11-24" }, "2026-11-24")).toBe(true);
  expect(isPickable({ heldOn: "2026-11-23" }, "2026-11-24")).toBe(false);
});

test.each([
  { text: "SJ1-2026/0042", fits: true },
  { text: "C_17", fits: true },
  { text: "a".repeat(41), fits: false },
  { text: "山田太郎", fits: false },
  { text: "taro@example.jp", fits: false },
  { text: "090-1234-5678", fits: false },
  { text: "0312345678", fits: false },
  { text: "Taro Yamada", fits: false },
])("a case reference $text: $fits", ({ text, fits }) => {
  expect(isCaseRef(text)).toBe(fits);
});

function aForm(fields: Record<string, string | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value ?? "");
  return form;
}
const REF = "11111111-1111-4111-8111-111111111111";

describe("the forms", () => {
  test("a request needs an urgency, no theme and no case; full-width letters of a reference are narrowed", () => {
    expect(parseForm(requestForm, aForm({ requestRef: REF, urgency: "urgent", caseRef: "Ｃ－１" }))).toMatchObject({
      ...{ ok: true, data: { caseRef: "C-1", themes: [] } },
    });
    expect(parseForm(requestForm, aForm({ requestRef: REF }))).toMatchObject({
      problems: { urgency: { code: "choose" } },
    });
    expect(parseForm(requestForm, aForm({ requestRef: REF, urgency: "soon", caseRef: "山田" }))).toMatchObject({
      problems: { caseRef: { code: "invalid" } },
    });
  });

  const first = { version: "1", intent: "offer", heldOn1: "2026-12-01", startTime1: "9:30", minutes1: "60" };
  test("an answer offers one to three times, and leaves out those without a day", () => {
    const more = {
      heldOn3: "2026/12/3",
      startTime3: "14:00",
      minutes3: "45",
      videoUrl3: "https://meet.example/a",
      minutes2: "60",
    };
    expect(parseForm(offerForm, aForm({ ...first, ...more }))).toEqual({
      ok: true,
      data: {
        ...{ version: 1, reply: undefined, confirmed: false },
        offers: [
          { heldOn: "2026-12-01", startTime: "09:30", minutes: 60, place: null, videoUrl: null },
          { heldOn: "2026-12-03", startTime: "14:00", minutes: 45, place: null, videoUrl: "https://meet.example/a" },
        ],
      },
    });
  });

  test.each([
    { given: { heldOn1: "" }, field: "heldOn1", code: "missing" },
    { given: { startTime1: "25:00" }, field: "startTime1", code: "invalid" },
    { given: { heldOn2: "2026-12-02", minutes2: "60" }, field: "startTime2", code: "missing" },
    { given: { heldOn2: "2026-02-30", startTime2: "10:00", minutes2: "60" }, field: "heldOn2", code: "invalidDate" },
    { given: { videoUrl1: "http://meet.example" }, field: "videoUrl1", code: "invalid" },
    { given: { minutes1: "600" }, field: "minutes1", code: "tooLarge" },
  ])("$given: $field $code", ({ given, field, code }) => {
    expect(parseForm(offerForm, aForm({ ...first, ...given }))).toMatchObject({ problems: { [field]: { code } } });
  });

  test("a choice names the request and the version it was opened with", () => {
    expect(
      parseForm(ownRequestForm, aForm({ intent: "pick", requestId: REF, version: "2", choice: "0" })),
    ).toMatchObject({
      ...{ ok: true, data: { choice: 0, version: 2 } },
    });
    expect(parseForm(ownRequestForm, aForm({ intent: "pick", requestId: REF })).ok).toBe(false);
  });

  test("what the database keeps of offers is read as offers, and anything else as none", () => {
    expect(storedOffers.parse([{ heldOn: 1 }])).toEqual([]);
    expect(storedOffers.parse(null)).toEqual([]);
  });
});
