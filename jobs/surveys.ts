import { tenantOf } from "~/db/scope.server";
import { keepSurveys, remindOfSurveys, shuffleOpenSurveys } from "~/domain/survey/upkeep.server";
import { mailing } from "~/lib/env.server";
import { noteKeys } from "~/lib/note-keys.server";

import type { ContractWork } from "./job";

/** Closes surveys past their closing day, and opens released ones whose opening day has come, as the day begins. */
export const surveys: ContractWork = {
  per: "contract",
  run: (tenant, day) => keepSurveys(tenant, noteKeys, day),
};

/** Reminds those who have not fetched their token, at an hour at which a mail may arrive. */
export const surveyReminders: ContractWork = {
  per: "contract",
  run: (tenant, day) => remindOfSurveys(tenant, day, mailing()),
};

/** Moves waiting answers into the box in random order. How many were moved is told to nobody while a survey is open. */
export async function shuffleSurveys(isEnding: () => boolean): Promise<void> {
  await shuffleOpenSurveys(({ wardId, contractId }) => tenantOf(wardId, contractId), isEnding);
}
