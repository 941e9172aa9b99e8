import { describe, expect, test } from "vitest";

import { digestLines, needsReader } from "~/domain/notification/digest";
import { NOTIFICATION_KINDS, type FlagHappening, type GroupHappening } from "~/domain/notification/happenings";
import { flagNews, groupNews, type FlagStanding, type GroupStanding } from "~/domain/notification/night";
import { planHappening } from "~/domain/notification/plan-news";
import { nextOpenDay, tellingOf } from "~/domain/notification/tellings";
import { translator } from "~/i18n/i18n";
import { mailText } from "~/i18n/mail-text";
import { notificationText } from "~/i18n/notification-text";
import { ROLES } from "~/domain/access/policy";

const FRIDAY = "2026-11-20";
const FLAG: FlagHappening = {
  ...{ kind: "flag.raised", flagId: "f1", rule: "overload.cap", severity: "warning" },
  ...{ staffId: "s1", staffCode: "W1", officeCode: "K1" },
};
const GROUP: GroupHappening = {
  ...{ kind: "group.raised", rule: "overload.cap", severity: "warning", offices: ["K1"], count: 3, of: 8 },
};

describe("who hears of a flag", () => {
  test("first the worker, then who supervises them, then the managers; never the ward", () => {
    const { key, readers, day } = tellingOf(FLAG, "c1", FRIDAY);
    expect([key, day]).toEqual(["flag:f1:raised", FRIDAY]);
    expect(readers.map(({ role, path }) => [role, path])).toEqual([
      ["worker", "/me/flags/f1"],
      ["supervisor", "/supervision"],
      ["manager", "/contractor/flags/f1"],
    ]);
    expect(readers.slice(0, 2).map(({ staffIds }) => staffIds)).toEqual([["s1"], ["s1"]]);
  });

  test("of an office or contract: the managers alone", () => {
    const { readers } = tellingOf({ ...FLAG, rule: "staffing.below", staffId: null, staffCode: null }, "c1", FRIDAY);
    expect(readers.map(({ role }) => role)).toEqual(["manager"]);
  });

  test("the ward of a group of workers on the next working day, over the weekend and a holiday", () => {
    // 2026-11-20 is a Friday; Monday the 23rd is Labour Thanksgiving Day.
    expect(nextOpenDay(FRIDAY)).toBe("2026-11-24");
    const { readers, day, params } = tellingOf(GROUP, "c1", FRIDAY);
    expect([readers.map(({ role }) => role), day]).toEqual([["ward"], "2026-11-24"]);
    expect(params).toEqual({ rule: "overload.cap", offices: ["K1"], count: 3, of: 8 });
  });

  test("the ward of an office's or contract's own flag on the same day", () => {
    const telling = tellingOf({ ...GROUP, rule: "return.late", offices: [], count: null, of: null }, "c1", FRIDAY);
    expect(telling.day).toBe(FRIDAY);
  });

  test("a severity is one key: the same rise is not heard twice, a further one is", () => {
    const keyAt = (severity: FlagHappening["severity"]) =>
      tellingOf({ ...FLAG, kind: "flag.severity", severity }, "c1", FRIDAY).key;
    expect([keyAt("warning"), keyAt("warning"), keyAt("critical")]).toEqual([
      ...["flag:f1:severity:warning", "flag:f1:severity:warning", "flag:f1:severity:critical"],
    ]);
  });
});

describe("a night's news", () => {
  const STANDING: FlagStanding = {
    ...{ flagId: "f1", rule: "overload.cap", severity: "warning", staffId: "s1", staffCode: "W1", officeCode: "K1" },
    ...{ raisedOn: "2026-11-10", raisedAt: "warning", changedOn: null, resolvedOn: null, resolvedByPerson: false },
    ...{ agreedOn: null, dueOn: "2026-11-24", isAnswered: false },
  };
  const kindsOn = (change: Partial<FlagStanding>, since = "2026-11-19", day = FRIDAY) =>
    flagNews([{ ...STANDING, ...change }], since, day).map(({ kind }) => kind);

  test.each<[string, Partial<FlagStanding>, string[]]>([
    ["nothing of a flag that goes on as it was", {}, []],
    ["a flag raised since the evaluation before", { raisedOn: FRIDAY }, ["flag.raised"]],
    ["a rise", { changedOn: FRIDAY, severity: "critical" }, ["flag.severity"]],
    ["no rise where it is no graver than it was raised", { changedOn: FRIDAY, severity: "watch" }, []],
    [
      "one thing of a flag raised and risen since",
      { raisedOn: FRIDAY, changedOn: FRIDAY, severity: "critical" },
      ["flag.raised"],
    ],
    ["that it resolved by itself", { resolvedOn: FRIDAY }, ["flag.resolved"]],
    ["nothing where a person resolved it, which was told at once", { resolvedOn: FRIDAY, resolvedByPerson: true }, []],
    ["that a plan was agreed", { agreedOn: FRIDAY, isAnswered: true }, ["flag.agreed"]],
  ])("is %s", (_, change, kinds) => {
    expect(kindsOn(change)).toEqual(kinds);
  });

  test("says that the due day has passed on the first evaluated day after it, once, and not where a plan answers", () => {
    // due on the 24th: the 24th itself still counts
    expect(kindsOn({}, "2026-11-23", "2026-11-24")).toEqual([]);
    expect(kindsOn({}, "2026-11-24", "2026-11-25")).toEqual(["flag.due"]);
    expect(kindsOn({}, "2026-11-25", "2026-11-26")).toEqual([]);
    expect(kindsOn({}, "2026-11-20", "2026-11-27")).toEqual(["flag.due"]);
    expect(kindsOn({ isAnswered: true }, "2026-11-24", "2026-11-25")).toEqual([]);
  });

  test("of groups is what is new, graver or gone, with numbers and without staff", () => {
    const group = (severity: GroupStanding["severity"], code: string): GroupStanding => ({
      ...{ rule: "overload.cap", severity, scope: "office", offices: [{ officeCode: code }], supportStaff: 8 },
      counts: { watch: 1, warning: 2, critical: 0 },
    });
    const before = [group("watch", "K1"), group("critical", "K2"), group("warning", "K3")];
    const now = [group("warning", "K1"), group("warning", "K2"), group("watch", "K4")];
    expect(groupNews(before, now, []).map(({ kind, offices, count, of }) => [kind, offices, count, of])).toEqual([
      ["group.severity", ["K1"], 3, 8],
      ["group.raised", ["K4"], 3, 8],
      ["group.resolved", ["K3"], 3, 8],
    ]);
  });
});

test("a plan's steps reach the side that is to act, and a clock that has run out both", () => {
  const of = { planId: "p1", contractId: "c1", rule: "overload.cap" as const, officeIds: ["o1", "o2"] };
  const codes = new Map([
    ["o1", "K2"],
    ["o2", "K1"],
  ]);
  const heard = (fact: Parameters<typeof planHappening>[0]) => {
    const { key, readers, params } = tellingOf(planHappening(fact, codes), "c1", FRIDAY);
    return [key, readers.map(({ path }) => path), params.offices];
  };
  const change = { ...of, on: FRIDAY, dueOn: null };
  const [atContractor, atWard] = ["/contractor/plans/p1", "/ward/plans/c1/p1"];
  expect(heard({ ...change, kind: "planProposed", by: "contractor", key: "a" })).toEqual([
    "plan:a",
    [atWard],
    ["K1", "K2"],
  ]);
  expect(heard({ ...change, kind: "planReturned", by: "ward", key: "b" })).toEqual([
    "plan:b",
    [atContractor],
    ["K1", "K2"],
  ]);
  const late = { ...of, dueOn: FRIDAY, daysLate: 1 };
  expect(heard({ ...late, kind: "wardAnswerLate", asks: "agreement", key: "c" })[1]).toEqual([atContractor, atWard]);
  expect(heard({ ...late, kind: "measureLate", measureId: "m", owner: "ward", key: "d" })[1]).toEqual([atWard]);
});

describe("the words", () => {
  test("speak to a worker of the own flag, to a manager of a staff code, to a ward of numbers", () => {
    const t = translator("ja");
    const params = { rule: "overload.cap" as const, staff: "W1", offices: ["K1"], contract: "C-1" };
    const text = (area: string) => notificationText(t, "ja", { kind: "flag.raised", area, params });
    expect(text("me")).toBe("「担当件数の上限」の注意喚起が出ました");
    expect(text("contractor")).toBe("職員W1（事業所K1）：「担当件数の上限」の注意喚起が出ました");
    const { params: ofGroup } = tellingOf(GROUP, "c1", FRIDAY);
    expect(notificationText(t, "ja", { kind: "group.raised", area: "ward", params: ofGroup })).toBe(
      "事業所K1：「担当件数の上限」の注意喚起が出ました（8人のうち3人）",
    );
  });

  test("of a digest are counts by kind and rule, those that need the reader first, without a rule for a worker", () => {
    const lines = digestLines([
      { kind: "flag.resolved", area: "contractor", rule: "training.pace", contract: "C-1", count: 1 },
      { kind: "flag.raised", area: "contractor", rule: "overload.cap", contract: "C-1", count: 2 },
      { kind: "flag.raised", area: "contractor", rule: "overload.cap", contract: "C-1", count: 1 },
      { kind: "flag.raised", area: "me", rule: "burnout.conditions", contract: "C-1", count: 1 },
    ]);
    expect(lines.now.map(({ role, rule, count }) => [role, rule, count])).toEqual([
      ["worker", null, 1],
      ["manager", "overload.cap", 3],
    ]);
    const token = "00000000-0000-4000-8000-000000000000";
    const content = { kind: "digest" as const, day: FRIDAY, ...lines, token, origin: "https://sasae.example.jp" };
    const { subject, text, html } = mailText(content, "en");
    const rule = translator("en")("flag.rule.overload.cap.name");
    expect(subject).toBe("[Sasae] Notifications of 20 Nov");
    expect(text).toContain(`Needs you now\n- New flags: 1\n- Contract C-1, new flags (${rule}): 3\n`);
    expect(text).toContain(`https://sasae.example.jp/digest/${token}`);
    expect(html).toContain('href="https://sasae.example.jp/notifications?topic=flag"');
  });

  test("exist for every kind, and every kind that needs somebody needs one of those it is told to", () => {
    for (const locale of ["ja", "en"] as const)
      for (const kind of NOTIFICATION_KINDS)
        expect(notificationText(translator(locale), locale, { kind, area: "ward", params: {} })).not.toContain(
          "notification.",
        );
    const needed = NOTIFICATION_KINDS.filter((kind) => ROLES.some((role) => needsReader(kind, role)));
    expect(needed).toContain("plan.proposed");
    expect(needsReader("plan.proposed", "manager")).toBe(false);
  });
});
