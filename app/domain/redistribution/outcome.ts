/** What moves do to every worker: before and after, and the whole in figures. */
import { sum } from "../../lib/sum";
import { fewestMoves, unavoidableExcess } from "./bounds";
import { casesTo, excessOf, isNewTo } from "./rules";
import type { Move, RedistributionResult, Situation, Standing, WhatIfWorker, WorkerOutcome } from "./schema";
import { shareIntake } from "./intake";

/** Before and after, for every worker of the situation. The giver's count of the year does not fall. */
export function outcomes(situation: Situation, moves: readonly Move[]): WorkerOutcome[] {
  const target = new Map(moves.map(({ caseId, to }) => [caseId, to]));
  return situation.workers.map((worker) => {
    const { staffId, activeCases, weightedLoad, annualCases } = worker;
    const given = situation.cases.filter((one) => one.staffId === staffId && target.has(one.caseId));
    const taken = casesTo(situation, moves, staffId);
    const fresh = taken.filter((one) => isNewTo(worker, one)).length;
    const { mean, low, high } = worker.forecast;
    const weights = sum(taken.map(({ weight }) => weight)) - sum(given.map(({ weight }) => weight));
    return {
      ...{ staffId, gives: given.length, takes: taken.length },
      before: standingOf(situation, worker, worker),
      after: standingOf(situation, worker, {
        activeCases: activeCases - given.length + taken.length,
        weightedLoad: weightedLoad + weights,
        annualCases: annualCases + fresh,
        forecast: { mean: mean + fresh, low: low + fresh, high: high + fresh },
      }),
    };
  });
}

type Counts = Pick<WhatIfWorker, "activeCases" | "weightedLoad" | "annualCases" | "forecast">;

function standingOf({ settings }: Situation, worker: WhatIfWorker, counts: Counts): Standing {
  const { activeCases, weightedLoad, annualCases, forecast } = counts;
  return {
    ...{ activeCases, weightedLoad, annualCases, forecast },
    isAboveLoad: excessOf(worker, settings, weightedLoad) > 0,
    isAboveCap: annualCases > worker.cap,
    isExpectedAboveCap: forecast.mean > worker.cap,
  };
}

/** The whole redistribution as it is shown and kept. */
export function resultOf(situation: Situation, moves: readonly Move[]): RedistributionResult {
  const workers = outcomes(situation, moves);
  const after = new Map(workers.map((one) => [one.staffId, one.after]));
  const target = new Map(moves.map(({ caseId, to }) => [caseId, to]));
  const moved = situation.cases.flatMap(({ ledBy: _, ...one }) => {
    const to = target.get(one.caseId);
    return to === undefined ? [] : [{ ...one, to }];
  });
  const offices = new Map(situation.workers.map(({ staffId, officeId }) => [staffId, officeId]));
  const excess = (worker: WhatIfWorker, load?: number) => excessOf(worker, situation.settings, load);
  const relief = situation.workers.map((worker): [string, number] => {
    const left = excess(worker, after.get(worker.staffId)?.weightedLoad ?? worker.weightedLoad);
    return [worker.staffId, Math.max(0, excess(worker) - left)];
  });
  const excessBefore = sum(situation.workers.map((worker) => excess(worker)));
  return {
    moves: moved,
    workers,
    summary: {
      moves: moved.length,
      sameOffice: moved.filter((one) => offices.get(one.staffId) === offices.get(one.to)).length,
      aboveLoadBefore: workers.filter((one) => one.before.isAboveLoad).length,
      aboveLoadAfter: workers.filter((one) => one.after.isAboveLoad).length,
      aboveCap: workers.filter((one) => one.after.isAboveCap).length,
      excessBefore,
      excessAfter: excessBefore - sum(relief.map(([, relieved]) => relieved)),
      unavoidable: unavoidableExcess(situation),
      leastMoves: fewestMoves(situation, new Map(relief)),
    },
    intake: shareIntake(
      situation.workers.map((worker) => ({
        staffId: worker.staffId,
        cap: worker.cap,
        soFar: after.get(worker.staffId)?.annualCases ?? worker.annualCases,
        expected: worker.forecast.mean - worker.annualCases,
        isThere: worker.openDaysLeft > 0,
      })),
    ),
  };
}
