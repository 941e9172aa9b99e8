/**
 * Surveys of the demo: an annual one half a year ago and a pulse a few weeks ago, closed, with answers and what may be
 * published of them. The contract in trouble falls below the bound; the exemplary one finds its work worthwhile.
 */
import { MINIMUM, type Cell, type Sizes } from "../../app/domain/survey/disclosure";
import { unitsOf, type Unit } from "../../app/domain/survey/campaign";
import { questionsOf, type Questionnaire, type Sheet } from "../../app/domain/survey/questionnaire";
import { atomOf, resultOf, WORTHWHILE, type GivenSheet, type Published } from "../../app/domain/survey/results";
import { fiscalYearLabelJa, fiscalYearOf, fromNumber, type Day } from "../../app/lib/calendar";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoPerson, type DemoRows } from "./rows";

/** The work-satisfaction questions alone. */
export const DEMO_QUESTIONNAIRE: Questionnaire = {
  instruments: [{ key: "satisfaction", version: 1 }],
  own: [],
  asksSex: false,
};

/** How content people are, as the mean of the answers from 1 to 5, and what part of them answers. */
type Mood = { mean: number; response: number };
const MOODS: Partial<Record<string, { annual: Mood; pulse: Mood }>> = {
  "SJ-1": { annual: { mean: 3.5, response: 0.85 }, pulse: { mean: 2.6, response: 0.8 } },
  "SJ-2": { annual: { mean: 3.6, response: 0.8 }, pulse: { mean: 3.7, response: 0.75 } },
  "SG-1": { annual: { mean: 4.3, response: 0.95 }, pulse: { mean: 4.2, response: 0.9 } },
};

/** Days before today on which they opened; each stayed open for two weeks. */
const OPENED = { annual: 185, pulse: 39 } as const;
const OPEN_DAYS = 14;

type Wave = { id: string; sheets: GivenSheet[]; published: Published };

/** Adds the closed surveys of a contract that has some. */
export function addSurveys(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const moods = MOODS[contract.blueprint.code];
  if (!moods) return;
  const annual = addWave(rows, contract, "annual", moods.annual, [], random);
  addWave(rows, contract, "pulse", moods.pulse, [annual], random);
}

function addWave(
  rows: DemoRows,
  contract: DemoContract,
  kind: keyof typeof OPENED,
  mood: Mood,
  earlier: readonly Wave[],
  random: Stream,
): Wave {
  const { keys, today } = contract;
  const opened = today - OPENED[kind];
  const [opensOn, closesOn] = [fromNumber(opened), fromNumber(opened + OPEN_DAYS)];
  const eligible = contract.people.filter((person) => isSupport(person) && atWork(person, opened));
  const units = unitsOf(peopleByOffice(contract, eligible));
  const id = random.uuid();
  const sheets = units.flatMap((unit) => sheetsOf(id, unit, mood, random));
  const published = resultOf({
    ...{ wave: id, questionnaire: DEMO_QUESTIONNAIRE, units: units.map(({ unit }) => unit), sheets, before: [] },
    ...{ published: cellsOf(earlier), publishedSizes: sizesOf(earlier), minimum: MINIMUM },
  });
  rows.survey_campaign.push({
    ...{ ...keys, id, kind, ...surveyTitle(kind, opensOn), fiscal_year: fiscalYearOf(opensOn) },
    ...{ questionnaire: DEMO_QUESTIONNAIRE, languages: ["ja", "en"], free_text: false, status: "closed", units },
    ...{ opens_on: opensOn, closes_on: closesOn, opened_on: opensOn, closed_on: closesOn, eligible: eligible.length },
    // why: a closed survey has no private key any more, so nothing can be done with its public one.
    ...{ public_key: { kty: "RSA" }, version: 3, released: false },
  });
  for (const person of shuffled(eligible, random))
    rows.survey_eligible.push({ ...keys, campaign_id: id, staff_id: person.id });
  for (const { unit, sheet } of shuffled(sheets, random))
    rows.survey_answer.push({ ...keys, campaign_id: id, id: random.uuid(), unit, answers: sheet });
  rows.survey_result.push({
    ...{ ...keys, campaign_id: id, kind, closed_on: closesOn, eligible: eligible.length, answered: sheets.length },
    cells: published,
  });
  return { id, sheets, published };
}

/** What a demo survey of a kind is called. */
export function surveyTitle(kind: "annual" | "pulse", opensOn: Day): { title: string; title_en: string } {
  const year = fiscalYearOf(opensOn);
  if (kind === "annual")
    return { title: `${fiscalYearLabelJa(year)} 働きがいアンケート`, title_en: `Work satisfaction survey ${year}` };
  const month = Number(opensOn.slice(5, 7));
  return { title: `${month}月の短いアンケート`, title_en: `Pulse survey ${opensOn.slice(0, 7)}` };
}

function peopleByOffice({ offices, blueprint }: DemoContract, people: readonly DemoPerson[]) {
  return offices.map(({ id, code }) => {
    const office = blueprint.offices.find((one) => one.code === code);
    const eligible = people.filter((person) => person.office?.id === id).length;
    return { officeId: id, name: office?.name ?? code, nameEn: office?.nameEn ?? null, eligible };
  });
}

/** Five sheets at least where so many were asked, so that the demo shows offices. */
function sheetsOf(wave: string, { unit, eligible }: Unit, { mean, response }: Mood, random: Stream): GivenSheet[] {
  const count = Math.min(eligible, Math.max(MINIMUM.satisfaction, Math.round(eligible * response)));
  return Array.from({ length: count }, (_, index) => ({ wave, unit, sheet: sheetOf(mean, index, random) }));
}

/** Answers about a mean; every sixth person finds the work less worthwhile than the others. */
function sheetOf(mean: number, index: number, random: Stream): Sheet {
  return Object.fromEntries(
    questionsOf(DEMO_QUESTIONNAIRE).map(({ key }) => {
      const wide = Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0) + random.pick([-1, 0, 0, 0, 1]);
      const value = key === WORTHWHILE.key ? Math.floor(mean) - (index % 6 === 5 ? 1 : 0) + (index % 2) : wide;
      return [key, Math.min(5, Math.max(1, value))];
    }),
  );
}

function shuffled<T>(items: readonly T[], random: Stream): T[] {
  return random.sample(items, items.length);
}

function cellsOf(waves: readonly Wave[]): Record<"health" | "satisfaction", Cell[]> {
  return { health: [], satisfaction: waves.flatMap(({ published }) => published.satisfaction) };
}

/** How many answers each atom of the earlier waves has. */
function sizesOf(waves: readonly Wave[]): Sizes {
  const sizes = new Map<string, number>();
  for (const { sheets } of waves)
    for (const sheet of sheets) sizes.set(atomOf(sheet), (sizes.get(atomOf(sheet)) ?? 0) + 1);
  return sizes;
}
