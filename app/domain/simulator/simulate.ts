/**
 * The whole answer to a staffing and fee what-if, for each of its two readers. A contractor reads it by person; a ward
 * reads totals, distributions of groups of at least five, and for a smaller contract no number of persons at all.
 */
import { distributionOf, groupsOfStaff, isSmall } from "../flag/disclosure";
import type { ContractFacts } from "../workforce/facts";
import { moneyOf } from "./cost";
import { groundOf, type SimulatorFacts } from "./ground";
import { outcomeOf, project, UNCHANGED, type Projection } from "./project";
import type { Needed, Outcome, StaffingGroup, StaffingInput, StaffingResult } from "./schema";
import { capTable, neededFor } from "./search";

/** The contractor's answer, by staff code. */
export function simulate(facts: SimulatorFacts, input: StaffingInput): StaffingResult {
  const ground = groundOf(facts, input.cap);
  const today = groundOf(facts, facts.terms.cap);
  const [before, after] = [project(today, UNCHANGED), project(ground, input)];
  return {
    ...{ fiscalYear: ground.fiscalYear, specificationCap: facts.terms.cap },
    before: outcomeOf(today, UNCHANGED),
    after: outcomeOf(ground, input),
    money: moneyOf(input, ground.fiscalYear),
    needed: {
      expected: neededFor("expected", ground, input),
      upper: neededFor("upper", ground, input),
      kpi: neededFor("kpi", ground, input),
    },
    caps: capTable(facts, input),
    groups: [],
    workers: before.desks.map(({ desk, forecast }, index) => ({
      ...{ staffCode: desk.staffCode, soFar: desk.soFar, cap: desk.cap, before: forecast },
      after: after.desks[index]?.forecast ?? forecast,
    })),
  };
}

/** The ward's answer: nothing in it is about one worker. */
export function simulateForWard(
  facts: SimulatorFacts & Pick<ContractFacts, "offices">,
  input: StaffingInput,
): StaffingResult {
  const result = { ...simulate(facts, input), workers: null };
  const groups = groupsOf(facts, input);
  if (groups) return { ...result, groups };
  const withheld: Needed = { reason: "withheld" };
  return {
    ...result,
    before: withoutPersons(result.before),
    after: withoutPersons(result.after),
    needed: { ...result.needed, expected: withheld, upper: withheld },
    caps: result.caps.map((row) => ({ ...row, above: null, needed: withheld })),
  };
}

function withoutPersons(outcome: Outcome): Outcome {
  return { ...outcome, above: null };
}

/** Expected loads by published group; null where the contract is too small for any. */
function groupsOf(
  facts: SimulatorFacts & Pick<ContractFacts, "offices">,
  input: StaffingInput,
): StaffingGroup[] | null {
  const ground = groundOf(facts, input.cap);
  const groups = groupsOfStaff(ground.desks);
  if (groups.length === 0 || groups.some(isSmall)) return null;
  const before = project(groundOf(facts, facts.terms.cap), UNCHANGED);
  const after = project(ground, input);
  return groups.map(({ scope, officeIds: ids, supportStaff }) => ({
    ...{ scope, supportStaff },
    offices: ids.map((id) => {
      const office = facts.offices.find((one) => one.officeId === id);
      return office ? { name: office.name, nameEn: office.nameEn } : null;
    }),
    before: bandsOf(before, ids),
    after: bandsOf(after, ids),
  }));
}

function bandsOf({ desks }: Projection, officeIds: readonly (string | null)[]) {
  const members = desks.filter(({ desk }) => officeIds.includes(desk.officeId));
  return distributionOf(members.map(({ desk, forecast }) => ({ count: forecast.mean, cap: desk.cap })));
}
