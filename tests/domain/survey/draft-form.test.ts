import { describe, expect, test } from "vitest";

import { draftForm, presetFields, questionAsTyped, typedQuestions } from "~/domain/survey/draft-form";
import { parseForm } from "~/lib/form";

const TODAY = "2026-11-24";

function parsed(fields: [string, string][], allows = false) {
  const form = new FormData();
  const base: [string, string][] = [
    ["title", "年1回アンケート"],
    ["kind", "annual"],
    ["opensOn", "2026-12-01"],
    ["closesOn", "2026-12-21"],
  ];
  for (const [name, value] of [...base.filter(([name]) => !fields.some(([own]) => own === name)), ...fields])
    form.append(name, value);
  return parseForm(
    draftForm(TODAY, () => allows),
    form,
  );
}
const SATISFACTION: [string, string] = ["instruments[]", "satisfaction"];
const own = (ja: string, en: string, kind = "scale", optionsJa = "", optionsEn = ""): [string, string][] => [
  ["ownJa[]", ja],
  ["ownEn[]", en],
  ["ownKind[]", kind],
  ["ownOptionsJa[]", optionsJa],
  ["ownOptionsEn[]", optionsEn],
];
function problems(fields: [string, string][], allows = false) {
  const result = parsed(fields, allows);
  return result.ok ? [] : Object.keys(result.problems);
}

describe("a draft", () => {
  test("becomes a questionnaire with the versions that instruments have, in the fiscal year of its opening", () => {
    const result = parsed([SATISFACTION, ["bjsq", "bjsq57"], ["asksSex", "1"], ["titleEn", "Annual"]]);
    expect(result.ok && result.data).toEqual({
      ...{ title: "年1回アンケート", titleEn: "Annual", kind: "annual", fiscalYear: 2026, freeText: false },
      ...{ opensOn: "2026-12-01", closesOn: "2026-12-21" },
      questionnaire: {
        instruments: [
          { key: "satisfaction", version: 1 },
          { key: "bjsq57", version: 1 },
        ],
        ...{ own: [], asksSex: true },
      },
    });
    const late = parsed([SATISFACTION, ["opensOn", "2027-03-31"], ["closesOn", "2027-04-10"]]);
    expect(late.ok && late.data.fiscalYear).toBe(2026);
  });

  test("asks for sex only with the questionnaire that needs it", () => {
    const result = parsed([SATISFACTION, ["asksSex", "1"]]);
    expect(result.ok && result.data.questionnaire.asksSex).toBe(false);
  });

  test("must ask something, and close today or later and not before it opens", () => {
    expect(problems([])).toEqual(["instruments"]);
    expect(problems([SATISFACTION, ["closesOn", "2026-11-30"]])).toEqual(["closesOn"]);
    expect(problems([SATISFACTION, ["opensOn", "2026-11-01"], ["closesOn", "2026-11-23"]])).toEqual(["closesOn"]);
    expect(problems([SATISFACTION, ["opensOn", "2026-11-01"], ["closesOn", "2026-11-24"]])).toEqual([]);
  });

  test("may ask for comments only where the ward allows them", () => {
    expect(problems([SATISFACTION, ["freeText", "1"]])).toEqual(["freeText"]);
    const allowed = parsed([SATISFACTION, ["freeText", "1"]], true);
    expect(allowed.ok && allowed.data.freeText).toBe(true);
  });

  test("leaves blank questions out and numbers the others anew", () => {
    const result = parsed([
      ...own("", ""),
      ...own("机", "Desk"),
      ...own("食事", "Lunch", "choice", "はい\n\nいいえ", "Yes\r\nNo"),
    ]);
    expect(result.ok && result.data.questionnaire.own).toEqual([
      { id: "Q1", text: { ja: "机", en: "Desk" }, kind: "scale", options: [] },
      {
        ...{ id: "Q2", text: { ja: "食事", en: "Lunch" }, kind: "choice" },
        options: [
          { ja: "はい", en: "Yes" },
          { ja: "いいえ", en: "No" },
        ],
      },
    ]);
  });

  test("names the question of which something is missing: a language, an option, the same number of options", () => {
    expect(problems([...own("机", ""), ...own("椅子", "Chair")])).toEqual(["own1"]);
    expect(problems([...own("机", "Desk"), ...own("食事", "Lunch", "choice", "はい", "Yes")])).toEqual(["own2"]);
    expect(problems(own("食事", "Lunch", "choice", "はい\nいいえ\n不明", "Yes\nNo"))).toEqual(["own1", "instruments"]);
    expect(problems(own("あ".repeat(201), "Long"))).toEqual(["own1", "instruments"]);
  });

  test("shows a stored question as it was typed", () => {
    const result = parsed(own("食事", "Lunch", "choice", "はい\nいいえ", "Yes\nNo"));
    const [question] = result.ok ? result.data.questionnaire.own : [];
    const shown = question && questionAsTyped(question);
    expect(shown).toEqual({ ja: "食事", en: "Lunch", kind: "choice", optionsJa: "はい\nいいえ", optionsEn: "Yes\nNo" });
    expect(typedQuestions({ ownJa: ["a"], ownEn: [], ownKind: [], ownOptionsJa: [], ownOptionsEn: [] })).toEqual([
      { ja: "a", en: "", kind: "scale", optionsJa: "", optionsEn: "" },
    ]);
  });
});

test("presets ask for worthwhile work, open in a week, and annual ones for men and women", () => {
  const shown = (["annual57", "annual80", "pulse"] as const).map((preset) => {
    const { kind, questionnaire, opensOn, closesOn } = presetFields(preset, TODAY);
    return [kind, questionnaire.instruments.map(({ key }) => key).join(" "), questionnaire.asksSex, opensOn, closesOn];
  });
  expect(shown).toEqual([
    ["annual", "satisfaction bjsq57", true, "2026-12-01", "2026-12-21"],
    ["annual", "satisfaction bjsq80", true, "2026-12-01", "2026-12-21"],
    ["pulse", "satisfaction fatigue2023", false, "2026-12-01", "2026-12-07"],
  ]);
});
