/** The whole demo as rows: a pure function of today. */
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, toNumber, type Day } from "../../app/lib/calendar";
import { CONTRACTS, WARDS, type ContractBlueprint } from "./blueprint";
import { addCareers } from "./careers";
import { addCases } from "./caseload";
import { addIncidents, addMonthlyConditions } from "./conditions";
import { addDialogue } from "./dialogue";
import { peopleNames } from "./names";
import { addPeopleRows, makePeople } from "./people";
import { addPlan, asksForApproval } from "./plan";
import { stream } from "./random";
import { addReturns } from "./returns";
import { noRows, type DemoContract, type DemoRows } from "./rows";
import { addSignIns, demoSignIns, demoUserId } from "./sign-ins";
import { addSupervision, type Holder } from "./supervision";
import { addSurveys } from "./surveys";
import { addTraining } from "./training";

/** How many fiscal years the demo covers, the current one included. */
export const DEMO_FISCAL_YEARS = 3;

/** Makes the demo as of a day. The same day gives the same rows, ids included. */
export function generateDemo(today: Day): DemoRows {
  const rows = noRows();
  const wardIds = new Map(WARDS.map((ward) => [ward.code as string, stream(`ward ${ward.code}`).uuid()]));
  for (const ward of WARDS)
    rows.ward.push({ id: wardIds.get(ward.code) ?? "", code: ward.code, name: ward.name, name_en: ward.nameEn });
  const names = peopleNames(150);
  const marks = new Map<string, string>();
  const contracts = CONTRACTS.map((blueprint) => {
    const random = stream(`people ${blueprint.code}`);
    const place = addContract(rows, blueprint, wardIds.get(blueprint.ward) ?? "", today);
    const made = makePeople(place, random, () => names.pop() ?? "名前 なし");
    for (const { person, marks: mark } of made) marks.set(person.id, mark);
    return { ...place, people: made.map(({ person }) => person) };
  });
  for (const contract of contracts) {
    const { code } = contract.blueprint;
    addPeopleRows(rows, contract, marks, stream(`details ${code}`));
    addMonthlyConditions(rows, contract, stream(`conditions ${code}`));
    addIncidents(rows, contract, stream(`incidents ${code}`));
    addCases(rows, contract, stream(`cases ${code}`));
    addTraining(rows, contract, stream(`training ${code}`));
    addPlan(rows, contract, stream(`plan ${code}`));
    addSupervision(rows, contract, holdersOf(contract), stream(`supervision ${code}`));
    addDialogue(rows, contract, holdersOf(contract).internal, stream(`dialogue ${code}`));
    addReturns(rows, contract, stream(`returns ${code}`));
    addSurveys(rows, contract, stream(`surveys ${code}`));
  }
  addCareers(rows, contracts, marks);
  addSignIns(rows, contracts, wardIds, marks);
  return rows;
}

function addContract(
  rows: DemoRows,
  blueprint: ContractBlueprint,
  wardId: string,
  today: Day,
): Omit<DemoContract, "people"> {
  const random = stream(`contract ${blueprint.code}`);
  const year = fiscalYearOf(today);
  const firstYear = year - DEMO_FISCAL_YEARS + 1;
  const contractorId = random.uuid();
  const keys = { ward_id: wardId, contract_id: random.uuid() };
  rows.contractor.push({
    ward_id: wardId,
    id: contractorId,
    name: blueprint.contractor,
    name_en: blueprint.contractorEn,
  });
  rows.contract.push({
    ...{
      ward_id: wardId,
      id: keys.contract_id,
      contractor_id: contractorId,
      code: blueprint.code,
      name: blueprint.name,
      name_en: blueprint.nameEn,
    },
    ...{ starts_on: fiscalYearStart(firstYear), ends_on: fiscalYearEnd(year) },
  });
  for (let fiscalYear = firstYear; fiscalYear <= year; fiscalYear += 1) {
    rows.specification.push({
      ...{ ...keys, fiscal_year: fiscalYear, cap: 50, full_time_hours: 40, training_target_hours: 20 },
      ...{
        pay_floor_jpy: blueprint.payFloor - (year - fiscalYear) * 60_000,
        required_fte: blueprint.requiredFte,
        required_outreach_workers: 2,
        training_approval: fiscalYear === year && asksForApproval(blueprint.code),
        supervision_requirement: fiscalYear === year ? (blueprint.supervisionRequirement ?? null) : null,
      },
    });
    // why: a contract of a part of the ward agrees to a part of what the policy asks of a ward.
    rows.specification_target.push({
      ...keys,
      fiscal_year: fiscalYear,
      version: 1,
      indicator: "certifiedEmployers",
      target: 8 + fiscalYear - firstYear,
    });
  }
  const offices = blueprint.offices.map((office) => {
    const id = random.uuid();
    rows.office.push({ ...keys, id, office_code: office.code, name: office.name, name_en: office.nameEn });
    return { id, code: office.code, pressure: office.pressure ?? 1 };
  });
  return {
    keys,
    blueprint,
    offices,
    from: toNumber(fiscalYearStart(firstYear)),
    today: toNumber(today),
    todayText: today,
  };
}

/** The contract's own supervisor and the external one, with the account that writes the sessions down. */
function holdersOf(contract: DemoContract): { internal: Holder; external: Holder } {
  const accountOf = (external: boolean) => {
    const signIn = demoSignIns.find(
      ({ role, name, contracts }) =>
        role === "supervisor" && Boolean(name) === external && contracts?.includes(contract.blueprint.code),
    );
    return signIn ? demoUserId(signIn.email) : null;
  };
  const supervisor = contract.people.find((person) => person.role === "supervisor" && person.left === null);
  return {
    internal: { code: supervisor?.code ?? "SV", external: false, userId: accountOf(false) },
    external: { code: "EXT-1", external: true, userId: accountOf(true) },
  };
}
