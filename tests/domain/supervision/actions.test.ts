import { describe, expect, test } from "vitest";

import { byDueDay, mayClose, standingOf, type AgreedAction } from "~/domain/supervision/actions";
import { isAnswerable, waitingSince } from "~/domain/supervision/confirmation";

const anAction = (given: Partial<AgreedAction> = {}): AgreedAction => ({
  ...{ id: "a", sessionId: "s", agreedOn: "2026-11-01", staffId: "w", staffName: "支援 W1", owner: "supervisee" },
  ...{ text: "事例をまとめる", dueOn: "2026-11-24", state: "open", closedOn: null, version: 1 },
  ...given,
});

describe("how an agreed action stands", () => {
  test.each([
    { given: { dueOn: "2026-11-24" }, standing: "open", because: "it is still the due day" },
    { given: { dueOn: "2026-11-23" }, standing: "overdue", because: "the due day is over" },
    { given: { dueOn: null }, standing: "open", because: "it has no due day" },
    { given: { dueOn: "2026-11-01", state: "done" }, standing: "done", because: "a closed one is never overdue" },
    { given: { dueOn: "2026-11-01", state: "dropped" }, standing: "dropped", because: "nor is a dropped one" },
  ] as const)("$standing, because $because", ({ given, standing }) => {
    expect(standingOf(anAction(given), "2026-11-24")).toBe(standing);
  });

  test("only the side that owns it closes it, and only once", () => {
    expect(mayClose(anAction(), "supervisee")).toBe(true);
    expect(mayClose(anAction(), "supervisor")).toBe(false);
    expect(mayClose(anAction({ owner: "supervisor" }), "supervisor")).toBe(true);
    expect(mayClose(anAction({ state: "done" }), "supervisee")).toBe(false);
  });

  test("the earliest due comes first, those without a day last, then the one agreed first", () => {
    const actions = [
      anAction({ id: "never", dueOn: null }),
      anAction({ id: "late", dueOn: "2026-12-01" }),
      anAction({ id: "soon", dueOn: "2026-11-25", agreedOn: "2026-11-02" }),
      anAction({ id: "soon, older", dueOn: "2026-11-25" }),
    ];
    expect(actions.sort(byDueDay).map(({ id }) => id)).toEqual(["soon, older", "soon", "late", "never"]);
  });
});

describe("the record of a session", () => {
  test("can be answered once the session was held and the own attendance stands", () => {
    expect(isAnswerable({ status: "held" }, "absent")).toBe(true);
    expect(isAnswerable({ status: "held" }, null)).toBe(false);
    expect(isAnswerable({ status: "planned" }, "attended")).toBe(false);
    expect(isAnswerable({ status: "cancelled" }, "attended")).toBe(false);
  });

  test("waits on the home for 90 days", () => {
    // 24 November is day 328 of 2026; 328 - 90 = 238, 26 August.
    expect(waitingSince("2026-11-24")).toBe("2026-08-26");
  });
});
