import { describe, expect, test } from "vitest";

import { clocks, type TimedPlan } from "~/domain/improvement/clocks";
import { overdueOf } from "~/domain/improvement/escalation";
import { groupKey, groupOfFlag, isSameGroup, NO_OFFICE } from "~/domain/improvement/group";
import { namer } from "~/domain/improvement/naming";
import { PLAN_STATUSES, type Plan } from "~/domain/improvement/plan";
import { mayAct, PLAN_ACTIONS, type PlanAction } from "~/domain/improvement/rules";
import { attentionOf, byAttention, urgency, type Attention } from "~/domain/improvement/urgency";

const PLAN: Plan = {
  ...{ planId: "a", contractId: "c", rule: "overload.cap", officeIds: [], offices: [], cause: "件数の偏り" },
  ...{ status: "draft", dueOn: "2026-06-15", reviewOn: "2026-09-01", proposedOn: null, wardRequest: null },
  ...{ wardDueOn: null, wardAnswer: null, wardAnsweredOn: null, agreedOn: null, closedOn: null, outcome: null },
  ...{ version: 1, measures: [] },
};
const proposed: Plan = { ...PLAN, status: "proposed", proposedOn: "2026-06-10" };
const agreed: Plan = { ...proposed, status: "agreed", agreedOn: "2026-06-20" };

describe("who may do what when", () => {
  // one letter a status: draft, proposed, returned, agreed, done, withdrawn; "." = not then.
  const table: Record<PlanAction, [contractor: string, ward: string]> = {
    change: ["dpr...", "......"],
    propose: ["d.r...", "......"],
    withdraw: ["dpra..", "......"],
    addFlags: ["dpra..", "......"],
    markMeasure: ["...a..", "......"],
    close: ["...a..", "......"],
    agree: ["......", ".p...."],
    return: ["......", ".p...."],
    answer: ["......", ".p.a.."],
    comment: ["dpradw", "dpradw"],
  };
  test.each(PLAN_ACTIONS)("%s", (action) => {
    const letters = (side: "contractor" | "ward") =>
      PLAN_STATUSES.map((status) => (mayAct(side, action, status) ? status.charAt(0) : ".")).join("");
    expect([letters("contractor"), letters("ward")]).toEqual(table[action]);
  });
});

describe("the two clocks", () => {
  const of = (plan: Plan, day: string) => clocks({ kind: "plan", ...(plan as Omit<TimedPlan, "kind">) }, day);

  test("a flag waits up to its last day, is late from the next, and is answered by a proposal or by resolving itself", () => {
    const flag = { kind: "flag", dueOn: "2026-06-15", resolvedOn: null, proposedOn: null } as const;
    expect(clocks(flag, "2026-06-15").contractor).toEqual({ state: "waiting", dueOn: "2026-06-15", days: 0 });
    expect(clocks(flag, "2026-06-18").contractor).toEqual({ state: "late", dueOn: "2026-06-15", days: 3 });
    expect(clocks({ ...flag, proposedOn: "2026-06-17" }, "2026-06-18").contractor).toMatchObject({
      ...{ state: "answered", days: 2 },
    });
    expect(clocks({ ...flag, resolvedOn: "2026-06-16" }, "2026-06-18").contractor).toEqual({ state: "off" });
    expect(clocks(flag, "2026-06-18").ward).toEqual({ state: "off" });
  });

  test("a draft runs on the contractor's clock, a proposal on the ward's: 14 days unless another day was asked for", () => {
    expect(of(PLAN, "2026-06-16")).toMatchObject({ contractor: { state: "late", days: 1 }, ward: { state: "off" } });
    // 10 June + 14 days = 24 June.
    expect(of(proposed, "2026-06-24")).toMatchObject({
      contractor: { state: "answered", answeredOn: "2026-06-10", days: 0 },
      ward: { state: "waiting", dueOn: "2026-06-24", days: 0 },
    });
    const asked = { ...proposed, wardRequest: "増額", wardDueOn: "2026-06-20" };
    expect(of(asked, "2026-06-22").ward).toEqual({ state: "late", dueOn: "2026-06-20", days: 2 });
  });

  test("an agreement stops the ward's clock, unless it still owes an answer to what it is asked for", () => {
    expect(of(agreed, "2026-07-30").ward).toMatchObject({ state: "answered", answeredOn: "2026-06-20", days: 0 });
    const asked = { ...agreed, wardRequest: "増額", wardDueOn: "2026-06-30" };
    expect(of(asked, "2026-07-03").ward).toMatchObject({ state: "late", days: 3 });
    expect(of({ ...asked, wardAnsweredOn: "2026-07-02" }, "2026-07-03").ward).toMatchObject({
      ...{ state: "answered", answeredOn: "2026-07-02", days: 2 },
    });
  });

  test("a plan sent back is with the contractor again; a withdrawn one with nobody", () => {
    const returned: Plan = { ...proposed, status: "returned", dueOn: "2026-07-01" };
    expect(of(returned, "2026-07-02")).toMatchObject({
      contractor: { state: "late", days: 1 },
      ward: { state: "off" },
    });
    expect(of({ ...proposed, status: "withdrawn" }, "2026-07-02")).toEqual({
      ...{ contractor: { state: "off" }, ward: { state: "off" } },
    });
  });
});

describe("what needs a side first", () => {
  const measure = {
    measureId: "m",
    kind: "hire",
    text: "採用",
    owner: "contractor",
    dueOn: "2026-07-01",
    doneOn: null,
  };
  const running: Plan = { ...agreed, measures: [measure as Plan["measures"][number]] };

  test("own late answers, the other side's, what waits, reviews, measures; the longest overdue first", () => {
    const entry = (kind: Attention["kind"], days: number): Attention => ({
      kind,
      planId: "p",
      dueOn: "2026-07-01",
      days,
    });
    const wanted = [
      ...[entry("ownAnswerLate", 9), entry("ownAnswerLate", 2), entry("otherAnswerLate", 40), entry("answerDue", -3)],
      ...[entry("reviewDue", 1), entry("measureDue", 5), entry("measureDue", -2)],
    ];
    expect([...wanted].reverse().sort(urgency)).toEqual(wanted);
  });

  test("a measure is its owner's side's, from a week before its day; a review is the contractor's", () => {
    expect(attentionOf(running, "contractor", "2026-06-23")).toEqual([]);
    expect(attentionOf(running, "contractor", "2026-06-24")).toMatchObject([{ kind: "measureDue", days: -7 }]);
    expect(attentionOf(running, "ward", "2026-07-10")).toEqual([]);
    expect(attentionOf(running, "contractor", "2026-09-01").map(({ kind }) => kind)).toEqual([
      ...["reviewDue", "measureDue"],
    ]);
    expect(attentionOf(proposed, "contractor", "2026-06-26")).toMatchObject([{ kind: "otherAnswerLate", days: 2 }]);
    expect(attentionOf(proposed, "ward", "2026-06-26")).toMatchObject([{ kind: "ownAnswerLate", days: 2 }]);
  });

  test("a list begins with what is late and ends with what is over", () => {
    const plans = [
      ...[
        { ...agreed, planId: "1" },
        { ...agreed, planId: "2", status: "done" as const },
      ],
      ...[
        { ...proposed, planId: "3" },
        { ...proposed, planId: "4", proposedOn: "2026-06-01" },
      ],
    ];
    expect(byAttention(plans, "ward", "2026-06-20").map(({ planId }) => planId)).toEqual(["4", "3", "1", "2"]);
  });

  test("what is overdue has the same key on every later day", () => {
    const late = overdueOf({ ...running, reviewOn: "2026-07-05" }, "2026-07-06");
    expect(late.map(({ key, daysLate }) => [key, daysLate])).toEqual([
      ["a:measureLate:2026-07-01:m", 5],
      ["a:reviewDue:2026-07-05", 1],
    ]);
    expect(overdueOf(running, "2026-07-01")).toEqual([]);
    expect(overdueOf(proposed, "2026-06-30").map(({ key }) => key)).toEqual(["a:wardAnswerLate:2026-06-24:agreement"]);
    expect(overdueOf({ ...proposed, status: "draft" }, "2026-12-01")).toEqual([]);
  });
});

describe("words that name nobody", () => {
  const names = namer([
    { name: "佐藤 花子", staffCode: "SJ1-007" },
    { name: "Anna Lee", staffCode: "12" },
    { name: null, staffCode: "A.1" },
  ]);

  test.each([
    ...[
      "佐藤　花子の担当が多い",
      "佐藤花子",
      "佐藤さんに偏る",
      "sj1-007の件数",
      "ＳＪ１－００７",
      "anna lee",
      "A.1に集中",
    ],
  ])("%s names somebody", (text) => {
    expect(names(text)).toBe(true);
  });

  test.each([
    ...[
      "佐藤町の相談が多い",
      "12件を超える",
      "上限を超える人が3人いる",
      "SJ1-0071",
      "annaleese",
      "AB1",
      "花子町の事業所",
    ],
  ])("%s names nobody", (text) => {
    expect(names(text)).toBe(false);
  });
});

describe("groups", () => {
  const groups = [
    { scope: "office" as const, officeIds: ["n"], supportStaff: 6 },
    { scope: "pooled" as const, officeIds: ["w", null, "e"], supportStaff: 5 },
  ];

  test("a worker's flag belongs to the published group of the office, a group's to itself", () => {
    expect(groupOfFlag({ subject: "staff", officeId: "n" }, groups)).toEqual(["n"]);
    expect(groupOfFlag({ subject: "staff", officeId: null }, groups)).toEqual([NO_OFFICE, "e", "w"]);
    expect(groupOfFlag({ subject: "office", officeId: "e" }, groups)).toEqual(["e"]);
    expect(groupOfFlag({ subject: "contract", officeId: null }, groups)).toEqual([]);
    const whole = [{ scope: "contract" as const, officeIds: ["e"], supportStaff: 4 }];
    expect(groupOfFlag({ subject: "staff", officeId: "e" }, whole)).toEqual([]);
    expect(isSameGroup(["a", "b"], ["b", "a"])).toBe(true);
    expect(isSameGroup(["a"], [])).toBe(false);
  });

  test("its name in an address is made of office codes alone", () => {
    const keys = (["office", "pooled", "contract"] as const).map((scope) =>
      groupKey({ scope, offices: [{ officeCode: "SJ1-A" }] }),
    );
    expect([...keys, groupKey({ scope: "office", offices: [] })]).toEqual([
      ...["office.SJ1-A", "pooled", "contract", "no-office"],
    ]);
  });
});
