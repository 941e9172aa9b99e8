import { asTenant, KEPT, type Tenant } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { applyDueChangesIn } from "../career/change-history.server";
import { loadContractFacts } from "../kpi/facts.server";
import { tellOfNight } from "../notification/night.server";
import { evaluatedDays, listEpisodes, lockFlags, savePlan } from "./episode-store.server";
import { openFindings, planEpisodes, type Counts } from "./episodes";
import { evaluate, evaluateGroups } from "./evaluate";

const TIMEOUT_MS = 300_000;

/**
 * Runs the rules over a contract as of a day and raises, changes and resolves its flags, in one transaction.
 * A second run on the same day changes nothing. Used by the nightly job and the command line.
 * @param changesFirst whether changes of rank and pay come into force first whose day has come
 * @param telling whether people hear of it; of a day before the last evaluated one nobody does
 * @returns the flags raised, changed in severity and resolved, and those open as of the day
 */
export function evaluateContract(
  tenant: Tenant,
  day: Day,
  { telling = false, changesFirst = false } = {},
): Promise<Counts> {
  return asTenant(
    tenant,
    async (tx) => {
      await lockFlags(tx, tenant);
      if (changesFirst) await applyDueChangesIn(tx, tenant, day);
      const { next, toldBefore } = await evaluatedDays(tx, tenant, day);
      const facts = await loadContractFacts(tx, tenant, day);
      const episodes = await listEpisodes(tx, tenant, day, next);
      const ofWorkers = evaluate(facts);
      const findings = [...ofWorkers, ...evaluateGroups(facts, openFindings(ofWorkers, episodes, day))];
      const plan = planEpisodes(findings, episodes, day, next);
      await savePlan(tx, tenant, plan, next, facts.terms.thresholds);
      const tells = telling && next === null;
      if (tells) await tellOfNight(tx, tenant, facts, toldBefore);
      await tx.$executeRaw`${KEPT} INSERT INTO evaluation_day AS e (ward_id, contract_id, day, told)
        VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${day}::date, ${tells})
        ON CONFLICT (ward_id, contract_id, day) DO UPDATE SET told = true WHERE EXCLUDED.told AND NOT e.told`;
      const { raised, changed, resolved, open } = plan;
      return { raised, changed, resolved, open };
    },
    { timeoutMs: TIMEOUT_MS, plansOnce: true },
  );
}
